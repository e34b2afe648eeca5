using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>
/// Depthwise layers that enlarge an image by as many as a vector has lanes, 8 or 16, k = 2 s as bilinear ones have. Lanes are neighbouring
/// outputs: the inputs of a row, each repeated as often as the stride says, are multiplied by weights that stay in registers along a line, and
/// nothing is put into order afterwards. The sums are those of <see cref="RowForward"/>, in the same order.
/// </summary>
internal static class EnlargingForward
{
    // Of an output along each axis; of every tap an input row.
    private const int Taps = 2;

    // Two longer rows would not leave a first-level cache of 32 KB to the lines of outputs.
    private const int MostOutputs = 2048;
    private const int LinesAhead = 2;

    /// <summary>Whether a call is computed so; <see cref="DoublingForward"/> is faster for what it can do.</summary>
    public static bool Suits(in LayerCall call)
    {
        return DepthwisePlanes.Suit(call)
            && HasTwoTaps(call.Layer.Plan.Height.Axis)
            && HasTwoTaps(call.Layer.Plan.Width.Axis)
            && Lanes(call) is 8 or 16
            && call.Shape.Output.Width <= MostOutputs;

        static bool HasTwoTaps(AxisGeometry axis) => axis.Dilation == 1 && axis.Kernel == Taps * axis.Stride;
    }

    public static WorkGrid Grid(in LayerCall call) => DepthwisePlanes.Grid(call, call.Shape.Output.Height);

    public static long ScratchBytes(in LayerCall call) => Scratch.BytesFor<int>(WeightCount(call))
        + Scratch.BytesFor<float>(WeightCount(call))
        + Scratch.BytesFor<float>(Taps * RowStep(call));

    public static void Run(in LayerCall call, int first, int last)
    {
        WorkGrid grid = Grid(call);
        var scratch = new Scratch(ScratchBytes(call));
        try
        {
            Span<int> order = scratch.Take<int>(WeightCount(call));
            Span<float> weights = scratch.Take<float>(order.Length);
            Span<float> rows = scratch.Take<float>(Taps * RowStep(call));
            ListWeights(call, order);
            BlockLayout layout = call.Rows!.Value.Layout;
            for (int index = first, next; index < last; index = next)
            {
                WorkUnit unit = grid.Sharing(index, last, out next);
                for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
                {
                    ReadOnlySpan<float> ofBlock = call.Weights[(int)layout.Weights(unit.Group, block)..];
                    for (int i = 0; i < order.Length; i++)
                    {
                        weights[i] = ofBlock[order[i]];
                    }

                    ReadOnlySpan<float> bias = call.Weights.Slice((int)layout.Bias(unit.Group, block), 1);
                    Plane(call, grid, unit, block, weights, bias, rows);
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    // A vector has the outputs of one input.
    private static int Lanes(in LayerCall call) => call.Layer.Plan.Width.Axis.Stride;

    // The outputs before the first of a line: the inputs of another tap, and of what begins before the line.
    private static int Lead(in LayerCall call) => Taps * Lanes(call);

    // The last vector of a line, and the last input that is repeated, may reach beyond the line's end.
    private static int RowStep(in LayerCall call) => Lead(call) + ((((call.Shape.Output.Width - 1) / Lanes(call)) + 2) * Lanes(call));

    private static int WeightCount(in LayerCall call) => call.Layer.Plan.Height.Axis.Stride * Taps * Taps * Lanes(call);

    // Where the packed weights of a block are: [phase of the height][row of inputs][tap of the width][lane]; of each, what meets the
    // input before it first.
    private static void ListWeights(in LayerCall call, Span<int> order)
    {
        (AxisGeometry height, AxisGeometry width) = (call.Layer.Plan.Height.Axis, call.Layer.Plan.Width.Axis);
        RowPlan plan = call.Rows!.Value.Plan;
        for (int row = 0; row < plan.Taps.Length; row++)
        {
            for (int tap = 0; tap < plan.Taps[row].Length; tap++)
            {
                (int ky, int kx) = Math.DivRem(plan.Taps[row][tap], width.Kernel);
                (int y, int phase) = Math.DivRem(ky, height.Stride);
                (int x, int column) = Math.DivRem(kx, width.Stride);
                int first = ((((phase * Taps) + Taps - 1 - y) * Taps) + Taps - 1 - x) * width.Stride;
                int lane = (column + width.Stride - (width.PadBegin % width.Stride)) % width.Stride;
                order[first + lane] = plan.FirstTaps[row] + tap;
            }
        }
    }

    private static void Plane(
        in LayerCall call, WorkGrid grid, in WorkUnit unit, int block, Span<float> weights, ReadOnlySpan<float> bias, Span<float> rows)
    {
        AxisGeometry height = call.Layer.Plan.Height.Axis;
        int outWidth = call.Shape.Output.Width;
        int step = RowStep(call);
        int lead = Lead(call);
        int weightsOfLine = Taps * Taps * Lanes(call);
        ReadOnlySpan<float> input = call.GroupInput(unit);
        Span<float> output = call.BlockOutput(unit, block, out _);
        (int start, int end) = DepthwisePlanes.Lines(grid, unit, call.Shape.Output.Height);

        // The first line needs the row before its own, too.
        int filled = (int)(((long)start + height.PadBegin) / height.Stride) - Taps;
        for (int y = start, next; y < end; y = next)
        {
            (long quotient, long remainder) = Math.DivRem((long)y + height.PadBegin, height.Stride);
            (int row, int phase) = ((int)quotient, (int)remainder);
            next = (int)Math.Min(end, (long)y + height.Stride - phase);
            for (; filled < row; filled++)
            {
                Repeat(call, input, filled + 1, Row(rows, filled + 1, step));
            }

            var lines = new EnlargedRow
            {
                Above = ref Row(rows, row - 1, step)[lead],
                At = ref Row(rows, row, step)[lead],
                Weights = ref weights[phase * weightsOfLine],
                Bias = ref MemoryMarshal.GetReference(bias),
                Width = outWidth,
                Ahead = end - next > LinesAhead ? LinesAhead * outWidth : 0,
            };
            Span<float> outputs = output[(y * outWidth)..(next * outWidth)];
            if (Lanes(call) == Simd512.Lanes)
            {
                lines.Run<Simd512, Vector512<float>>(outputs);
            }
            else
            {
                lines.Run<Simd256, Vector256<float>>(outputs);
            }
        }
    }

    // They take turns.
    private static Span<float> Row(Span<float> rows, int row, int step) => rows.Slice((row & (Taps - 1)) * step, step);

    // Every input as many times as outputs have it for their tap; zeros beyond the image.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Repeat(in LayerCall call, ReadOnlySpan<float> input, int row, Span<float> target)
    {
        AxisGeometry width = call.Layer.Plan.Width.Axis;
        Extent size = call.Shape.Input;
        int first = (width.PadBegin / width.Stride) - 1;
        int last = (int)((call.Shape.Output.Width - 1L + width.PadBegin) / width.Stride);
        int place = (width.Stride * first) - width.PadBegin + Lead(call);
        ReadOnlySpan<float> inputs = (uint)row < (uint)size.Height ? input.Slice(row * size.Width, size.Width) : default;
        ref float repeated = ref target[..(place + ((last - first) * width.Stride) + width.Stride)][place];
        for (int i = first; i <= last; i++, repeated = ref Unsafe.Add(ref repeated, width.Stride))
        {
            float value = (uint)i < (uint)inputs.Length ? inputs[i] : 0;
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
}
