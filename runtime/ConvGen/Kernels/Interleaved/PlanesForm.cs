namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// Planes of one input and one output channel per group, whose emitted kernels hold their weights in registers along a line: some lines of
/// outputs at a time from a few rows of inputs. A tile of <see cref="InterleavedForm"/> has too few products of such a layer to repay what it
/// looks up and the weights that it loads. The sums are the same, in the same order.
/// </summary>
internal sealed class PlanesForm : LayerForm<PlanesForm.BandSizes>
{
    // Rows of inputs that stay in a first-level cache of 32 KB beside lines of outputs.
    private const int BandElements = 4 * 1024;

    // A few longer rows would not leave the second-level cache to anything else.
    private const int MostPositions = 4096;

    private readonly PlanesPlan _plan;
    private readonly AxisPhases _width;
    private readonly SimdLevel _level;

    private PlanesForm(IWeightPacking packing, PlanesPlan plan)
        : base(packing, Algorithm.DirectPixels) =>
        (_plan, _width, _level) = (plan, plan.Layer.Width, SimdSupport.Widest);

    /// <summary>The form for a packing; null where it is none of such a layer.</summary>
    public static PlanesForm? Create(InterleavedPacking packing) =>
        DepthwisePlanes.Suit(packing) && PlanesRule.Holds(packing.Plan.Layer.Geometry, isWidest: SimdSupport.Widest == SimdLevel.Vector512)
            ? new PlanesForm(packing, PlanesPlan.Of(packing.Plan))
            : null;

    /// <summary>The form for a packing of a layer of one phase; null where it is none of such a layer.</summary>
    public static PlanesForm? Create(PhasePacking packing) =>
        packing is { Tile.Channels: 1, InPerGroup: 1, ByTap: false } && PlanesRule.HoldsOne(packing.Plan.Geometry)
            ? new PlanesForm(packing, PlanesPlan.OfOne(packing.Plan))
            : null;

    /// <summary>Whether a call is computed so. There is no other way for inputs that are put side by side.</summary>
    public bool Suits(in LayerShape shape) => _width.Axis.InStep > 1 || _width.Positions(shape.Output.Width) <= MostPositions;

    protected override BandSizes Sizes(in LayerShape shape) => new(this, shape);

    protected override WorkGrid Grid(in LayerShape shape, in BandSizes sizes) =>
        DepthwisePlanes.Grid(Packing.Layout, shape.Batch, sizes.AllPositions);

    protected override void Run(in LayerCall call, in BandSizes sizes, WorkGrid grid, int first, int last, ref Scratch scratch)
    {
        var band = new Band(sizes, ref scratch);
        // What no row of the image covers stays zero.
        band.Rows.Clear();
        for (int index = first, next; index < last; index = next)
        {
            WorkUnit unit = grid.Sharing(index, last, out next);
            (int start, int end) = DepthwisePlanes.Lines(grid, unit, sizes.AllPositions);
            for (int position = start; position < end; position += sizes.Positions)
            {
                RunBand(call, unit, position, Math.Min(sizes.Positions, end - position), band);
            }
        }
    }

    // Positions of the height, of all channels that meet the same inputs.
    private void RunBand(in LayerCall call, in WorkUnit unit, int position, int positions, in Band band)
    {
        BandSizes sizes = band.Sizes;
        int height = call.Shape.Output.Height;
        int width = call.Shape.Output.Width;
        int rows = ((positions - 1) * _plan.RowsOfPosition) + 1 + _plan.MoreRows;
        Fill(call, sizes, call.GroupInput(unit), (position * _plan.RowsOfPosition) + _plan.MinShift, rows, band.Rows[sizes.Lead..]);
        PlanesKernel kernels = call.Layer.Kernels(_level).Planes;
        ref Element packed = ref MemoryMarshal.GetReference(call.Weights);
        var args = new PlaneArguments
        {
            // Of the first block: that of others is set below.
            Lines = ref call.BlockOutput(unit, unit.FirstBlock)[0],
            RowStep = sizes.RowStep,
            PartStep = sizes.PartStep,
            RowsOfPosition = _plan.RowsOfPosition,
            Positions = positions,
            Vectors = sizes.Vectors,
            LastPosition = sizes.LastPosition,
            EndsInStrip = sizes.EndsInStrip,
            LineStep = width,
            PositionStep = (nint)_plan.Outputs * width,
            Spare = ref band.Spare[0],
            Strip = ref band.Strip[0],
            StripStep = sizes.StripStep,
            LinesOfKernel = _plan.Lines,
            Stride = _plan.Outputs,
        };
        for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
        {
            Span<Element> plane = call.BlockOutput(unit, block);
            args.Bias = ref Unsafe.Add(ref packed, Packing.Layout.Bias(unit.Group, block));
            for (int kernel = 0; kernel < _plan.Heights.Length; kernel++)
            {
                InterleavedPhases lines = _plan.Heights[kernel];
                int first = (position * _plan.Outputs) + lines.Offset;
                if (first >= height)
                {
                    continue;
                }

                args.Weights = ref Unsafe.Add(ref packed, call.BlockWeights(unit, block) + _plan.FirstTaps[kernel]);
                args.Rows = ref band.Rows[sizes.Lead + ((lines.FirstShift - _plan.MinShift) * sizes.RowStep)];
                args.Lines = ref plane[first * width];
                args.ExistingLines = height - first;
                kernels(kernel, args);
                if (sizes.EndsInStrip)
                {
                    WriteStrip(band, plane[(first * width)..], positions, width, height - first);
                }
            }
        }

        (int start, int end) = (position * _plan.Outputs, Math.Min(height, (position + positions) * _plan.Outputs));
        call.Finish(unit, unit.FirstBlock, unit.EndBlock, AxisWindow.One, AxisWindow.OfOutputs(start, end), AxisWindow.OfOutputs(0, width));
    }

