namespace ConvGen.Kernels;

/// <summary>What becomes of outputs some of whose taps lie outside the image, where lanes are channels.</summary>
internal enum BorderTreatment
{
    /// <summary>They are entries of their own, which meet the taps that lie inside.</summary>
    Cut,

    /// <summary>They meet a <see cref="Kernels.Margin"/> of zeros: full tiles and unrolled taps for some products more.</summary>
    Margin,

    /// <summary>Every tap is an entry over all outputs that meet it inside the image: full tiles, for sums that are loaded per tap.</summary>
    TapByTap,
}

/// <summary>Which treatment the borders of a call take: the one that fills the fewest tiles.</summary>
internal static class BorderChoice
{
    // Products with a margin per product inside the input, at the most.
    private const double MostMarginProducts = 1.35;

    public static BorderTreatment Of(PhasePacking packing, bool takesMargin, in LayerShape shape)
    {
        if (packing.ByTap)
        {
            return BorderTreatment.TapByTap;
        }

        if (!packing.Tile.LanesAreChannels)
        {
            return BorderTreatment.Cut;
        }

        (LayerGeometry geometry, Extent input) = (packing.Plan.Geometry, shape.Input);
        double whole = geometry.WholeProducts(input.Depth, input.Height, input.Width);
        double inside = geometry.Products(input.Depth, input.Height, input.Width);
        return TapByTapRule.Holds(geometry, packing.InPerGroup, whole, inside) ? BorderTreatment.TapByTap
            : takesMargin && whole <= MostMarginProducts * inside ? BorderTreatment.Margin
            : BorderTreatment.Cut;
    }
}
