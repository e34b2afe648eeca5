namespace ConvGen.Kernels;

/// <summary>Tiles of a box that share a phase, its taps and their size, and how many of another size come before them.</summary>
internal readonly record struct TileEntry(int Phase, TapRange Taps, int FirstOffset, int TilesBefore, int Tiles, TileSize Size);

/// <summary>
/// The entries of a box, worked out once and then executed for every block of output channels and of input channels.
/// </summary>
internal ref struct TileTable(LayerPhases plan, RegisterTile tile, Extent box, BorderTreatment borders, ref Scratch scratch)
{
    private readonly LayerPhases _plan = plan;
    private readonly RegisterTile _tile = tile;
    private readonly BorderTreatment _borders = borders;
    private readonly Span<AxisPiece> _depth = scratch.Take<AxisPiece>(Pieces(plan.Depth, box.Depth, borders));
    private readonly Span<AxisPiece> _height = scratch.Take<AxisPiece>(Pieces(plan.Height, box.Height, borders));
    private readonly Span<AxisPiece> _width = scratch.Take<AxisPiece>(Pieces(plan.Width, box.Width, borders));
    private readonly Span<TileEntry> _entries = scratch.Take<TileEntry>(MostEntries(plan, box, borders));
    private readonly Span<int> _offsets = scratch.Take<int>(MostOffsets(plan, tile, box, borders));
    private int _count;
    private int _offsetCount;

    /// <summary>Entries add to sums in the strip, which begins at zero.</summary>
    public readonly bool TapByTap => _borders == BorderTreatment.TapByTap;

    public readonly ReadOnlySpan<TileEntry> Entries => _entries[.._count];

    public readonly ref int Offsets(in TileEntry entry) => ref _offsets[entry.FirstOffset];

    /// <summary>Fills the table for a box.</summary>
    public void Fill(in InputBox input, in Strip strip)
    {
        (_count, _offsetCount) = (0, 0);
        int depths = Cut(_plan.Depth, input.Depth, input.Size.Depth, _depth);
        int heights = Cut(_plan.Height, input.Height, input.Size.Height, _height);
        int widths = Cut(_plan.Width, input.Width, input.Size.Width, _width);
        foreach (AxisPiece z in _depth[..depths])
        {
            foreach (AxisPiece y in _height[..heights])
            {
                foreach (AxisPiece x in _width[..widths])
                {
                    Add(z, y, x, input, strip);
                }
            }
        }
    }

    private readonly int Cut(AxisPhases axis, AxisWindow window, int input, Span<AxisPiece> pieces) => _borders switch
    {
        BorderTreatment.Margin => axis.CutWhole(window, pieces),
        BorderTreatment.TapByTap => axis.CutByTap(window, input, pieces),
        _ => axis.Cut(window, input, pieces),
    };

    private static int Pieces(AxisPhases axis, int outputs, BorderTreatment borders) =>
        borders == BorderTreatment.TapByTap ? axis.Axis.Kernel : axis.MostPieces(outputs);

    private static long MostCut(LayerPhases plan, Extent box) =>
        (long)plan.Depth.MostPieces(box.Depth) * plan.Height.MostPieces(box.Height) * plan.Width.MostPieces(box.Width);

    /// <summary>The most entries of a box of up to this size, each of full tiles and a rest.</summary>
    public static int MostEntries(LayerPhases plan, Extent box, BorderTreatment borders) =>
        (int)(2 * (borders == BorderTreatment.TapByTap ? plan.Taps : MostCut(plan, box)));

    // A cover has no more tiles than full ones would be: as many as fill the entry, and one (per row of it where tiles do not cross rows).
    private static long MostOffsets(LayerPhases plan, RegisterTile tile, Extent box, BorderTreatment borders) => tile.Offsets * (borders switch
    {
        // Every output is in the tiles of all its taps.
        BorderTreatment.TapByTap => (box.Volume * plan.MostTaps / tile.Pixels) + (2L * plan.Taps),
        _ when tile.LanesAreChannels => (box.Volume / tile.Pixels) + MostCut(plan, box),
        _ => (box.Volume / tile.NarrowPixels) + ((long)box.Depth * box.Height * plan.Width.MostPieces(box.Width)),
    });

    private void Add(AxisPiece z, AxisPiece y, AxisPiece x, in InputBox input, in Strip strip)
    {
        AxisPhase depth = _plan.Depth.Phases[z.Phase];
        AxisPhase height = _plan.Height.Phases[y.Phase];
        AxisPhase width = _plan.Width.Phases[x.Phase];
        var taps = new TapRange(Taps(depth, z.Segment), Taps(height, y.Segment), Taps(width, x.Segment));
        int first = _offsetCount;
        int rowLength = x.Segment.Length;
        TileCover cover = _tile.LanesAreChannels ? TileCover.Of(z.Segment.Length * y.Segment.Length * rowLength, _tile.Shape) : default;
        var list = new TileList(cover, _offsets[first..]);
        for (int qz = z.Segment.Start; qz < z.Segment.End; qz++)
        {
            for (int qy = y.Segment.Start; qy < y.Segment.End; qy++)
            {
                int window = input.Offset(
                    Input(depth, qz, z.Segment), Input(height, qy, y.Segment), Input(width, x.Segment.Start, x.Segment));
                int place = strip.Place(
                    (qz * _plan.Depth.Axis.Stride) + depth.Offset,
                    (qy * _plan.Height.Axis.Stride) + height.Offset,
                    x.Phase,
                    x.Segment.Start);
                if (_tile.LanesAreChannels)
                {
                    for (int i = 0; i < rowLength; i++)
                    {
                        list.Add(window + (i * width.InStep * input.ColumnStep), place + (i * strip.PositionStep));
                    }
                }
                else
                {
                    AddRow(window, place, rowLength, taps.IsWhole ? _tile.Pixels : _tile.NarrowPixels);
                }
            }
        }

        int phase = _plan.PhaseIndex(z.Phase, y.Phase, x.Phase);
        if (_tile.LanesAreChannels)
        {
            list.Complete();
            _offsetCount += cover.Offsets;
            AddEntry(phase, taps, first, 0, cover.Full, TileSize.Full);
            AddEntry(phase, taps, first, cover.Full, cover.Rest, cover.RestSize);
        }
        else
        {
            // Tiles along a row are narrow where the taps are a border's.
            AddEntry(phase, taps, first, 0, (_offsetCount - first) / _tile.Offsets, taps.IsWhole ? TileSize.Full : TileSize.Narrow);
        }
    }

    private void AddEntry(int phase, in TapRange taps, int first, int before, int tiles, TileSize size)
    {
        if (tiles > 0)
        {
            _entries[_count++] = new TileEntry(phase, taps, first + (before * _tile.Offsets), before, tiles, size);
        }
    }

    // Without taps there is no window; any place in the box will do, since nothing is read.
    private static int Input(in AxisPhase phase, int position, in AxisSegment segment) =>
        segment.TapCount == 0 ? position : (int)phase.Input(position, segment.FirstTap);

    private static TapAxis Taps(in AxisPhase phase, in AxisSegment segment) =>
        new(segment.FirstTap, segment.EndTap, phase.TapCount, phase.ShiftStep);

    // The last tile of a row reaches beyond it, into room that the strip and the input box keep for that.
    private void AddRow(int window, int place, int count, int pixels)
    {
        for (int i = 0; i < count; i += pixels)
        {
            _offsets[_offsetCount++] = window + i;
            _offsets[_offsetCount++] = place + i;
        }
    }
}
