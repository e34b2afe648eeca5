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

    // What tap by tap must save of the products with a margin: emitted kernels have their taps unrolled.
    private const double LeastSaving = 0.01;

    // What loading and storing the sums of a tile takes, in products per pixel.
    private const double SumsProducts = 16;

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

        (double whole, double inside) = Products(packing.Plan, shape.Output, shape.Input);
        return PrefersTaps(packing, whole, inside) ? BorderTreatment.TapByTap
            : takesMargin && whole <= MostMarginProducts * inside ? BorderTreatment.Margin
            : BorderTreatment.Cut;
    }

    /// <summary>Whether images of a size meet their weights tap by tap: these are packed that way then.</summary>
    public static bool PrefersTaps(PhasePacking packing, Extent output, Extent input)
    {
        (double whole, double inside) = Products(packing.Plan, output, input);
        return packing.Tile.LanesAreChannels && PrefersTaps(packing, whole, inside);
    }

    // The last tile of a tap is half a pixel too large on average.
    private static bool PrefersTaps(PhasePacking packing, double whole, double inside) =>
        (inside + (packing.Plan.Taps * 0.5)) * (1 + (SumsProducts / packing.InPerGroup)) < (1 - LeastSaving) * whole;

    // Products with a margin, and those inside the image.
    private static (double Whole, double Inside) Products(LayerPhases plan, Extent output, Extent input) => (
        plan.Depth.WholeProducts(output.Depth) * plan.Height.WholeProducts(output.Height) * plan.Width.WholeProducts(output.Width),
        plan.Depth.Axis.Products(input.Depth) * plan.Height.Axis.Products(input.Height) * plan.Width.Axis.Products(input.Width));
}
