namespace ConvGen.Kernels.Winograd;

/// <summary>Elements of the buffers that boxes of up to a size need.</summary>
internal readonly record struct WinogradSizes : IBoxSizes<WinogradPacking, WinogradSizes>
{
    private WinogradSizes(WinogradPacking packing, Extent box, Extent output)
    {
        Box = box;
        WinogradShape shape = packing.Shape;
        long pairs = PairsOf(box);
        Gathered = WinogradInput.Capacity(shape, box, packing.Pitch);
        Stage = WinogradStage.Capacity(packing, box);
        Transformed = TransformedIn(packing, box);
        PairProducts = shape.IsStrassen ? Strassen.Products * pairs * packing.Tile.Channels : 0;
        Half = WinogradOutput.Capacity(shape, box, packing.Tile.Channels);
        Products = packing.Halves * Half;
        Sums = packing.Layout.Channels
            * Math.Min(output.Depth, (long)box.Depth * shape.Depth.Patch * shape.Depth.Axis.Stride)
            * Math.Min(output.Height, (long)box.Height * shape.Height.Patch * shape.Height.Axis.Stride)
            * Math.Min(output.Width, (long)box.Width * shape.Width.Patch * shape.Width.Axis.Stride);
        Offsets = (box.Volume + packing.Tile.Pixels) * 2;
    }

    /// <summary>Elements of the transformed inputs of a box.</summary>
    public static long TransformedIn(WinogradPacking packing, Extent box) => packing.Shape.Points
        * (packing.Shape.IsStrassen ? Strassen.Products * PairsOf(box) * packing.ProductPitch : box.Volume * packing.Pitch);

    public Extent Box { get; }

    public long Gathered { get; }

    public long Stage { get; }

    public long Transformed { get; }

    public long PairProducts { get; }

    public long Products { get; }

    public long Half { get; }

    public long Sums { get; }

    public long Offsets { get; }

    public long Bytes =>
        Scratch.BytesFor<Element>(Gathered)
        + Scratch.BytesFor<Element>(Stage)
        + Scratch.BytesFor<Element>(Transformed)
        + Scratch.BytesFor<Element>(PairProducts)
        + Scratch.BytesFor<Element>(Products)
        + Scratch.BytesFor<Element>(Half)
        + Scratch.BytesFor<Element>(Sums)
        + Scratch.BytesFor<int>(Offsets);

    public static WinogradSizes Of(WinogradPacking packing, in LayerShape shape, long most) =>
        new(packing, WinogradForm.BoxSize(packing, shape, most), shape.Output);

    private static long PairsOf(Extent box) => (long)box.Depth * box.Height * ((box.Width + 1) / 2);
}

/// <summary>The buffers of a thread.</summary>
internal ref struct Workspace
{
    public Workspace(in WinogradSizes size, ref Scratch scratch)
    {
        Gathered = scratch.Take<Element>((int)size.Gathered);
        Stage = scratch.Take<Element>((int)size.Stage);
        Transformed = scratch.Take<Element>((int)size.Transformed);
        PairProducts = scratch.Take<Element>((int)size.PairProducts);
        Products = scratch.Take<Element>((int)size.Products);
        Half = scratch.Take<Element>((int)size.Half);
        Sums = scratch.Take<Element>((int)size.Sums);
        Offsets = scratch.Take<int>((int)size.Offsets);
    }

    /// <summary>Inputs, channels last.</summary>
    public Span<Element> Gathered { get; }

    /// <summary>Inputs of a patch on the way through the axes.</summary>
    public Span<Element> Stage { get; }

    public Span<Element> Transformed { get; }

    /// <summary>What Strassen's scheme multiplies, of a point.</summary>
    public Span<Element> PairProducts { get; }

    public Span<Element> Products { get; }

    /// <summary>Products transformed along some axes.</summary>
    public Span<Element> Half { get; }

    public Span<Element> Sums { get; }

    public Span<int> Offsets { get; }

    /// <summary>The patches whose offsets these are.</summary>
    public PatchBox Listed { get; set; }
}
