namespace ConvGen.Kernels.Winograd;

/// <summary>How many patches are computed at a time.</summary>
internal readonly record struct WinogradSizes(Extent Box, long Bytes) : IBoxSizes<WinogradPacking, WinogradSizes>
{
    public static WinogradSizes Of(WinogradPacking packing, in LayerShape shape, long most)
    {
        Extent box = WinogradForm.BoxSize(packing, shape, most);
        var counted = default(Scratch);
        _ = new Workspace(packing, box, shape.Output, ref counted);
        return new WinogradSizes(box, counted.Bytes);
    }
}

/// <summary>The buffers of a thread, for boxes of up to a size.</summary>
internal ref struct Workspace(WinogradPacking packing, Extent box, Extent output, ref Scratch scratch)
{
    /// <summary>Elements of the transformed inputs of a box.</summary>
    public static long TransformedIn(WinogradPacking packing, Extent box) => packing.Shape.Points
        * (packing.Shape.IsStrassen ? Strassen.Products * PairsOf(box) * packing.ProductPitch : box.Volume * packing.Pitch);

    /// <summary>Inputs, channels last.</summary>
    public Span<Element> Gathered { get; } = scratch.Take<Element>(WinogradInput.Capacity(packing.Shape, box, packing.Pitch));

    /// <summary>Inputs of a patch on the way through the axes.</summary>
    public Span<Element> Stage { get; } = scratch.Take<Element>(WinogradStage.Capacity(packing, box));

    public Span<Element> Transformed { get; } = scratch.Take<Element>(TransformedIn(packing, box));

    /// <summary>What Strassen's scheme multiplies, of a point.</summary>
    public Span<Element> PairProducts { get; } = scratch.Take<Element>(
        packing.Shape.IsStrassen ? Strassen.Products * PairsOf(box) * packing.Tile.Channels : 0);

    public Span<Element> Products { get; } = scratch.Take<Element>(
        packing.Halves * WinogradOutput.Capacity(packing.Shape, box, packing.Tile.Channels));

    /// <summary>Products transformed along some axes.</summary>
    public Span<Element> Half { get; } = scratch.Take<Element>(WinogradOutput.Capacity(packing.Shape, box, packing.Tile.Channels));

    public Span<Element> Sums { get; } = scratch.Take<Element>(
        packing.Layout.Channels * Along(packing.Shape.Depth, box.Depth, output.Depth)
        * Along(packing.Shape.Height, box.Height, output.Height) * Along(packing.Shape.Width, box.Width, output.Width));

    public Span<int> Offsets { get; } = scratch.Take<int>((box.Volume + packing.Tile.Pixels) * 2);

    /// <summary>The patches whose offsets these are.</summary>
    public PatchBox Listed { get; set; }

    // Outputs of an axis.
    private static long Along(WinogradAxis axis, long patches, int output) => Math.Min(output, patches * axis.Patch * axis.Axis.Stride);

    private static long PairsOf(Extent box) => (long)box.Depth * box.Height * ((box.Width + 1) / 2);
}
