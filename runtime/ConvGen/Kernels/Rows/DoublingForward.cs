using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>
/// Depthwise layers that double an image, k4 s2 with an odd padding: two lines of outputs at a time from three rows of inputs. A tile of
/// <see cref="RowForward"/> has 64 products of such a layer to repay what it looks up and the weights that it loads; here these stay in
/// registers along a line. The sums are the same, in the same order.
/// </summary>
internal static class DoublingForward
{
    private const int Kernel = 4;

    // Rows of inputs that stay in a first-level cache of 32 KB beside lines of outputs.
    private const int BandElements = 4 * 1024;

    // Rows that a line of outputs meets beyond one of its own.
    private const int MoreRows = 2;

    // Longer rows would not leave the scratch memory for a few of them.
    private const int MostPositions = 4096;

    /// <summary>Whether a call is computed so.</summary>
    public static bool Suits(in LayerCall call)
    {
        return DepthwiseParts.Exist(call)
            && Doubles(call.Layer.Plan.Height.Axis)
            && Doubles(call.Layer.Plan.Width.Axis)
            && call.Layer.Plan.Width.Positions(call.Shape.Output.Width) <= MostPositions;

        static bool Doubles(AxisGeometry axis) => axis is { Kernel: Kernel, Stride: 2, Dilation: 1 } && axis.PadBegin % 2 != 0;
    }

    public static WorkGrid Grid(in LayerCall call) => DepthwiseParts.Grid(call, Lines(call));

    public static long ScratchBytes(in LayerCall call) =>
        Scratch.BytesFor<float>(BandRows(call) * RowStep(call)) + Scratch.BytesFor<float>(Edge(call));

    public static void Run(in LayerCall call, int first, int end)
    {
        if (call.Rows!.Value.Form.Wide)
        {
            Run<DoubleSimd512, Vector512<double>>(call, first, end);
        }
        else
        {
            Run<Simd512, Vector512<float>>(call, first, end);
        }
    }

    private static void Run<TSimd, TVector>(in LayerCall call, int first, int end)
        where TSimd : struct, IRowSimd<TVector>
        where TVector : struct
    {
        WorkGrid grid = Grid(call);
        var scratch = new Scratch(ScratchBytes(call));
        try
        {
            Span<float> rows = scratch.Take<float>(BandRows(call) * RowStep(call));
            Span<float> edge = scratch.Take<float>(Edge(call));
            // What no row of the image covers stays zero.
            rows.Clear();
            for (int index = first, next; index < end; index = next)
            {
                WorkUnit unit = grid.Sharing(index, end, out next);
                (int start, int stop) = DepthwiseParts.Lines(grid, unit, Lines(call));
                for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
                {
                    Plane<TSimd, TVector>(call, unit, block, start, stop, rows, edge);
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    // Pairs of lines.
    private static int Lines(in LayerCall call) => call.Layer.Plan.Height.Positions(call.Shape.Output.Height);

    // Whole vectors from the second input of the first position on, which lies on a cache line.
    private static int RowStep(in LayerCall call)
    {
        RowForm form = call.Rows!.Value.Form;
        int positions = call.Rows.Value.Plan.Layer.Width.Positions(call.Shape.Output.Width);
        int vector = CacheHint.LineElements / form.ElementsPerOperand;
        return (((positions + vector - 1) / vector) + 2) * CacheHint.LineElements;
    }

    private static int BandRows(in LayerCall call) =>
        Math.Min(Lines(call), Math.Max(1, (BandElements / RowStep(call)) - MoreRows)) + MoreRows;

    private static int Edge(in LayerCall call) => (BandRows(call) - MoreRows) * DoublingBand.EdgeElements;

    // The positions of the height from start up to stop, two lines of outputs each.
    private static void Plane<TSimd, TVector>(
        in LayerCall call, in WorkUnit unit, int block, int start, int stop, Span<float> rows, Span<float> edge)
        where TSimd : struct, IRowSimd<TVector>
        where TVector : struct
    {
        RowPacking packing = call.Rows!.Value;
        (AxisPlan height, AxisPlan width) = (packing.Plan.Layer.Height, packing.Plan.Layer.Width);
        (int outHeight, int outWidth) = (call.Shape.Output.Height, call.Shape.Output.Width);
        ReadOnlySpan<float> input = call.GroupInput(unit);
        Span<float> output = call.BlockOutput(unit, block, out _);
        int size = packing.Form.ElementsPerOperand;
        int rowStep = RowStep(call);
        int lead = CacheHint.LineElements - size;
        int most = BandRows(call) - MoreRows;
        ref float packed = ref MemoryMarshal.GetReference(call.Weights);
        for (int position = start; position < stop; position += most)
        {
            int positions = Math.Min(most, stop - position);
            for (int row = 0; row < positions + MoreRows; row++)
            {
                Fill(
                    input,
                    call.Shape.Input,
                    position + height.MinShift + row,
                    width.MinShift,
                    width.Positions(outWidth) + 2,
                    size,
                    rows[((row * rowStep) + lead)..]);
            }

            var band = new DoublingBand
            {
                Weights = ref Unsafe.Add(ref packed, packing.Layout.Weights(unit.Group, block) * size),
                Bias = ref Unsafe.Add(ref packed, packing.Layout.Bias(unit.Group, block) * size),
                Rows = ref rows[lead],
                RowStep = rowStep,
                Edge = edge,
                Width = outWidth,
            };
            band.Run<TSimd, TVector>(output[(2 * position * outWidth)..(Math.Min(2 * (position + positions), outHeight) * outWidth)]);
        }
    }

    // So many inputs of a row of the image from `shift` on; those to the left and right of it were cleared before.
    private static void Fill(ReadOnlySpan<float> input, Extent size, int row, int shift, int length, int elements, Span<float> target)
    {
        int left = Math.Clamp(-shift, 0, length);
        int right = (int)Math.Clamp((long)size.Width - shift, left, length);
        Span<float> inside = target[(left * elements)..(right * elements)];
        if ((uint)row >= (uint)size.Height || inside.IsEmpty)
        {
            inside.Clear();
            return;
        }

        ReadOnlySpan<float> source = input.Slice((row * size.Width) + left + shift, right - left);
        if (elements > 1)
        {
            Widening.Copy(source, inside);
        }
        else
        {
            ShortCopy.Copy(source, inside);
        }
    }
}
