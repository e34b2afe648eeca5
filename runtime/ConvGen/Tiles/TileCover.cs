namespace ConvGen.Tiles;

/// <summary>Tiles of channels as lanes that cover a number of pixels: full tiles first, then smaller ones.</summary>
/// <param name="Shape">The full tile.</param>
/// <param name="Full">How many of it.</param>
/// <param name="RestSize">The tile for the pixels left over.</param>
/// <param name="Rest">How many of those.</param>
internal readonly record struct TileCover(TileShape Shape, int Full, TileSize RestSize, int Rest)
{
    /// <summary>How many tiles.</summary>
    public int Tiles => Full + Rest;

    /// <summary>A window and a place for each of their pixels.</summary>
    public int Offsets => 2 * ((Full * Shape.Rows) + (Rest * Rows(Full)));

    /// <summary>The tiles for <paramref name="pixels"/> that compute fewest in vain, and the fewest of those.</summary>
    public static TileCover Of(int pixels, TileShape shape)
    {
        int rest = shape.Rest!.Rows;
        (int full, int left) = Math.DivRem(pixels, shape.Rows);
        int few = (left + rest - 1) / rest;
        int more = (left + shape.Rows + rest - 1) / rest;
        return left switch
        {
            0 => new TileCover(shape, full, TileSize.Rest, 0),
            1 => new TileCover(shape, full, TileSize.Narrow, 1),
            // Eight are two of four, not six and two.
            _ when full > 0 && more * rest < shape.Rows + Math.Min(few * rest, shape.Rows) => new TileCover(shape, full - 1, TileSize.Rest, more),
            _ when few * rest < shape.Rows => new TileCover(shape, full, TileSize.Rest, few),
            _ => new TileCover(shape, full + 1, TileSize.Rest, 0),
        };
    }

    /// <summary>Pixels of a tile.</summary>
    public int Rows(int tile) => tile < Full ? Shape.Rows : RestSize == TileSize.Rest ? Shape.Rest!.Rows : Shape.Narrow!.Rows;
}

/// <summary>Which of the tiles of a tile.</summary>
internal enum TileSize
{
    /// <summary>The one that kernels are unrolled for.</summary>
    Full,

    /// <summary>The one for what full ones leave over.</summary>
    Rest,

    /// <summary>The smallest.</summary>
    Narrow,
}
