namespace ConvGen.Kernels.Interleaved;

/// <summary>What the units of a call share on a thread.</summary>
internal ref struct InterleavedWork
{
    /// <summary>Where phases share their window, the inputs of a group of tiles.</summary>
    public InputPanel Panel;

    /// <summary>Sums of tiles at the edges: [tile of the group][phase of depth and height][channel][output].</summary>
    public Span<Element> Strip { get; init; }

    /// <summary>Tiles that share inputs.</summary>
    public int Group { get; init; }

    public InterleavedTiles Tiles;

    public EdgeTiles Edges;

    public InterleavedBox Box;

    /// <summary>What the next unit will need.</summary>
    public InputAhead Ahead;
}

/// <summary>Elements that a call takes of scratch memory.</summary>
internal readonly struct InterleavedSizes : IBoxSizes<InterleavedPacking, InterleavedSizes>
{
    private InterleavedSizes(InterleavedPacking packing, in LayerShape shape, long most)
    {
        LayerPhases plan = packing.Plan.Layer;
        int width = plan.Width.Positions(shape.Output.Width);
        // Lines that have tiles of their own fill no more of them in company.
        int tile = InterleavedTiles.LinesFillTiles(packing.Plan, packing.Tile, packing.InPerGroup, width, width) ? 1 : packing.Tile.Positions;
        Box = BoxSize.ForInterleaved(
            plan, packing.Plan.SharesWindow, packing.InPerGroup, tile, packing.Layout.Blocks, shape, most);
        Group = (int)Math.Min(InterleavedForm.GroupSize(packing), InterleavedTiles.Most(packing.Plan, packing.Tile, Box));
        Inputs = packing.Plan.SharesWindow
            ? 0
            : InputBox.CapacityWithMargin(plan, Box, packing.InPerGroup, pitch: 0) + (2 * packing.Tile.Positions);
        Panel = packing.Plan.SharesWindow ? Group * packing.Tile.PanelTileStep(packing.InPerGroup) : 0;
        Strip = (long)Group * packing.Plan.Planes * packing.Tile.Channels * packing.Tile.Positions * plan.Width.Axis.Stride;
        Bytes = Scratch.BytesFor<Element>(Inputs)
            + InputPanel.Bytes(packing, Panel, Group)
            + Scratch.BytesFor<Element>(Strip)
            + InterleavedTiles.Bytes(packing.Plan, packing.Tile, Box)
            + EdgeTiles.Bytes(packing, Box);
    }

    public Extent Box { get; }

    public int Group { get; }

    public long Inputs { get; }

    public long Panel { get; }

    public long Strip { get; }

    public long Bytes { get; }

    public static InterleavedSizes Of(InterleavedPacking packing, in LayerShape shape, long most) => new(packing, shape, most);
}
