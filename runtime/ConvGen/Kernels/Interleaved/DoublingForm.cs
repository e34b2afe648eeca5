namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// Depthwise layers that double an image, k4 s2 with an odd padding: two lines of outputs at a time from three rows of inputs. A tile of
/// <see cref="InterleavedForm"/> has 64 products of such a layer to repay what it looks up and the weights that it loads; here these stay in
/// registers along a line. The sums are the same, in the same order.
/// </summary>
internal sealed class DoublingForm : LayerForm
{
    // Rows of inputs that stay in a first-level cache of 32 KB beside lines of outputs.
    private const int BandElements = 4 * 1024;

    // Before the first input of a row, so that the second lies on a cache line.
    private const int Lead = CacheHint.LineElements - 1;

    // Rows that a line of outputs meets beyond one of its own.
    private const int MoreRows = 2;

    // Three longer rows would not leave the second-level cache to anything else.
    private const int MostPositions = 4096;

    private readonly BlockLayout _layout;
    private readonly LayerPhases _plan;

    private DoublingForm(InterleavedPacking packing)
        : base(packing, Algorithm.DirectPixels) => (_layout, _plan) = (packing.Layout, packing.Plan.Layer);

    /// <summary>The form for a packing; null where it is none of such a layer.</summary>
    public static DoublingForm? Create(InterleavedPacking packing) =>
        DepthwisePlanes.Suit(packing) && PlanesRule.Doubles(packing.Plan.Layer.Geometry) && packing.Plan is { Lines: 2, Taps.Length: 1 }
            ? new DoublingForm(packing)
            : null;

    /// <summary>Whether a call is computed so.</summary>
    public bool Suits(in LayerShape shape) => shape.Output.Depth == 1 && _plan.Width.Positions(shape.Output.Width) <= MostPositions;

    public override WorkGrid Grid(in LayerShape shape) => DepthwisePlanes.Grid(_layout, shape.Batch, LinePairs(shape));

    public override long ScratchBytes(in LayerShape shape) =>
        Scratch.BytesFor<Element>(BandRows(shape) * RowStep(shape)) + Scratch.BytesFor<Element>(StripElements(shape));

    public override void Run(in LayerCall call, int first, int last)
    {
        WorkGrid grid = Grid(call.Shape);
        var scratch = new Scratch(ScratchBytes(call.Shape));
        try
        {
            Span<Element> rows = scratch.Take<Element>(BandRows(call.Shape) * RowStep(call.Shape));
            Span<Element> strip = scratch.Take<Element>(StripElements(call.Shape));
            // What no row of the image covers stays zero.
            rows.Clear();
            for (int index = first, next; index < last; index = next)
            {
                WorkUnit unit = grid.Sharing(index, last, out next);
                (int start, int end) = DepthwisePlanes.Lines(grid, unit, LinePairs(call.Shape));
                Planes(call, unit, start, end, rows, strip);
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private int LinePairs(in LayerShape shape) => _plan.Height.Positions(shape.Output.Height);

    // Whole vectors from the second input of the first position on, which lies on a cache line.
    private int RowStep(in LayerShape shape)
    {
        int positions = _plan.Width.Positions(shape.Output.Width);
        return (((positions + CacheHint.LineElements - 1) / CacheHint.LineElements) + 2) * CacheHint.LineElements;
    }

    private int BandRows(in LayerShape shape) =>
        Math.Min(LinePairs(shape), Math.Max(1, (BandElements / RowStep(shape)) - MoreRows)) + MoreRows;

    private int StripElements(in LayerShape shape) => (BandRows(shape) - MoreRows) * DoublingBand.StripElements;

    // The positions of the height from start up to end, two lines of outputs each, of all channels that meet the same inputs.
    private void Planes(in LayerCall call, in WorkUnit unit, int start, int end, Span<Element> rows, Span<Element> strip)
    {
        int height = call.Shape.Output.Height;
        int width = call.Shape.Output.Width;
        ReadOnlySpan<Element> input = call.GroupInput(unit);
        int rowStep = RowStep(call.Shape);
        int most = BandRows(call.Shape) - MoreRows;
        ref Element packed = ref MemoryMarshal.GetReference(call.Weights);
        for (int position = start; position < end; position += most)
        {
            int positions = Math.Min(most, end - position);
            Range lines = (2 * position * width)..((int)Math.Min(2L * (position + positions), height) * width);
            Fill(call, input, position + _plan.Height.MinShift, positions + MoreRows, rows[Lead..]);
            for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
            {
                var band = new DoublingBand
                {
                    Weights = ref Unsafe.Add(ref packed, call.BlockWeights(unit, block)),
                    Bias = ref Unsafe.Add(ref packed, _layout.Bias(unit.Group, block)),
                    Rows = ref rows[Lead],
                    RowStep = rowStep,
                    Strip = strip,
                    Width = width,
                };
                band.Run<Simd512, Vector512<Element>>(call.BlockOutput(unit, block)[lines]);
            }
        }
    }

    // Some rows of the image, from the first input that a line meets on; what lies to the left and right of it was cleared before.
    private void Fill(in LayerCall call, ReadOnlySpan<Element> input, int first, int count, Span<Element> rows)
    {
        Extent size = call.Shape.Input;
        AxisPhases width = _plan.Width;
        int step = RowStep(call.Shape);
        int length = width.Positions(call.Shape.Output.Width) + MoreRows;
        int left = Math.Clamp(-width.MinShift, 0, length);
        int right = (int)Math.Clamp((long)size.Width - width.MinShift, left, length);
        for (int i = 0; i < count; i++)
        {
            int row = first + i;
            Span<Element> inside = rows[((i * step) + left)..((i * step) + right)];
            if ((uint)row >= (uint)size.Height || inside.IsEmpty)
            {
                inside.Clear();
                continue;
            }

            ReadOnlySpan<Element> source = input.Slice((row * size.Width) + left + width.MinShift, right - left);
            ShortCopy.Copy(source, inside);
        }
    }
}
