namespace ConvGen.Kernels.Winograd;

/// <summary>How many lane blocks are computed at a time.</summary>
internal readonly record struct PatchLanesSizes(int LaneBlocks, long Bytes) : IScratchSizes
{
    public static PatchLanesSizes Of(WinogradPacking packing, int laneBlocks)
    {
        var counted = default(Scratch);
        _ = new PatchLanesWorkspace(packing, laneBlocks, ref counted);
        return new PatchLanesSizes(laneBlocks, counted.Bytes);
    }
}

/// <summary>The buffers of a thread, for boxes of up to so many lane blocks.</summary>
internal readonly ref struct PatchLanesWorkspace(WinogradPacking packing, int laneBlocks, ref Scratch scratch)
{
    /// <summary>Elements that are written and read again while a lane block is computed.</summary>
    public static long Busy(WinogradPacking packing) => PatchLanesBox.LaneBlockLength(packing)
        + (packing.Shape.Width.Axis.Stride > PatchLanesRule.MostInOrder
            ? packing.Layout.Channels * PatchLanesBox.RowLengthOf(packing, laneBlocks: 1)
            : 0);

    /// <summary>Transformed inputs, [lane block][point][channel][patch].</summary>
    public Span<Element> Inputs { get; } = scratch.Take<Element>(laneBlocks * PatchLanesBox.LaneBlockLength(packing));

    /// <summary>Products of a lane block, [point][phase][channel][patch], of the channels that there are.</summary>
    public Span<Element> Products { get; } = scratch.Take<Element>(PatchLanesBox.ProductLength(packing));

    /// <summary>Rows of outputs, [channel of the block][...].</summary>
    public Span<Element> Rows { get; } = scratch.Take<Element>(packing.Layout.Channels * PatchLanesBox.RowLengthOf(packing, laneBlocks));

    /// <summary>A row that reaches beyond the image: of inputs, or of outputs.</summary>
    public Span<Element> BorderRow { get; } = scratch.Take<Element>(Math.Max(
        PatchLanesBox.RowLengthOf(packing, laneBlocks), new WinogradRange(packing.Shape.Width, 0, laneBlocks * packing.LaneTile.Channels).Inputs));

    public Span<int> Offsets { get; } = scratch.Take<int>(
        ((PatchLanesBox.PhasesAtOnce(packing) * packing.Layout.Channels) + packing.LaneTile.Pixels) * 2);
}