    // The ends of lines, which their last vectors reach beyond.
    private void WriteStrip(in Band band, Span<Element> lines, int positions, int width, int existing)
    {
        int place = band.Sizes.LastPosition * _width.Axis.Stride;
        int length = width - place;
        ReadOnlySpan<Element> strip = band.Strip;
        for (int position = 0; position < positions; position++)
        {
            for (int line = 0; line < _plan.Lines; line++, strip = strip[band.Sizes.StripStep..])
            {
                int number = (position * _plan.Outputs) + line;
                if (number < existing)
                {
                    ShortCopy.Copy(strip[..length], lines.Slice((number * width) + place, length));
                }
            }
        }
    }

    // Some rows of the image, from the first input that a position meets on; what lies to the left and right of it was cleared before.
    private void Fill(in LayerCall call, in BandSizes sizes, ReadOnlySpan<Element> input, int first, int count, Span<Element> rows)
    {
        Extent size = call.Shape.Input;
        int minShift = _width.MinShift;
        int length = sizes.Inputs;
        int left = Math.Clamp(-minShift, 0, length);
        int right = (int)Math.Clamp((long)size.Width - minShift, left, length);
        // The rows of the band that are rows of the image.
        int start = left == right ? count : Math.Clamp(-first, 0, count);
        int end = left == right ? count : Math.Clamp(size.Height - first, start, count);
        ClearRows(sizes, rows, 0, start);
        ClearRows(sizes, rows, end, count);
        if (start == end)
        {
            return;
        }

        ReadOnlySpan<Element> source = input[(((first + start) * size.Width) + left + minShift)..];
        Span<Element> target = rows[(start * sizes.RowStep)..];
        if (_width.Axis.InStep > 1)
        {
            Deinterleaving.Copy(source, size.Width, right - left, end - start, left, _width.Axis.InStep, target, sizes.PartStep, sizes.RowStep);
            return;
        }

        for (int i = 0; i < end - start; i++)
        {
            ShortCopy.Copy(source.Slice(i * size.Width, right - left), target.Slice((i * sizes.RowStep) + left, right - left));
        }
    }

    private static void ClearRows(in BandSizes sizes, Span<Element> rows, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            rows.Slice(row * sizes.RowStep, sizes.RowLength).Clear();
        }
    }

    /// <summary>How much a band of lines has, for a call: worked out once.</summary>
    internal readonly record struct BandSizes : IScratchSizes
    {
        public BandSizes(PlanesForm form, in LayerShape shape)
        {
            int lanes = SimdSupport.Lanes(form._level);
            int stride = form._width.Axis.Stride;
            int width = shape.Output.Width;
            AllPositions = form._plan.Positions(shape.Output.Height);
            int parts = form._width.Axis.InStep;
            int span = form._width.MaxShift - form._width.MinShift;
            Inputs = ((form._width.Positions(width) - 1) * parts) + 1 + span;
            // The input at a position lies on a cache line.
            Lead = parts > 1 ? 0 : (CacheHint.LineElements + (form._width.MinShift % CacheHint.LineElements)) % CacheHint.LineElements;
            Vectors = (form._width.Positions(width) + lanes - 1) / lanes;
            EndsInStrip = width % stride != 0 || width < stride * lanes;
            LastPosition = EndsInStrip ? (Vectors - 1) * lanes : (width / stride) - lanes;
            int part = Lead + (Vectors * lanes) + (span / parts) + 1;
            PartStep = (part + CacheHint.LineElements - 1) / CacheHint.LineElements * CacheHint.LineElements;
            RowStep = parts * PartStep;
            int rows = form._plan.RowsOfPosition;
            Positions = Math.Min(AllPositions, Math.Max(1, ((BandElements / RowStep) - form._plan.MoreRows) / rows));
            Rows = ((Positions - 1) * rows) + 1 + form._plan.MoreRows;
            StripStep = stride * lanes;
            Lines = Positions * form._plan.Lines;
            var counted = default(Scratch);
            _ = new Band(this, ref counted);
            Bytes = counted.Bytes;
        }

        /// <summary>Positions of the height, in all.</summary>
        public int AllPositions { get; }

        /// <summary>Those of a band.</summary>
        public int Positions { get; }

        /// <summary>Inputs that the positions of a line meet.</summary>
        public int Inputs { get; }

        /// <summary>Elements before the first input of a row.</summary>
        public int Lead { get; }

        /// <summary>From the inputs of a row that positions meet first to those after them, where neighbouring positions are not neighbouring inputs.</summary>
        public int PartStep { get; }

        /// <summary>Elements of a row after the lead.</summary>
        public int RowLength => RowStep - Lead;

        public int RowStep { get; }

        public int Vectors { get; }

        public bool EndsInStrip { get; }

        public int LastPosition { get; }

        public int StripStep { get; }

        /// <summary>Rows of inputs that a band meets.</summary>
        public int Rows { get; }

        /// <summary>Lines of outputs of a kernel.</summary>
        public int Lines { get; }

        public long Bytes { get; }
    }

    /// <summary>The buffers of a thread.</summary>
    private readonly ref struct Band(in BandSizes sizes, ref Scratch scratch)
    {
        public BandSizes Sizes { get; } = sizes;

        public Span<Element> Rows { get; } = scratch.Take<Element>(sizes.Rows * sizes.RowStep);

        public Span<Element> Strip { get; } = scratch.Take<Element>(sizes.Lines * sizes.StripStep);

        /// <summary>Room for lines that do not exist.</summary>
        public Span<Element> Spare { get; } = scratch.Take<Element>(sizes.Vectors * sizes.StripStep);
    }
}
