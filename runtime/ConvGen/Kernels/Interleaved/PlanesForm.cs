namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// Planes of one input and one output channel per group, whose emitted kernels hold their weights in registers along a line: some lines of
/// outputs at a time from a few rows of inputs. A tile of <see cref="InterleavedForm"/> has too few products of such a layer to repay what it
/// looks up and the weights that it loads. The sums are the same, in the same order.
/// </summary>
internal sealed class PlanesForm : LayerForm
{
    // Rows of inputs that stay in a first-level cache of 32 KB beside lines of outputs.
    private const int BandElements = 4 * 1024;

    // A few longer rows would not leave the second-level cache to anything else.
    private const int MostPositions = 4096;

    private readonly InterleavedPlan _plan;
    private readonly AxisPhases _height;
    private readonly AxisPhases _width;
    private readonly SimdLevel _level;

    private PlanesForm(InterleavedPacking packing, SimdLevel level)
        : base(packing, Algorithm.DirectPixels) =>
        (_plan, _height, _width, _level) = (packing.Plan, packing.Plan.Layer.Height, packing.Plan.Layer.Width, level);

    // Rows that a position meets beyond one of its own.
    private int MoreRows => _height.MaxShift - _height.MinShift;

    // Before the first input of a row, so that the one at a position lies on a cache line.
    private int Lead => (CacheHint.LineElements + (_width.MinShift % CacheHint.LineElements)) % CacheHint.LineElements;

    private int Lanes => SimdSupport.Lanes(_level);

    private int Stride => _width.Axis.Stride;

    /// <summary>The form for a packing; null where it is none of such a layer.</summary>
    public static PlanesForm? Create(InterleavedPacking packing)
    {
        SimdLevel level = SimdSupport.Widest;
        return DepthwisePlanes.Suit(packing) && PlanesRule.HoldsIn(packing.Plan.Layer.Geometry, level == SimdLevel.Vector512)
            ? new PlanesForm(packing, level)
            : null;
    }

    /// <summary>Whether a call is computed so.</summary>
    public bool Suits(in LayerShape shape) => shape.Output.Depth == 1 && _width.Positions(shape.Output.Width) <= MostPositions;

    public override WorkGrid Grid(in LayerShape shape) => DepthwisePlanes.Grid(Packing.Layout, shape.Batch, Positions(shape));

    public override long ScratchBytes(in LayerShape shape) =>
        Scratch.BytesFor<Element>(BandRows(shape) * RowStep(shape))
        + Scratch.BytesFor<Element>(StripElements(shape))
        + Scratch.BytesFor<Element>(SpareElements(shape));

