namespace ConvGen.Kernels.Interleaved;

/// <summary>Planes that are computed channel by channel, line by line, and how they fall into units.</summary>
internal static class DepthwisePlanes
{
    /// <summary>Whether a layer is one of planes with an input channel to each group, packed channel by channel.</summary>
    public static bool Suit(InterleavedPacking packing) => packing is { Tile.Channels: 1, InPerGroup: 1 };

    /// <summary>Planes, in parts where they are too few for threads to share.</summary>
    /// <param name="layout">The channels.</param>
    /// <param name="batch">Images.</param>
    /// <param name="lines">Lines of a plane, or pairs of them: what a part has a whole number of.</param>
    public static WorkGrid Grid(BlockLayout layout, int batch, int lines)
    {
        long planes = (long)batch * layout.Groups;
        int parts = (int)Math.Clamp((WorkGrid.LeastUnits + planes - 1) / planes, 1, lines);
        return new WorkGrid(new Extent(1, parts, 1), batch, layout.Groups, layout.Blocks);
    }

    /// <summary>The lines of a unit.</summary>
    public static (int Start, int End) Lines(WorkGrid grid, WorkUnit unit, int lines) => (
        (int)((long)lines * unit.Place.Height / grid.Boxes.Height),
        (int)((long)lines * (unit.Place.Height + 1) / grid.Boxes.Height));
}
