namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// Depthwise layers that enlarge an image by as many as a vector has lanes, 8 or 16, k = 2 s as bilinear ones have. Lanes are neighbouring
/// outputs: the inputs of a row, each repeated as often as the stride says, are multiplied by weights that stay in registers along a line, and
/// nothing is put into order afterwards. The sums are those of <see cref="InterleavedForm"/>, in the same order.
/// </summary>
internal sealed class EnlargingForm : LayerForm<EnlargingForm.RowSizes>
{
    // Of an output along each axis; of every tap an input row.
    private const int Taps = 2;

    // Two longer rows would not leave a first-level cache of 32 KB to the lines of outputs.
    private const int MostOutputs = 2048;
    private const int LinesAhead = 2;

    private readonly AxisGeometry _height;
    private readonly AxisGeometry _width;

    // Where the weights of a line's lanes are among the packed ones of a block.
    private readonly int[] _order;

    private EnlargingForm(InterleavedPacking packing)
        : base(packing, Algorithm.DirectPixels)
    {
        (_height, _width) = (packing.Plan.Layer.Height.Axis, packing.Plan.Layer.Width.Axis);
        _order = Order(packing.Plan);
    }

    // A vector has the outputs of one input.
    private int Lanes => _width.Stride;

    private SimdLevel Level => Lanes == Simd512.Lanes ? SimdLevel.Vector512 : SimdLevel.Vector256;

    // The outputs before the first of a line: the inputs of another tap, and of what begins before the line.
    private int Lead => Taps * Lanes;

    private int WeightsOfLine => Taps * Taps * Lanes;

    /// <summary>The form for a packing; null where it is none of such a layer.</summary>
    public static EnlargingForm? Create(InterleavedPacking packing) =>
        DepthwisePlanes.Suit(packing)
        && PlanesRule.Enlarges(packing.Plan.Layer.Geometry)
        && packing.Plan.Layer.Width.Axis.Stride <= SimdSupport.Lanes(SimdSupport.Widest)
            ? new EnlargingForm(packing)
            : null;

    /// <summary>Whether a call is computed so.</summary>
    public static bool Suits(in LayerShape shape) => shape.Output.Width <= MostOutputs;

    // The last vector of a line, and the last input that is repeated, may reach beyond the line's end.
    protected override RowSizes Sizes(in LayerShape shape)
    {
        int step = Lead + ((((shape.Output.Width - 1) / Lanes) + 2) * Lanes);
        return new RowSizes(step, Scratch.BytesFor<Element>(_order.Length) + Scratch.BytesFor<Element>(Taps * step));
    }

    protected override WorkGrid Grid(in LayerShape shape, in RowSizes sizes) =>
        DepthwisePlanes.Grid(Packing.Layout, shape.Batch, shape.Output.Height);

    protected override void Run(in LayerCall call, in RowSizes sizes, WorkGrid grid, int first, int last, ref Scratch scratch)
    {
        Span<Element> weights = scratch.Take<Element>(_order.Length);
        Span<Element> rows = scratch.Take<Element>(Taps * sizes.Step);
        for (int index = first, next; index < last; index = next)
        {
            WorkUnit unit = grid.Sharing(index, last, out next);
            for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
            {
                ReadOnlySpan<Element> ofBlock = call.Weights[(int)call.BlockWeights(unit, block)..];
                for (int i = 0; i < _order.Length; i++)
                {
                    weights[i] = ofBlock[_order[i]];
                }

                Plane(call, grid, unit, block, weights, rows);
            }
        }
    }

