using ConvGen.CompilerServices;
using ConvGen.Threading;

namespace ConvGen.Runtime.Tests.Threads;

/// <summary>Operators make the same bits, however many threads share them.</summary>
public sealed class OperatorThreadsTests
{
    // Enough numbers for threads to be woken; odd, so that parts end within rows and vectors.
    private static readonly int[] s_shape = [2, 7, 101, 103];
    private static readonly float[] s_x = Draw(2 * 7 * 101 * 103, seed: 1);
    private static readonly float[] s_channels = Draw(7, seed: 2);

    private static readonly Dictionary<string, (int[] OutShape, Action<float[]> Compute)> s_operators = new()
    {
        ["Sigmoid"] = (s_shape, static y => Elementwise.Sigmoid(s_x, y)),
        ["Add, whole"] = (s_shape, static y => Elementwise.Add(s_x, s_shape, s_x, s_shape, y, s_shape)),
        ["Mul by channels"] = (s_shape, static y => Elementwise.Mul(s_x, s_shape, s_channels, [7, 1, 1], y, s_shape)),
        ["Sub from a row"] = (s_shape, static y => Elementwise.Sub(s_x.AsSpan(0, 103), [103], s_x, s_shape, y, s_shape)),
        ["Resize, nearest"] = (
            [2, 7, 202, 309],
            static y => Resizing.Nearest(s_x, s_shape, [], ResizeCoordinates.Asymmetric, NearestRounding.Floor, y, [2, 7, 202, 309])),
        ["Resize, cubic"] = (
            [2, 7, 150, 99], static y => Resizing.Cubic(s_x, s_shape, [], ResizeCoordinates.HalfPixel, -0.75f, excludeOutside: false, y, [2, 7, 150, 99])),
        ["MaxPool"] = ([2, 7, 50, 51], static y => Pooling.MaxPool(s_x, s_shape, [2, 2], [2, 2], [0, 0, 0, 0], [1, 1], y, [2, 7, 50, 51])),
        ["AveragePool"] = (
            s_shape, static y => Pooling.AveragePool(s_x, s_shape, [3, 3], [1, 1], [1, 1, 1, 1], [1, 1], countIncludePad: false, y, s_shape)),
        ["GlobalAveragePool"] = ([2, 7], static y => Reductions.GlobalAveragePool(s_x, s_shape, y)),
        ["InstanceNormalization"] = (s_shape, static y => Normalization.InstanceNormalization(s_x, s_shape, s_channels, s_channels, 1e-5f, y)),
        ["GroupNormalization"] = (s_shape, static y => Normalization.GroupNormalization(s_x, s_shape, 7, s_channels, s_channels, 1e-5f, y)),
        ["ChannelNormalization"] = (s_shape, static y => Normalization.ChannelNormalization(s_x, s_shape, s_channels, [], 1e-5f, y)),
        ["Pad"] = ([2, 7, 105, 107], static y => Movement.Pad(s_x, s_shape, [0, 0, 2, 1], PadMode.Reflect, 0, y, [2, 7, 105, 107])),
        ["Transpose"] = ([2, 101, 103, 7], static y => Movement.Transpose(s_x, s_shape, [0, 2, 3, 1], y)),
        ["Slice, backwards"] = (
            s_shape, static y => Movement.Slice(s_x, s_shape, [0, 6, 100, 102], [1, -1, -1, -1], y, s_shape)),
        ["MatMul"] = ([1414, 101], static y => Matrices.MatMul(s_x, [1414, 103], s_x.AsSpan(0, 103 * 101), [103, 101], y, [1414, 101])),
    };

    /// <summary>All operators that are shared.</summary>
    public static TheoryData<string> Names => [.. s_operators.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bits_are_the_same(string name)
    {
        (int[] outShape, Action<float[]> compute) = s_operators[name];
        int length = outShape.Aggregate(1, static (count, size) => count * size);
        float[] alone = new float[length];
        compute(alone);

        foreach (int threads in (int[])[2, 3, 8])
        {
            float[] shared = new float[length];
            SharedWork.Threads = threads;
            try
            {
                compute(shared);
            }
            finally
            {
                SharedWork.Threads = 1;
            }

            Assert.Equal(alone.Select(BitConverter.SingleToInt32Bits), shared.Select(BitConverter.SingleToInt32Bits));
        }
    }

    private static float[] Draw(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }
}