    public override void Run(in LayerCall call, int first, int last)
    {
        WorkGrid grid = Grid(call.Shape);
        var scratch = new Scratch(ScratchBytes(call.Shape));
        try
        {
            Span<Element> rows = scratch.Take<Element>(BandRows(call.Shape) * RowStep(call.Shape));
            Span<Element> strip = scratch.Take<Element>(StripElements(call.Shape));
            Span<Element> spare = scratch.Take<Element>(SpareElements(call.Shape));
            // What no row of the image covers stays zero.
            rows.Clear();
            for (int index = first, next; index < last; index = next)
            {
                WorkUnit unit = grid.Sharing(index, last, out next);
                (int start, int end) = DepthwisePlanes.Lines(grid, unit, Positions(call.Shape));
                int most = BandRows(call.Shape) - MoreRows;
                for (int position = start; position < end; position += most)
                {
                    RunBand(call, unit, position, Math.Min(most, end - position), rows, strip, spare);
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private int Positions(in LayerShape shape) => _height.Positions(shape.Output.Height);

    private int Vectors(in LayerShape shape) => (_width.Positions(shape.Output.Width) + Lanes - 1) / Lanes;

    // Whole vectors from the first input of the first position on.
    private int RowStep(in LayerShape shape)
    {
        int length = Lead + (Vectors(shape) * Lanes) + _width.MaxShift - _width.MinShift;
        return (length + CacheHint.LineElements - 1) / CacheHint.LineElements * CacheHint.LineElements;
    }

    private int BandRows(in LayerShape shape) =>
        Math.Min(Positions(shape), Math.Max(1, (BandElements / RowStep(shape)) - MoreRows)) + MoreRows;

    private int StripStep => Stride * Lanes;

    private int StripElements(in LayerShape shape) => (BandRows(shape) - MoreRows) * _plan.Lines * StripStep;

    private int SpareElements(in LayerShape shape) => Vectors(shape) * Stride * Lanes;

    // Positions of the height, of all channels that meet the same inputs.
    private void RunBand(
        in LayerCall call, in WorkUnit unit, int position, int positions, Span<Element> rows, Span<Element> strip, Span<Element> spare)
    {
        Extent output = call.Shape.Output;
        Fill(call, call.GroupInput(unit), position + _height.MinShift, positions + MoreRows, rows[Lead..]);
        PlaneKernels kernels = call.Layer.Planes(_level);
        ref Element packed = ref MemoryMarshal.GetReference(call.Weights);
        bool ends = output.Width % Stride == 0 && output.Width >= Stride * Lanes;
        int vectors = Vectors(call.Shape);
        int lastPosition = ends ? (output.Width / Stride) - Lanes : (vectors - 1) * Lanes;
        for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
        {
            Span<Element> plane = call.BlockOutput(unit, block);
            for (int kernel = 0; kernel < _plan.Taps.Length; kernel++)
            {
                InterleavedPhases lines = _plan.Heights[kernel];
                int first = (position * _height.Axis.Stride) + lines.Offset;
                if (first >= output.Height)
                {
                    continue;
                }

                var args = new PlaneArguments
                {
                    Weights = ref Unsafe.Add(ref packed, call.BlockWeights(unit, block) + _plan.FirstTaps[kernel]),
                    FirstBias = ref Unsafe.Add(ref packed, Packing.Layout.Bias(unit.Group, block)),
                    Rows = ref rows[Lead + ((lines.FirstShift - _height.MinShift) * RowStep(call.Shape))],
                    RowStep = RowStep(call.Shape),
                    Positions = positions,
                    Vectors = vectors,
                    LastPosition = lastPosition,
                    Lines = ref plane[first * output.Width],
                    LineStep = output.Width,
                    PositionStep = (nint)_height.Axis.Stride * output.Width,
                    ExistingLines = output.Height - first,
                    Spare = ref spare[0],
                    Strip = ref strip[0],
                    StripStep = StripStep,
                    EndsInStrip = !ends,
                    LinesOfKernel = _plan.Lines,
                    Stride = _height.Axis.Stride,
                };
                kernels.Planes(kernel, args);
                if (!ends)
                {
                    WriteStrip(strip, plane[(first * output.Width)..], positions, output, output.Height - first, lastPosition * Stride);
                }
            }
        }
    }

    // The ends of lines, which their last vectors reach beyond.
    private void WriteStrip(ReadOnlySpan<Element> strip, Span<Element> lines, int positions, Extent output, int existing, int place)
    {
        int length = output.Width - place;
        for (int position = 0; position < positions; position++)
        {
            for (int line = 0; line < _plan.Lines; line++)
            {
                int number = (position * _height.Axis.Stride) + line;
                if (number < existing)
                {
                    strip.Slice(((position * _plan.Lines) + line) * StripStep, length).CopyTo(lines[((number * output.Width) + place)..]);
                }
            }
        }
    }

    // Some rows of the image, from the first input that a position meets on; what lies to the left and right of it was cleared before.
    private void Fill(in LayerCall call, ReadOnlySpan<Element> input, int first, int count, Span<Element> rows)
    {
        Extent size = call.Shape.Input;
        int step = RowStep(call.Shape);
        int length = _width.Positions(call.Shape.Output.Width) + _width.MaxShift - _width.MinShift;
        int left = Math.Clamp(-_width.MinShift, 0, length);
        int right = (int)Math.Clamp((long)size.Width - _width.MinShift, left, length);
        for (int i = 0; i < count; i++)
        {
            int row = first + i;
            Span<Element> inside = rows[((i * step) + left)..((i * step) + right)];
            if ((uint)row >= (uint)size.Height || inside.IsEmpty)
            {
                inside.Clear();
                continue;
            }

            ReadOnlySpan<Element> source = input.Slice((row * size.Width) + left + _width.MinShift, right - left);
            ShortCopy.Copy(source, inside);
        }
    }
}