    // [phase of the height][row of inputs][tap of the width][lane]; of each, what meets the input before it first.
    private int[] Order(InterleavedPlan plan)
    {
        var order = new int[_height.Stride * WeightsOfLine];
        for (int row = 0; row < plan.Taps.Length; row++)
        {
            for (int tap = 0; tap < plan.Taps[row].Length; tap++)
            {
                (int ky, int kx) = Math.DivRem(plan.Taps[row][tap], _width.Kernel);
                (int y, int phase) = Math.DivRem(ky, _height.Stride);
                (int x, int column) = Math.DivRem(kx, _width.Stride);
                int first = ((((phase * Taps) + Taps - 1 - y) * Taps) + Taps - 1 - x) * _width.Stride;
                int lane = (column + _width.Stride - (_width.PadBegin % _width.Stride)) % _width.Stride;
                order[first + lane] = plan.FirstTaps[row] + tap;
            }
        }

        return order;
    }

    private void Plane(in LayerCall call, WorkGrid grid, in WorkUnit unit, int block, Span<Element> weights, Span<Element> rows)
    {
        int outWidth = call.Shape.Output.Width;
        int step = rows.Length / Taps;
        ReadOnlySpan<Element> input = call.GroupInput(unit);
        Span<Element> output = call.BlockOutput(unit, block);
        (int start, int end) = DepthwisePlanes.Lines(grid, unit, call.Shape.Output.Height);

        // The first line needs the row before its own, too.
        int filled = (int)(((long)start + _height.PadBegin) / _height.Stride) - Taps;
        for (int y = start, next; y < end; y = next)
        {
            (long quotient, long remainder) = Math.DivRem((long)y + _height.PadBegin, _height.Stride);
            (int row, int phase) = ((int)quotient, (int)remainder);
            next = (int)Math.Min(end, (long)y + _height.Stride - phase);
            for (; filled < row; filled++)
            {
                Repeat(call, input, filled + 1, Row(rows, filled + 1, step));
            }

            var args = new LineArguments
            {
                Above = ref Row(rows, row - 1, step)[Lead],
                At = ref Row(rows, row, step)[Lead],
                Weights = ref weights[phase * WeightsOfLine],
                Bias = ref MemoryMarshal.GetReference(call.BlockBias(unit, block)),
                Outputs = ref output[y * outWidth],
                Lines = next - y,
                Width = outWidth,
                Ahead = end - next > LinesAhead ? LinesAhead * outWidth : 0,
            };
            call.Layer.Kernels(Level).Lines(args);
        }

        call.Finish(unit, block, block + 1, AxisWindow.One, AxisWindow.OfOutputs(start, end), AxisWindow.OfOutputs(0, outWidth));
    }

    // They take turns.
    private static Span<Element> Row(Span<Element> rows, int row, int step) => rows.Slice((row & (Taps - 1)) * step, step);

    // Every input as many times as outputs have it for their tap; zeros beyond the image.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Repeat(in LayerCall call, ReadOnlySpan<Element> input, int row, Span<Element> target)
    {
        AxisGeometry width = _width;
        Extent size = call.Shape.Input;
        int first = (width.PadBegin / width.Stride) - 1;
        int last = (int)((call.Shape.Output.Width - 1L + width.PadBegin) / width.Stride);
        int place = (width.Stride * first) - width.PadBegin + Lead;
        ReadOnlySpan<Element> inputs = (uint)row < (uint)size.Height ? input.Slice(row * size.Width, size.Width) : default;
        ref Element repeated = ref target[..(place + ((last - first) * width.Stride) + width.Stride)][place];
        for (int i = first; i <= last; i++, repeated = ref Unsafe.Add(ref repeated, width.Stride))
        {
            Element value = (uint)i < (uint)inputs.Length ? inputs[i] : 0;
            if (width.Stride == Simd512.Lanes)
            {
                Simd512.Store(Vector512.Create(value), ref repeated, 0);
            }
            else
            {
                Simd256.Store(Vector256.Create(value), ref repeated, 0);
            }
        }
    }

    /// <summary>The rows of repeated inputs.</summary>
    /// <param name="Step">Elements of a row.</param>
    /// <param name="Bytes">Scratch memory that a thread takes.</param>
    internal readonly record struct RowSizes(int Step, long Bytes) : IScratchSizes;
}
