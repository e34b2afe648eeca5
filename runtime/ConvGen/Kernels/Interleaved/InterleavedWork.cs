namespace ConvGen.Kernels.Interleaved;

/// <summary>What the units of a call share on a thread.</summary>
internal ref struct InterleavedWork
{
    public InterleavedWork(InterleavedPacking packing, Extent box, int group, ref Scratch scratch)
    {
        (LayerPhases plan, int positions) = (packing.Plan.Layer, packing.Tile.Positions);
        Group = group;
        Inputs = scratch.Take<Element>(
            packing.Plan.SharesWindow ? 0 : InputBox.Capacity(plan, box, Extent.Unbounded, packing.InPerGroup, pitch: 0) + (2 * positions));
        Panel = new InputPanel(packing, group, ref scratch);
        Strip = scratch.Take<Element>((long)group * packing.Plan.Planes * packing.Tile.Channels * positions * plan.Width.Axis.Stride);
        Tiles = new InterleavedTiles(packing.Plan, packing.Tile, box, ref scratch);
        Edges = new EdgeTiles(packing, box, ref scratch);
    }

    /// <summary>Tiles that share inputs.</summary>
    public int Group { get; }

    /// <summary>Where phases do not share their window, the inputs of a box.</summary>
    public Span<Element> Inputs { get; }

    /// <summary>Where they do, those of a group of tiles.</summary>
    public InputPanel Panel;

    /// <summary>Sums of tiles at the edges: [tile of the group][phase of depth and height][channel][output].</summary>
    public Span<Element> Strip { get; }

    public InterleavedTiles Tiles;

    public EdgeTiles Edges;

    public InterleavedBox Box;

    /// <summary>What the next unit will need.</summary>
    public InputAhead Ahead;
}

/// <summary>How much is computed at a time.</summary>
internal readonly record struct InterleavedSizes(Extent Box, int Group, long Bytes) : IBoxSizes<InterleavedPacking, InterleavedSizes>
{
    public static InterleavedSizes Of(InterleavedPacking packing, in LayerShape shape, long most)
    {
        LayerPhases plan = packing.Plan.Layer;
        int width = plan.Width.Positions(shape.Output.Width);
        // Lines that have tiles of their own fill no more of them in company.
        int tile = InterleavedTiles.LinesFillTiles(packing.Plan, packing.Tile, packing.InPerGroup, width, width) ? 1 : packing.Tile.Positions;
        Extent box = BoxSize.ForInterleaved(
            plan, packing.Plan.SharesWindow, packing.InPerGroup, tile, packing.Layout.Blocks, shape, most);
        int group = (int)Math.Min(InterleavedForm.GroupSize(packing), InterleavedTiles.Most(packing.Plan, packing.Tile, box));
        var counted = default(Scratch);
        _ = new InterleavedWork(packing, box, group, ref counted);
        return new InterleavedSizes(box, group, counted.Bytes);
    }
}
