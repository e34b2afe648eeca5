namespace ConvGen.Tiles;

/// <summary>Tiles of channels as lanes that cover a number of pixels, at most one of them twice: full tiles first, then smaller ones.</summary>
/// <param name="Full">Tiles of <see cref="RegisterTile.PixelRows"/>.</param>
/// <param name="RestSize">The tile for the pixels left over.</param>
/// <param name="Rest">How many of those.</param>
internal readonly record struct TileCover(int Full, TileSize RestSize, int Rest)
{
    /// <summary>How many tiles.</summary>
    public int Tiles => Full + Rest;

    /// <summary>The tiles for <paramref name="pixels"/>: never more of them than full ones would take.</summary>
    public static TileCover Of(int pixels)
    {
        (int full, int left) = Math.DivRem(pixels, RegisterTile.PixelRows);
        return left switch
        {
            0 => new TileCover(full, TileSize.Rest, 0),
            1 => new TileCover(full, TileSize.Narrow, 1),
            // Eight are two of four, not six and two.
            2 when full > 0 => new TileCover(full - 1, TileSize.Rest, 2),
            <= RegisterTile.RestRows => new TileCover(full, TileSize.Rest, 1),
            _ => new TileCover(full + 1, TileSize.Rest, 0),
        };
    }

    /// <summary>Pixels of a tile.</summary>
    public int Rows(int tile) => tile < Full ? RegisterTile.PixelRows : RestSize == TileSize.Rest ? RegisterTile.RestRows : 1;
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
