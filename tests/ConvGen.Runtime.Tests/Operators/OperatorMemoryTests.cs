using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests.Operators;

[Collection(nameof(RunsAlone))]
public class OperatorMemoryTests
{
    private readonly float[] _x = Sample.Random(1, 2 * 6 * 9 * 17).Data;
    private readonly float[] _y = new float[20_000];
    private readonly long[] _places = new long[500];

    [Fact]
    public void Steady_state_allocates_nothing()
    {
        RunAll();
        Assert.Equal((0, 0), AllocationMeter.LeastBytes(RunAll));
    }

    [Fact]
    public void Shapes_that_lie_about_their_tensors_are_refused()
    {
        float[] x = new float[12], y = new float[12];
        int[] larger = [4, 4], shape = [3, 4];
        Action[] calls =
        [
            () => Elementwise.Relu(x.AsSpan(0, 11), y),
            () => Elementwise.Add(x, larger, x, larger, new float[16], larger),
            () => Elementwise.Add(x, [4], x, larger, new float[16], larger),
            () => Movement.Transpose(x, larger, [1, 0], new float[16]),
            () => Movement.Transpose(x, larger, [1, 0], y),
            () => Movement.Transpose(new float[1599], [40, 40], [1, 0], new float[1600]),
            () => Movement.Transpose(new float[1600], [40, 40], [1, 0], new float[1599]),
            () => Movement.Slice(x, shape, [0, 3], [1, 1], y, shape),
            () => Movement.Slice(x, shape, [0, 0], [1, -1], y, shape),
            () => Movement.Concat(x, shape, 0, 1, y, shape),
            () => Movement.Split(x, shape, 0, 1, y, shape),
            () => Movement.Gather(x, shape, 1, [4], new float[3]),
            () => Movement.Pad(x, larger, [0, 0], PadMode.Constant, 0, new float[16], larger),
            () => Reductions.ReduceSum(x, larger, [1], new float[4]),
            () => Reductions.Softmax(x, larger, 0, new float[16]),
            () => Reductions.ArgMax(x, larger, 0, false, new long[4]),
            () => Normalization.ChannelNormalization(x, [1, 4, 4], new float[4], new float[4], 1, new float[16]),
            () => Normalization.LayerNormalization(x, shape, 1, new float[3], [], 1, y),
            () => Pooling.MaxPool(x, [1, 1, 4, 4], [2, 2], [2, 2], [0, 0, 0, 0], [1, 1], new float[4], [1, 1, 2, 2]),
            () => Pooling.MaxPool(x, [1, 1, 3, 4], [1, 1], [1, 1], [0, 0, 0, 0], [1, 1], new float[11], [1, 1, 3, 4]),
            () => Resizing.Nearest(x, larger, [], default, default, new float[64], [8, 8]),
            () => Resizing.Linear(x, shape, [], default, false, new float[47], [6, 8]),
            () => Matrices.MatMul(x, larger, new float[16], larger, new float[16], larger),
            () => Matrices.MatMul(new float[16], larger, x, larger, new float[16], larger),
            () => Matrices.MatMul(new float[16], larger, new float[16], larger, new float[15], larger),
            () => Matrices.Gemm(x, larger, true, new float[16], larger, false, [], [], 1, 1, new float[16], larger),
            () => Matrices.Gemm(new float[16], larger, true, x, larger, true, [], [], 1, 1, new float[16], larger),
        ];
        for (int i = 0; i < calls.Length; i++)
        {
            Exception? error = Record.Exception(calls[i]);
            Assert.True(error is ArgumentException or IndexOutOfRangeException, $"call {i}: {error}");
        }
    }

    // Every loop once, with rests of vectors.
    private void RunAll()
    {
        ReadOnlySpan<int> shape = [2, 6, 9, 17];
        Span<float> y = _y.AsSpan(0, _x.Length);
        Elementwise.Gelu(_x, y);
        Elementwise.Log(_x, y);
        Elementwise.Add(_x, shape, _x.AsSpan(0, 6), [6, 1, 1], y, shape);
        Elementwise.Pow(_x, shape, _x, shape, y, shape);
        Movement.Transpose(_x, shape, [0, 2, 3, 1], y);
        Movement.Slice(_x, shape, [1, 5, 8, 16], [1, -1, -2, -3], y[..(6 * 5 * 6)], [1, 6, 5, 6]);
        Movement.Concat(_x, shape, 1, 2, _y.AsSpan(0, 2 * 8 * 9 * 17), [2, 8, 9, 17]);
        Movement.Gather(_x, shape, 3, [3, -1], y[..(2 * 6 * 9 * 2)]);
        Movement.Pad(_x, shape, [0, 0, 1, 2], PadMode.Reflect, 0, _y.AsSpan(0, 2 * 6 * 11 * 21), [2, 6, 11, 21]);
        Reductions.ReduceMean(_x, shape, [0, 2], y[..(6 * 17)]);
        Reductions.ReduceMax(_x, shape, [3], y[..(2 * 6 * 9)]);
        Reductions.Softmax(_x, shape, 1, y);
        Reductions.Softmax(_x, shape, 3, y);
        Reductions.ArgMax(_x, shape, 1, false, _places.AsSpan(0, 2 * 9 * 17));
        Normalization.GroupNormalization(_x, shape, 3, _x, _x, 1e-5f, y);
        Normalization.ChannelNormalization(_x, shape, _x, _x, 1e-5f, y);
        Normalization.LayerNormalization(_x, shape, 3, _x, _x, 1e-5f, y);
        Pooling.MaxPool(_x, shape, [3, 3], [2, 2], [1, 1, 1, 1], [1, 1], y[..(2 * 6 * 5 * 9)], [2, 6, 5, 9]);
        Pooling.AveragePool(_x, shape, [3, 3], [1, 1], [1, 1, 1, 1], [1, 1], false, y, shape);
        Resizing.Nearest(_x, shape, [1, 1, 2, 2], default, default, _y.AsSpan(0, 4 * _x.Length), [2, 6, 18, 34]);
        Resizing.Cubic(_x, shape, [], default, -0.75f, false, _y.AsSpan(0, 4 * _x.Length), [2, 6, 18, 34]);
        Matrices.MatMul(_x, shape, _x.AsSpan(0, 306), [2, 1, 17, 9], _y.AsSpan(0, 2 * 6 * 81), [2, 6, 9, 9]);
        Matrices.Gemm(_x.AsSpan(0, 153), [9, 17], true, _x.AsSpan(0, 180), [20, 9], true, _x.AsSpan(0, 20), [20], 1, 1, _y.AsSpan(0, 17 * 20), [17, 20]);
    }
}
