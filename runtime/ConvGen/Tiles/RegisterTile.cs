namespace ConvGen.Tiles;

/// <summary>A register tile at a vector width, and what the code around the kernels must know of it.</summary>
/// <param name="Shape">The tile.</param>
/// <param name="Level">The vector width.</param>
internal readonly record struct RegisterTile(TileShape Shape, SimdLevel Level)
{
    /// <summary>Tiles there are, over all widths.</summary>
    public static int Count => TileShape.All.Count * ((int)SimdLevel.Vector512 + 1);

    /// <summary>A number of its own below <see cref="Count"/>.</summary>
    public int Index => (Shape.Index * ((int)SimdLevel.Vector512 + 1)) + (int)Level;

    private int Lanes => SimdSupport.Lanes(Level);

    /// <summary>Lanes are output channels and the pixels lie anywhere; otherwise lanes are neighbouring pixels of a row.</summary>
    public bool LanesAreChannels => Shape.Lanes == TileLanes.Channels;

    /// <summary>Output channels of a tile: the block that weights are packed in.</summary>
    public int Channels => LanesAreChannels ? Shape.Vectors * Lanes : Shape.Rows;

    /// <summary>Outputs of a tile per channel.</summary>
    public int Pixels => LanesAreChannels ? Shape.Rows : Shape.Vectors * Lanes;

    /// <summary>Outputs of a border's tile per channel.</summary>
    public int NarrowPixels => LanesAreChannels ? Shape.Rows : Lanes;

    /// <summary>Offsets of a tile in <see cref="KernelArguments.Offsets"/>.</summary>
    public int Offsets => LanesAreChannels ? 2 * Shape.Rows : 2;

    /// <summary>The tile for a layer whose groups have <paramref name="outPerGroup"/> output channels.</summary>
    /// <param name="algorithm">The form.</param>
    /// <param name="outPerGroup">Output channels of a group.</param>
    /// <param name="widest">The widest vectors.</param>
    public static RegisterTile For(Algorithm algorithm, int outPerGroup, SimdLevel widest) =>
        algorithm == Algorithm.DirectChannels
            ? NarrowestWithoutWaste(outPerGroup, widest) is var level && HasThirds(outPerGroup, SimdSupport.Lanes(level))
                ? new RegisterTile(TileShape.Channels4x3, level)
                : new RegisterTile(TileShape.Channels6x2, level)
            : new RegisterTile(PixelShape(outPerGroup), PixelLevel(widest));

    // 512-bit loads at any but every sixteenth pixel cross a cache line, and tiles of 48 or 64 pixels overshoot most rows.
    public static SimdLevel PixelLevel(SimdLevel widest) =>
        widest == SimdLevel.Vector512 && !SimdSupport.IsForced ? SimdLevel.Vector256 : widest;

    // A narrower vector where a wider one would only multiply padding: 16 channels fill two 256-bit vectors, half of two 512-bit ones.
    private static SimdLevel NarrowestWithoutWaste(int outPerGroup, SimdLevel level)
    {
        while (level > SimdLevel.Vector128 && outPerGroup <= SimdSupport.Lanes(level))
        {
            level--;
        }

        return level;
    }

    // Blocks of three vectors hold less padding than those of two: 48 channels fill three 512-bit vectors.
    private static bool HasThirds(int outPerGroup, int lanes) => ((outPerGroup - 1) / lanes) + 1 is var vectors && vectors % 2 == 1 && vectors % 3 == 0;

    // As many channels as share an input load, unless three fit better than four.
    private static TileShape PixelShape(int outPerGroup) => outPerGroup switch
    {
        1 => TileShape.Pixels1x4,
        2 => TileShape.Pixels2x4,
        _ => (outPerGroup + 2) / 3 * 3 < (outPerGroup + 3) / 4 * 4 ? TileShape.Pixels3x4 : TileShape.Pixels4x3,
    };
}
