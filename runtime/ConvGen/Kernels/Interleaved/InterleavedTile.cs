namespace ConvGen.Kernels.Interleaved;

/// <summary>A tile of phases side by side at a vector width.</summary>
/// <param name="Shape">The tile.</param>
/// <param name="Level">The vector width.</param>
internal readonly record struct InterleavedTile(TileShape Shape, SimdLevel Level)
{
    /// <summary>A number of its own below <see cref="RegisterTile.Count"/>.</summary>
    public int Index => new RegisterTile(Shape, Level).Index;

    /// <summary>Output channels of a tile: the block that weights are packed in.</summary>
    public int Channels => Shape.Rows;

    /// <summary>Positions of a tile.</summary>
    public int Positions => Lanes * Shape.Vectors;

    /// <summary>
    /// From a tile of a panel to the next: an odd number of cache lines, so that what is written to all of them, a channel at a time,
    /// falls into different cache sets.
    /// </summary>
    public long PanelTileStep(int channels)
    {
        const long line = CacheHint.LineElements;
        return ((((long)channels * Positions) + line - 1) / line * line) | line;
    }

    private int Lanes => SimdSupport.Lanes(Level);

    /// <summary>
    /// The tile for groups of <paramref name="outPerGroup"/> output channels, which its own divide: no channel is computed in vain.
    /// </summary>
    /// <param name="plan">The kernels.</param>
    /// <param name="outPerGroup">Output channels of a group.</param>
    /// <param name="brief">Sums are of few products: storing them is most of the work.</param>
    /// <param name="level">The vector width.</param>
    /// <param name="width">Inputs of a row, 0 where that is unknown.</param>
    public static InterleavedTile For(InterleavedPlan plan, int outPerGroup, bool brief, SimdLevel level, int width) => new(
        (plan.Phases, plan.Lines, brief) switch
        {
            (2, 2, true) => TileShape.Square1x2,
            (2, 2, _) => SquareShape(plan, outPerGroup, level),
            (2, _, true) => TileShape.Two1x4,
            (2, _, _) when plan.SharesWindow && level == SimdLevel.Vector512 && outPerGroup % 4 == 0 => FourShape(width),
            (2, _, _) => outPerGroup % 2 == 0 ? TileShape.Two2x3 : outPerGroup % 3 == 0 ? TileShape.Two3x2 : TileShape.Two1x4,
            (3, _, _) => outPerGroup % 2 == 0 && !brief ? TileShape.Three2x2 : TileShape.Three1x3,
            // Tiles of two long vectors end where rows do more often than those of three.
            (4, _, _) when brief || (plan.SharesWindow && level == SimdLevel.Vector512) => TileShape.Four1x2,
            (4, _, _) => TileShape.Four1x3,
            _ => TileShape.Eight1x1,
        },
        level);

    // Thirty-two registers hold four channels; two, where tiles of three vectors cover a row with less beyond it.
    private static TileShape FourShape(int width)
    {
        return Covered(2) <= Covered(3) ? TileShape.Two4x2 : TileShape.Two2x3;

        long Covered(int vectors)
        {
            long positions = vectors * SimdSupport.Lanes(SimdLevel.Vector512);
            return (width + positions - 1) / positions * positions;
        }
    }

    // Thirty-two registers hold twice the sums that sixteen do.
    private static TileShape SquareShape(InterleavedPlan plan, int outPerGroup, SimdLevel level) => (outPerGroup % 6, level == SimdLevel.Vector512) switch
    {
        (0 or 3, true) => TileShape.Square3x2,
        (0 or 3, false) when plan.SuitsOneLine => TileShape.Lines3x2,
        (2 or 4, true) => TileShape.Square2x2,
        _ => TileShape.Square1x3,
    };
}
