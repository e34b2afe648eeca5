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

    // Before the first input of a row, so that the second lies on a cache line.
    private const int Lead = CacheHint.LineElements - 1;

    // Rows that a line of outputs meets beyond one of its own.
    private const int MoreRows = 2;

    // Three longer rows of doubles would not leave the second-level cache to anything else.
    private const int MostPositions = 4096;

    /// <summary>Whether a call is computed so.</summary>
    public static bool Suits(in LayerCall call)
    {
        return DepthwisePlanes.Suit(call)
            && Doubles(call.Layer.Plan.Height.Axis)
            && Doubles(call.Layer.Plan.Width.Axis)
            && call.Rows!.Value.Plan is { Lines: 2, Taps.Length: 1 }
            && call.Layer.Plan.Width.Positions(call.Shape.Output.Width) <= MostPositions;

        static bool Doubles(AxisGeometry axis) => axis is { Kernel: Kernel, Stride: 2, Dilation: 1 } && axis.PadBegin % 2 != 0;
    }

    public static WorkGrid Grid(in LayerCall call) => DepthwisePlanes.Grid(call, LinePairs(call));

    public static long ScratchBytes(in LayerCall call) =>
        Scratch.BytesFor<float>(BandRows(call) * RowStep(call)) + Scratch.BytesFor<float>(EdgeElements(call));

    public static void Run(in LayerCall call, int first, int last)
    {
        WorkGrid grid = Grid(call);
        var scratch = new Scratch(ScratchBytes(call));
        try
        {
            Span<float> rows = scratch.Take<float>(BandRows(call) * RowStep(call));
            Span<float> edge = scratch.Take<float>(EdgeElements(call));
            // What no row of the image covers stays zero.
            rows.Clear();
            for (int index = first, next; index < last; index = next)
            {
                WorkUnit unit = grid.Sharing(index, last, out next);
                (int start, int end) = DepthwisePlanes.Lines(grid, unit, LinePairs(call));
                Planes(call, unit, start, end, rows, edge);
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private static int LinePairs(in LayerCall call) => call.Layer.Plan.Height.Positions(call.Shape.Output.Height);

    // Whole vectors from the second input of the first position on, which lies on a cache line.
    private static int RowStep(in LayerCall call)
    {
        int positions = call.Layer.Plan.Width.Positions(call.Shape.Output.Width);
        return (((positions + CacheHint.LineElements - 1) / CacheHint.LineElements) + 2) * CacheHint.LineElements;
    }

    private static int BandRows(in LayerCall call) =>
        Math.Min(LinePairs(call), Math.Max(1, (BandElements / RowStep(call)) - MoreRows)) + MoreRows;

    private static int EdgeElements(in LayerCall call) => (BandRows(call) - MoreRows) * DoublingBand.EdgeElements;

    // The positions of the height from start up to end, two lines of outputs each, of all channels that meet the same inputs.
    private static void Planes(in LayerCall call, in WorkUnit unit, int start, int end, Span<float> rows, Span<float> edge)
    {
        RowPacking packing = call.Rows!.Value;
        int height = call.Shape.Output.Height;
        int width = call.Shape.Output.Width;
        ReadOnlySpan<float> input = call.GroupInput(unit);
        int rowStep = RowStep(call);
        int most = BandRows(call) - MoreRows;
        ref float packed = ref MemoryMarshal.GetReference(call.Weights);
        for (int position = start; position < end; position += most)
        {
            int positions = Math.Min(most, end - position);
            Range lines = (2 * position * width)..((int)Math.Min(2L * (position + positions), height) * width);
            Fill(call, input, position + call.Layer.Plan.Height.MinShift, positions + MoreRows, rows[Lead..]);
            for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
            {
                var band = new DoublingBand
                {
                    Weights = ref Unsafe.Add(ref packed, packing.Layout.Weights(unit.Group, block)),
                    Bias = ref Unsafe.Add(ref packed, packing.Layout.Bias(unit.Group, block)),
                    Rows = ref rows[Lead],
                    RowStep = rowStep,
                    Edge = edge,
                    Width = width,
                };
                band.Run<Simd512, Vector512<float>>(call.BlockOutput(unit, block, out _)[lines]);
            }
        }
    }

    // Some rows of the image, from the first input that a line meets on; what lies to the left and right of it was cleared before.
    private static void Fill(in LayerCall call, ReadOnlySpan<float> input, int first, int count, Span<float> rows)
    {
        Extent size = call.Shape.Input;
        AxisPlan width = call.Layer.Plan.Width;
        int step = RowStep(call);
        int length = width.Positions(call.Shape.Output.Width) + MoreRows;
        int left = Math.Clamp(-width.MinShift, 0, length);
        int right = (int)Math.Clamp((long)size.Width - width.MinShift, left, length);
        for (int i = 0; i < count; i++)
        {
            int row = first + i;
            Span<float> inside = rows[((i * step) + left)..((i * step) + right)];
            if ((uint)row >= (uint)size.Height || inside.IsEmpty)
            {
                inside.Clear();
                continue;
            }

            ReadOnlySpan<float> source = input.Slice((row * size.Width) + left + width.MinShift, right - left);
            ShortCopy.Copy(source, inside);
        }
    }
}
