namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// Which parts of the strip of tiles at the edges of a box lie in the output, and where: worked out once per box, copied for every block.
/// </summary>
internal readonly ref struct EdgeTiles
{
    private readonly InterleavedPacking _packing;
    private readonly Span<EdgePiece> _pieces;

    // Per tile of the box, the piece after its last.
    private readonly Span<int> _ends;

    public EdgeTiles(InterleavedPacking packing, Extent box, ref Scratch scratch)
    {
        _packing = packing;
        long tiles = InterleavedTiles.Most(packing.Plan, packing.Tile, box);
        // A piece begins where a tile does, or a row.
        _pieces = scratch.Take<EdgePiece>(packing.Plan.Planes * (tiles + ((long)box.Depth * box.Height)));
        _ends = scratch.Take<int>(tiles);
    }

    /// <summary>Finds the pieces of the tiles of a box that are not straight; <paramref name="group"/> tiles share a strip.</summary>
    public void Fill(in InterleavedBox box, in InterleavedTiles tiles, Extent output, int group)
    {
        int count = 0;
        for (int index = tiles.Straight; index < tiles.Count; index++)
        {
            Cut(box, tiles[index], index % group, tiles.StripStep, output, ref count);
            _ends[index] = count;
        }
    }

    /// <summary>Writes the tiles from <paramref name="start"/> up to <paramref name="end"/>, none of them straight, of a block.</summary>
    public void Write(in InterleavedTiles tiles, int start, int end, ReadOnlySpan<Element> strip, Span<Element> planes, int volume)
    {
        int first = start == tiles.Straight ? 0 : _ends[start - 1];
        (int channels, int step) = (_packing.Tile.Channels, tiles.StripStep);
        foreach (ref readonly EdgePiece piece in _pieces[first.._ends[end - 1]])
        {
            for (int channel = 0; channel < channels; channel++)
            {
                ShortCopy.Copy(
                    strip.Slice(piece.Source + (channel * step), piece.Length),
                    planes.Slice(piece.Target + (channel * volume), piece.Length));
            }
        }
    }

    private void Cut(in InterleavedBox box, TilePlace tile, int tileOfStrip, int step, Extent output, ref int count)
    {
        LayerPhases plan = _packing.Plan.Layer;
        (int pitch, int stride) = (box.Input.RowStep, plan.Width.Axis.Stride);
        (int row, int column) = Math.DivRem(tile.Position, pitch);
        int most = _packing.Tile.Positions;
        // The part of the tile in each row that it touches; between rows lie windows of the margin.
        for (int done = 0; done < most && row < box.Positions.Height; row++)
        {
            int positions = Math.Min(pitch - column, most - done);
            if (column < box.Positions.Width)
            {
                int start = (box.First.Width + column) * stride;
                int length = Math.Min(Math.Min(positions, box.Positions.Width - column) * stride, box.Input.Width.OutEnd - start);
                for (int plane = 0; plane < _packing.Plan.Planes; plane++)
                {
                    (int z, int y) = Math.DivRem(plane, plan.Height.Phases.Length);
                    int depth = Place(plan.Depth, z, box.First.Depth + tile.Slice);
                    int height = Place(plan.Height, y, box.First.Height + row);
                    if (depth < output.Depth && height < output.Height)
                    {
                        _pieces[count++] = new EdgePiece(
                            (((tileOfStrip * _packing.Plan.Planes) + plane) * _packing.Tile.Channels * step) + (done * stride),
                            (((depth * output.Height) + height) * output.Width) + start,
                            length);
                    }
                }
            }

            done += positions;
            column = 0;
        }
    }

    private static int Place(AxisPhases axis, int phase, int position) => (position * axis.Axis.Stride) + axis.Phases[phase].Offset;
}

/// <summary>Neighbouring outputs of a row: where they begin in the strip and in a plane of the output.</summary>
internal readonly record struct EdgePiece(int Source, int Target, int Length);
