namespace ConvGen.Tiles;

/// <summary>
/// The offsets of the tiles of a cover, written pixel by pixel: per tile the pixels' windows in the inputs, then their places in the strip.
/// </summary>
/// <param name="cover">The tiles.</param>
/// <param name="offsets">Where to write them.</param>
internal ref struct TileList(TileCover cover, Span<int> offsets)
{
    private readonly Span<int> _offsets = offsets;
    private int _tile;
    private int _pixel;

    /// <summary>Adds the next pixel.</summary>
    public void Add(int window, int place)
    {
        int index = (_tile * RegisterTile.PixelOffsets) + _pixel;
        _offsets[index] = window;
        _offsets[index + RegisterTile.PixelRows] = place;
        if (++_pixel == cover.Rows(_tile))
        {
            (_tile, _pixel) = (_tile + 1, 0);
        }
    }

    /// <summary>Fills the last tile with its last pixel: computed again, stored again, unchanged.</summary>
    public void Complete()
    {
        while (_pixel > 0)
        {
            int last = (_tile * RegisterTile.PixelOffsets) + _pixel - 1;
            Add(_offsets[last], _offsets[last + RegisterTile.PixelRows]);
        }
    }
}
