namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// The tiles of a box. Those that lie within a row and the output are stored there straight; the others, at its edges, go into a
/// strip, which is then copied row by row.
/// </summary>
internal ref struct InterleavedTiles
{
    // Few enough products to compute outputs twice rather than to copy them from a strip.
    private const int MostProductsTwice = 32;

    private readonly InterleavedPlan _plan;
    private readonly InterleavedTile _tile;
    private readonly Span<TilePlace> _tiles;
    private readonly Span<int> _offsets;

    public InterleavedTiles(InterleavedPlan plan, InterleavedTile tile, Extent box, ref Scratch scratch)
    {
        (_plan, _tile) = (plan, tile);
        long most = Most(plan, tile, box);
        _tiles = scratch.Take<TilePlace>(most);
        _offsets = scratch.Take<int>(most * 2 * plan.Taps.Length);
    }

    /// <summary>Tiles in all.</summary>
    public int Count { get; private set; }

    /// <summary>Tiles that are stored straight into the output: the first.</summary>
    public int Straight { get; private set; }

    /// <summary>Elements of a channel of a tile of the strip.</summary>
    public readonly int StripStep => _tile.Positions * _plan.Layer.Width.Axis.Stride;

    /// <summary>The most tiles of a box.</summary>
    public static long Most(InterleavedPlan plan, InterleavedTile tile, Extent box)
    {
        (long slices, long rows, long columns) =
            (plan.Layer.Depth.Positions(box.Depth), plan.Layer.Height.Positions(box.Height), plan.Layer.Width.Positions(box.Width));
        long pitch = columns + plan.Layer.Width.MaxShift - plan.Layer.Width.MinShift;
        long along = ((rows * pitch) + tile.Positions - 1) / tile.Positions;
        long aligned = rows * (((columns + tile.Positions - 1) / tile.Positions) + 1);
        return slices * Math.Max(along, aligned);
    }

    /// <summary>
    /// Whether every line has tiles of its own, because they are short or full; otherwise they run on from line to line.
    /// </summary>
    public static bool LinesFillTiles(InterleavedPlan plan, InterleavedTile tile, int channels, int width, int pitch) =>
        channels * plan.Layer.MostTaps <= MostProductsTwice
        || 25L * ((width + tile.Positions - 1) / tile.Positions) * tile.Positions <= 26L * pitch;

    /// <summary>The tile with the given number; straight ones come first.</summary>
    public readonly TilePlace this[int index] => _tiles[index];

    /// <summary>Windows and places of the tiles from <paramref name="first"/> on, for a kernel.</summary>
    public readonly ref int Offsets(int kernel, int first) => ref _offsets[((kernel * Count) + first) * 2];

    /// <summary>Finds the tiles of a box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="output">Lengths of the output.</param>
    /// <param name="group">Tiles that share a strip, and a panel of inputs: they count from 0.</param>
    /// <param name="channels">Input channels.</param>
    public void Fill(in InterleavedBox box, Extent output, int group, int channels)
    {
        int pitch = box.Input.RowStep;
        int positions = _tile.Positions;
        int rowTiles = (box.Positions.Width + positions - 1) / positions;
        bool aligned = box.WholeColumns >= positions
            && (box.Input.InPlace || LinesFillTiles(_plan, _tile, channels, box.Positions.Width, pitch));
        Straight = 0;
        Count = 0;
        // Straight tiles first: the same walk twice.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int slice = 0; slice < box.Positions.Depth; slice++)
            {
                if (aligned)
                {
                    AddAligned(box, output, slice, rowTiles, straight: pass == 0);
                }
                else
                {
                    int length = ((box.Positions.Height - 1) * pitch) + box.Positions.Width;
                    for (int at = 0; at < length; at += positions)
                    {
                        Add(box, output, new TilePlace(slice, at), straight: pass == 0);
                    }
                }
            }

            if (pass == 0)
            {
                Straight = Count;
            }
        }

        FillOffsets(box, output, group, channels);
    }

    // The last tile of a row ends where the row does; a position that is not whole needs one more.
    private void AddAligned(in InterleavedBox box, Extent output, int slice, int rowTiles, bool straight)
    {
        for (int row = 0; row < box.Positions.Height; row++)
        {
            int start = row * box.Input.RowStep;
            for (int tile = 0; tile < rowTiles; tile++)
            {
                int at = Math.Min(tile * _tile.Positions, box.WholeColumns - _tile.Positions);
                Add(box, output, new TilePlace(slice, start + at), straight);
            }

            if (box.WholeColumns < box.Positions.Width)
            {
                Add(box, output, new TilePlace(slice, start + box.Positions.Width - _tile.Positions), straight);
            }
        }
    }

    private void Add(in InterleavedBox box, Extent output, TilePlace tile, bool straight)
    {
        if (IsStraight(box, output, tile) == straight)
        {
            _tiles[Count++] = tile;
        }
    }

    // All outputs of all its positions and phases lie in the output.
    private readonly bool IsStraight(in InterleavedBox box, Extent output, TilePlace tile)
    {
        (int row, int column) = Math.DivRem(tile.Position, box.Input.RowStep);
        return column + _tile.Positions <= box.WholeColumns
            && (box.First.Height + row + 1L) * _plan.Layer.Height.Axis.Stride <= output.Height
            && (box.First.Depth + tile.Slice + 1L) * _plan.Layer.Depth.Axis.Stride <= output.Depth;
    }

    private readonly void FillOffsets(in InterleavedBox box, Extent output, int group, int channels)
    {
        LayerPhases plan = _plan.Layer;
        int panelStep = _plan.SharesWindow ? (int)_tile.PanelTileStep(channels) : 0;
        int next = 0;
        for (int lines = 0; lines < _plan.Depths.Length * _plan.Heights.Length; lines++)
        {
            (int z, int y) = Math.DivRem(lines, _plan.Heights.Length);
            (InterleavedPhases depth, InterleavedPhases height) = (_plan.Depths[z], _plan.Heights[y]);
            int plane = lines * _plan.Lines;
            int corner = ((depth.FirstShift - plan.Depth.MinShift) * box.Input.SliceStep)
                + ((height.FirstShift - plan.Height.MinShift) * box.Input.RowStep);
            foreach (InterleavedPhases width in _plan.Widths)
            {
                int window = corner + width.FirstShift - _plan.MinShift;
                for (int i = 0; i < Count; i++)
                {
                    TilePlace tile = _tiles[i];
                    _offsets[next++] = _plan.SharesWindow
                        ? i % group * panelStep
                        : window + (tile.Slice * box.Input.SliceStep) + tile.Position;
                    _offsets[next++] = i >= Straight
                        ? (((i % group * _plan.Planes) + plane) * _tile.Channels * StripStep) + width.Offset
                        : Place(box, output, tile, depth.Offset, height.Offset) + width.Offset;
                }
            }
        }
    }

    private readonly int Place(in InterleavedBox box, Extent output, TilePlace tile, int depthOffset, int heightOffset)
    {
        LayerPhases plan = _plan.Layer;
        (int row, int column) = Math.DivRem(tile.Position, box.Input.RowStep);
        int z = ((box.First.Depth + tile.Slice) * plan.Depth.Axis.Stride) + depthOffset;
        int y = ((box.First.Height + row) * plan.Height.Axis.Stride) + heightOffset;
        return (((z * output.Height) + y) * output.Width) + ((box.First.Width + column) * plan.Width.Axis.Stride);
    }
}

/// <summary>A tile: its slice of the box and its first position in it.</summary>
internal readonly record struct TilePlace(int Slice, int Position);
