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
internal readonly struct RowSizes
{
    private RowSizes(in LayerCall call, long most)
    {
        RowPacking packing = call.Rows!.Value;
        LayerPlan plan = call.Layer.Plan;
        int width = plan.Width.Positions(call.Shape.Output.Width);
        // Lines that have tiles of their own fill no more of them in company.
        int tile = RowTiles.LinesFillTiles(packing.Plan, packing.Form, packing.InPerGroup, width, width) ? 1 : packing.Form.Positions;
        Box = BoxSize.ForRows(
            plan, packing.Plan.SharesWindow, packing.InPerGroup, tile, packing.Layout.Blocks, call.Shape, most);
        Group = (int)Math.Min(RowForward.GroupSize(packing), RowTiles.Most(packing.Plan, packing.Form, Box));
        Inputs = packing.Plan.SharesWindow
            ? 0
            : InputBox.CapacityWithMargin(plan, Box, packing.InPerGroup, pitch: 0) + (2 * packing.Form.Positions);
        Panel = packing.Plan.SharesWindow ? Group * packing.Form.PanelTileStep(packing.InPerGroup) : 0;
        Slots = (long)Group * packing.Plan.Planes * packing.Form.Channels * packing.Form.Positions * plan.Width.Axis.Stride;
        Bytes = Scratch.BytesFor<float>(Inputs)
            + RowPanel.Bytes(packing, Panel, Group)
            + Scratch.BytesFor<float>(Slots)
            + RowTiles.Bytes(packing.Plan, packing.Form, Box)
            + RowEdges.Bytes(packing, Box);
    }

    public Extent Box { get; }

    public int Group { get; }

    public long Inputs { get; }

    public long Panel { get; }

    public long Slots { get; }

    public long Bytes { get; }

    public static RowSizes Of(in LayerCall call)
    {
        var sizes = new RowSizes(call, long.MaxValue);
        // Narrow rows leave most of a tile empty, and padding widens them: both may be many times the output.
        long least = BoxSize.OutputsOfPosition(call.Layer.Plan, call.Shape);
        for (long most = sizes.Box.Volume / 2; most >= least && sizes.Bytes > call.ScratchAllowance; most /= 2)
        {
            sizes = new RowSizes(call, most);
        }

        return sizes;
    }
}
