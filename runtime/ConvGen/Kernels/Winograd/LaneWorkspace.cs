using ConvGen.Memory;
using ConvGen.Packing;
using ConvGen.Planning;

namespace ConvGen.Kernels.Winograd;

/// <summary>Elements of the buffers that boxes of up to so many panels need.</summary>
internal readonly record struct LaneWorkspaceSize
{
    public LaneWorkspaceSize(WinogradPacking packing, int panels)
    {
        var row = new WinogradRange(packing.Shape.Width, 0, panels * packing.LaneTile.Channels);
        long outputs = (long)row.Tiles * row.Form.Tile * row.Form.Axis.Stride;
        Inputs = panels * LaneBox.PanelLength(packing);
        Products = LaneBox.ProductLength(packing);
        Rows = packing.Layout.Channels * outputs;
        Edge = Math.Max(outputs, row.Inputs);
        Busy = Inputs + (row.Form.Axis.Stride > LaneRule.MostInOrder ? Rows : 0);
        Offsets = ((LaneBox.PhasesAtOnce(packing) * packing.Layout.Channels) + RegisterTile.PixelRows) * 2;
    }

    public long Inputs { get; }

    public long Products { get; }

    public long Rows { get; }

    public long Edge { get; }

    public long Offsets { get; }

    public long Bytes =>
        Scratch.BytesFor<float>(Inputs)
        + Scratch.BytesFor<float>(Products)
        + Scratch.BytesFor<float>(Rows)
        + Scratch.BytesFor<float>(Edge)
        + Scratch.BytesFor<int>(Offsets);

    /// <summary>Elements that are written and read again while a box is computed.</summary>
    public long Busy { get; }
}

/// <summary>The buffers of a thread.</summary>
internal readonly ref struct LaneWorkspace
{
    public LaneWorkspace(in LaneWorkspaceSize size, ref Scratch scratch)
    {
        Inputs = scratch.Take<float>((int)size.Inputs);
        Products = scratch.Take<float>((int)size.Products);
        Rows = scratch.Take<float>((int)size.Rows);
        Edge = scratch.Take<float>((int)size.Edge);
        Offsets = scratch.Take<int>((int)size.Offsets);
    }

    /// <summary>Transformed inputs, [panel][point][channel][tile].</summary>
    public Span<float> Inputs { get; }

    /// <summary>Products of a panel, [point][phase][channel][tile], of the channels that there are.</summary>
    public Span<float> Products { get; }

    /// <summary>Rows of outputs, [channel of the block][...].</summary>
    public Span<float> Rows { get; }

    /// <summary>A row that reaches beyond the image: of inputs, or of outputs.</summary>
    public Span<float> Edge { get; }

    public Span<int> Offsets { get; }
}
