using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>What the units of a call share on a thread.</summary>
internal ref struct RowWork
{
    /// <summary>Where phases share their window, the inputs of a group of tiles.</summary>
    public RowPanel Panel;

    /// <summary>Sums of tiles at the edges: [tile of the group][phase of depth and height][channel][output].</summary>
    public Span<float> Slots { get; init; }

    /// <summary>Tiles that share inputs.</summary>
    public int Group { get; init; }

    public RowTiles Tiles;

    public RowEdges Edges;

    public RowBox Box;

    /// <summary>What the next unit will need.</summary>
    public InputAhead Ahead;
}

/// <summary>Elements that a call takes of scratch memory.</summary>
internal readonly struct RowSizes : IBoxSizes<RowPacking, RowSizes>
{
    private RowSizes(RowPacking packing, in LayerShape shape, long most)
    {
        LayerPlan plan = packing.Plan.Layer;
        int width = plan.Width.Positions(shape.Output.Width);
        // Lines that have tiles of their own fill no more of them in company.
        int tile = RowTiles.LinesFillTiles(packing.Plan, packing.Tile, packing.InPerGroup, width, width) ? 1 : packing.Tile.Positions;
        Box = BoxSize.ForRows(
            plan, packing.Plan.SharesWindow, packing.InPerGroup, tile, packing.Layout.Blocks, shape, most);
        Group = (int)Math.Min(InterleavedForm.GroupSize(packing), RowTiles.Most(packing.Plan, packing.Tile, Box));
        Inputs = packing.Plan.SharesWindow
            ? 0
            : InputBox.CapacityWithMargin(plan, Box, packing.InPerGroup, pitch: 0) + (2 * packing.Tile.Positions);
        Panel = packing.Plan.SharesWindow ? Group * packing.Tile.PanelTileStep(packing.InPerGroup) : 0;
        Slots = (long)Group * packing.Plan.Planes * packing.Tile.Channels * packing.Tile.Positions * plan.Width.Axis.Stride;
        Bytes = Scratch.BytesFor<float>(Inputs)
            + RowPanel.Bytes(packing, Panel, Group)
            + Scratch.BytesFor<float>(Slots)
            + RowTiles.Bytes(packing.Plan, packing.Tile, Box)
            + RowEdges.Bytes(packing, Box);
    }

    public Extent Box { get; }

    public int Group { get; }

    public long Inputs { get; }

    public long Panel { get; }

    public long Slots { get; }

    public long Bytes { get; }

    public static RowSizes Of(RowPacking packing, in LayerShape shape, long most) => new(packing, shape, most);
}
