namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// The register tiles of phases side by side: phases, output channels, vectors of positions. A square has two phases of the height and of
/// the width, computed together or line by line.
/// </summary>
internal enum InterleavedShape
{
    Two1x4,
    Two2x3,
    Two3x2,
    Two4x2,
    Three1x3,
    Three2x2,
    Four1x3,
    Four1x2,
    Eight1x1,
    Square1x2,
    Square1x3,
    Square2x2,
    Lines3x2,
    Square3x2,
}

/// <summary>A tile of phases side by side at a vector width.</summary>
/// <param name="Shape">The tile.</param>
/// <param name="Level">The vector width.</param>
internal readonly record struct InterleavedTile(InterleavedShape Shape, SimdLevel Level)
{
    /// <summary>Tiles there are, over all levels.</summary>
    public const int Count = ((int)InterleavedShape.Square3x2 + 1) * ((int)SimdLevel.Vector512 + 1);

    /// <summary>A number of its own below <see cref="Count"/>.</summary>
    public int Index => ((int)Shape * ((int)SimdLevel.Vector512 + 1)) + (int)Level;

    /// <summary>Output channels of a tile: the block that weights are packed in.</summary>
    public int Channels => Shape switch
    {
        InterleavedShape.Two2x3 or InterleavedShape.Three2x2 or InterleavedShape.Square2x2 => 2,
        InterleavedShape.Two3x2 or InterleavedShape.Lines3x2 or InterleavedShape.Square3x2 => 3,
        InterleavedShape.Two4x2 => 4,
        _ => 1,
    };

    /// <summary>Positions of a tile.</summary>
    public int Positions => Lanes * Shape switch
    {
        InterleavedShape.Two1x4 => 4,
        InterleavedShape.Two2x3 or InterleavedShape.Three1x3 or InterleavedShape.Four1x3 or InterleavedShape.Square1x3 => 3,
        InterleavedShape.Eight1x1 => 1,
        _ => 2,
    };

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
            (2, 2, true) => InterleavedShape.Square1x2,
            (2, 2, _) => SquareShape(plan, outPerGroup, level),
            (2, _, true) => InterleavedShape.Two1x4,
            (2, _, _) when plan.SharesWindow && level == SimdLevel.Vector512 && outPerGroup % 4 == 0 => FourShape(width),
            (2, _, _) => outPerGroup % 2 == 0 ? InterleavedShape.Two2x3 : outPerGroup % 3 == 0 ? InterleavedShape.Two3x2 : InterleavedShape.Two1x4,
            (3, _, _) => outPerGroup % 2 == 0 && !brief ? InterleavedShape.Three2x2 : InterleavedShape.Three1x3,
            // Tiles of two long vectors end where rows do more often than those of three.
            (4, _, _) when brief || (plan.SharesWindow && level == SimdLevel.Vector512) => InterleavedShape.Four1x2,
            (4, _, _) => InterleavedShape.Four1x3,
            _ => InterleavedShape.Eight1x1,
        },
        level);

    // Thirty-two registers hold four channels; two, where tiles of three vectors cover a row with less beyond it.
    private static InterleavedShape FourShape(int width)
    {
        return Covered(2) <= Covered(3) ? InterleavedShape.Two4x2 : InterleavedShape.Two2x3;

        long Covered(int vectors)
        {
            long positions = vectors * SimdSupport.Lanes(SimdLevel.Vector512);
            return (width + positions - 1) / positions * positions;
        }
    }

    // Thirty-two registers hold twice the sums that sixteen do.
    private static InterleavedShape SquareShape(InterleavedPlan plan, int outPerGroup, SimdLevel level) => (outPerGroup % 6, level == SimdLevel.Vector512) switch
    {
        (0 or 3, true) => InterleavedShape.Square3x2,
        (0 or 3, false) when plan.SuitsOneLine => InterleavedShape.Lines3x2,
        (2 or 4, true) => InterleavedShape.Square2x2,
        _ => InterleavedShape.Square1x3,
    };
}
