namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// The inputs of a group of tiles where all phases meet the same input: [tile][input channel][position], straight from the image. Next to
/// each other they stay in the second-level cache and meet few pages.
/// </summary>
internal readonly ref struct InputPanel
{
    private const int ChannelsAhead = 8;

    private readonly InterleavedPacking _packing;
    private readonly Span<PanelPiece> _pieces;

    public InputPanel(InterleavedPacking packing, int group, ref Scratch scratch)
    {
        _packing = packing;
        int tiles = packing.Plan.SharesWindow ? group : 0;
        Elements = scratch.Take<Element>(tiles * packing.Tile.PanelTileStep(packing.InPerGroup));
        // At the most one for every position.
        _pieces = scratch.Take<PanelPiece>((long)tiles * packing.Tile.Positions);
    }

    public Span<Element> Elements { get; }

    /// <summary>Fills the panel with the inputs of the tiles from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="image">The planes of a group's input channels.</param>
    /// <param name="box">Where the tiles count their positions.</param>
    /// <param name="tiles">The tiles.</param>
    /// <param name="start">The first tile.</param>
    /// <param name="end">The tile after the last.</param>
    public void Fill(ReadOnlySpan<Element> image, in InputBox box, in InterleavedTiles tiles, int start, int end)
    {
        (int channels, int positions) = (_packing.InPerGroup, _packing.Tile.Positions);
        int tileStep = (int)_packing.Tile.PanelTileStep(channels);
        int count = 0;
        int covered = 0;
        for (int index = start; index < end; index++)
        {
            covered += Cut(tiles[index], box, (index - start) * tileStep, ref count);
        }

        if (covered < (end - start) * positions)
        {
            Elements[..((end - start) * tileStep)].Clear();
        }

        int volume = (int)box.Size.Volume;
        Copy(image[..(channels * volume)], volume, _pieces[..count]);
    }

    // A channel after the other: each is a page of its own, too short a stretch of it to be foreseen. Pieces are short, and were cut to
    // fit: nothing is checked twice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(ReadOnlySpan<Element> image, nint volume, ReadOnlySpan<PanelPiece> pieces)
    {
        ref Element plane = ref MemoryMarshal.GetReference(image);
        ref Element panel = ref MemoryMarshal.GetReference(Elements);
        nint ahead = ChannelsAhead * volume;
        nint positions = _packing.Tile.Positions;
        for (int channel = _packing.InPerGroup; channel > 0; channel--)
        {
            foreach (ref readonly PanelPiece piece in pieces)
            {
                ref Element source = ref Unsafe.Add(ref plane, piece.Source);
                CacheHint.Line(ref source, ahead);
                CacheHint.Line(ref source, ahead + piece.Length - 1);
                ShortCopy.Copy(ref source, ref Unsafe.Add(ref panel, piece.Target), piece.Length);
            }

            plane = ref Unsafe.Add(ref plane, volume);
            panel = ref Unsafe.Add(ref panel, positions);
        }
    }

    // A tile reaches over rows of the box, and over what the image has not got. Returns the positions that it has.
    private int Cut(TilePlace tile, in InputBox box, int target, ref int count)
    {
        int depth = box.Depth.InStart + tile.Slice;
        int covered = 0;
        int most = _packing.Tile.Positions;
        for (int done = 0; done < most;)
        {
            (int row, int column) = Math.DivRem(tile.Position + done, box.RowStep);
            int length = Math.Min(box.RowStep - column, most - done);
            int height = box.Height.InStart + row;
            int first = Math.Max(0, box.Width.InStart + column);
            int last = Math.Min(box.Size.Width, box.Width.InStart + column + length);
            if ((uint)depth < (uint)box.Size.Depth && (uint)height < (uint)box.Size.Height && row < box.Height.Inputs && first < last)
            {
                _pieces[count++] = new PanelPiece(
                    (((depth * box.Size.Height) + height) * box.Size.Width) + first,
                    target + done + first - (box.Width.InStart + column),
                    last - first);
                covered += last - first;
            }

            done += length;
        }

        return covered;
    }
}

/// <summary>Neighbouring inputs of a row: where they begin in a plane of the image and in the panel's first channel.</summary>
internal readonly record struct PanelPiece(int Source, int Target, int Length);
