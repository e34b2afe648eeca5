namespace ConvGen.Kernels.Winograd;

/// <summary>Elements of the buffers that boxes of up to so many lane blocks need.</summary>
internal readonly record struct PatchLanesSizes
{
    public PatchLanesSizes(WinogradPacking packing, int laneBlocks)
    {
        var row = new WinogradRange(packing.Shape.Width, 0, laneBlocks * packing.LaneTile.Channels);
        long outputs = (long)row.Patches * row.Transform.Patch * row.Transform.Axis.Stride;
        Inputs = laneBlocks * PatchLanesBox.LaneBlockLength(packing);
        Products = PatchLanesBox.ProductLength(packing);
        Rows = packing.Layout.Channels * outputs;
        BorderRow = Math.Max(outputs, row.Inputs);
        Busy = Inputs + (row.Transform.Axis.Stride > PatchLanesRule.MostInOrder ? Rows : 0);
        Offsets = ((PatchLanesBox.PhasesAtOnce(packing) * packing.Layout.Channels) + packing.LaneTile.Pixels) * 2;
    }

    public long Inputs { get; }

    public long Products { get; }

    public long Rows { get; }

    public long BorderRow { get; }

    public long Offsets { get; }

    public long Bytes =>
        Scratch.BytesFor<Element>(Inputs)
        + Scratch.BytesFor<Element>(Products)
        + Scratch.BytesFor<Element>(Rows)
        + Scratch.BytesFor<Element>(BorderRow)
        + Scratch.BytesFor<int>(Offsets);

    /// <summary>Elements that are written and read again while a box is computed.</summary>
    public long Busy { get; }
}

/// <summary>The buffers of a thread.</summary>
internal readonly ref struct PatchLanesWorkspace
{
    public PatchLanesWorkspace(in PatchLanesSizes size, ref Scratch scratch)
    {
        Inputs = scratch.Take<Element>((int)size.Inputs);
        Products = scratch.Take<Element>((int)size.Products);
        Rows = scratch.Take<Element>((int)size.Rows);
        BorderRow = scratch.Take<Element>((int)size.BorderRow);
        Offsets = scratch.Take<int>((int)size.Offsets);
    }

    /// <summary>Transformed inputs, [lane block][point][channel][patch].</summary>
    public Span<Element> Inputs { get; }

    /// <summary>Products of a lane block, [point][phase][channel][patch], of the channels that there are.</summary>
    public Span<Element> Products { get; }

    /// <summary>Rows of outputs, [channel of the block][...].</summary>
    public Span<Element> Rows { get; }

    /// <summary>A row that reaches beyond the image: of inputs, or of outputs.</summary>
    public Span<Element> BorderRow { get; }

    public Span<int> Offsets { get; }
}
