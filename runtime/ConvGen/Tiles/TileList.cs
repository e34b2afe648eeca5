namespace ConvGen.Tiles;

/// <summary>
/// The offsets of the tiles of a cover, written pixel by pixel: its window in the inputs, then its place in the strip.
/// </summary>
/// <param name="cover">The tiles.</param>
/// <param name="offsets">Where to write them.</param>
internal ref struct TileList(TileCover cover, Span<int> offsets)
{
    private readonly Span<int> _offsets = offsets;
    private int _count;

    /// <summary>Adds the next pixel.</summary>
    public void Add(int window, int place)
    {
        _offsets[_count++] = window;
        _offsets[_count++] = place;
    }

    /// <summary>Fills the last tile with its last pixel: computed again, stored again, unchanged.</summary>
    public void Complete()
    {
        while (_count < cover.Offsets)
        {
            Add(_offsets[_count - 2], _offsets[_count - 1]);
        }
    }
}
