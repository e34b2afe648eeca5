using ConvGen.CompilerServices;

namespace ConvGen.Runtime.Tests.Operators;

public class PoolingTests
{
    // Sizes, kernel, strides, pads, dilations, and how many outputs beyond those that windows within the padding make.
    public static TheoryData<int[], int[], int[], int[], int[], int> Cases => new()
    {
        { [7], [3], [1], [0, 0], [1], 0 },
        { [40], [3], [1], [1, 1], [1], 0 },
        { [42], [4], [3], [1, 2], [1], 1 },
        { [8, 9], [2, 2], [2, 2], [0, 0, 0, 0], [1, 1], 0 },
        { [8, 9], [3, 3], [2, 2], [1, 1, 1, 1], [1, 1], 0 },
        { [4, 4], [3, 3], [2, 2], [0, 0, 0, 0], [1, 1], 1 },
        { [20, 35], [3, 5], [1, 1], [1, 2, 1, 2], [1, 1], 0 },
        { [13, 11], [3, 2], [2, 3], [2, 0, 0, 1], [2, 3], 1 },
        { [13, 11], [5, 5], [1, 1], [2, 2, 2, 2], [1, 1], 0 },
        { [1, 1], [3, 3], [1, 1], [1, 1, 1, 1], [1, 1], 0 },
        { [70, 130], [2, 2], [2, 2], [0, 0, 0, 0], [1, 1], 0 },
        { [5, 6], [3, 2], [1, 2], [1, 0, 1, 0], [1, 1], 0 },
        { [5, 6], [2, 1], [3, 2], [0, 0, 0, 0], [1, 1], 0 },
        { [7, 12], [2, 2], [2, 4], [0, 0, 0, 0], [1, 3], 1 },
        { [4, 6, 8], [2, 2, 2], [2, 2, 2], [0, 0, 0, 0, 0, 0], [1, 1, 1], 0 },
        { [5, 6, 7], [2, 3, 2], [1, 2, 2], [0, 1, 1, 1, 1, 0], [1, 1, 1], 0 },
        { [4, 4, 20], [3, 3, 3], [2, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1], 1 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Windows_are_pooled(int[] sizes, int[] kernel, int[] strides, int[] pads, int[] dilations, int more)
    {
        int rank = sizes.Length;
        int[] shape = [2, 3, .. sizes];
        Sample x = Sample.Random(1, shape);
        int[] outShape = [2, 3, .. sizes.Select((size, i) => Outputs(size, kernel[i], strides[i], pads[i] + pads[rank + i], dilations[i], more))];
        float[] y = new float[Sample.Count(outShape)];

        Pooling.MaxPool(x.Data, shape, kernel, strides, pads, dilations, y, outShape);
        Sample.AssertNear(Sample.Make(outShape, index => Window(index).Where(static met => met.IsInput).Max(static met => met.Value)), y, 0);

        Pooling.AveragePool(x.Data, shape, kernel, strides, pads, dilations, countIncludePad: false, y, outShape);
        Sample.AssertNear(Sample.Make(outShape, index => Window(index).Where(static met => met.IsInput).Average(static met => met.Value)), y, 1e-6);

        Pooling.AveragePool(x.Data, shape, kernel, strides, pads, dilations, countIncludePad: true, y, outShape);
        Sample.AssertNear(Sample.Make(outShape, index => Window(index).Average(static met => met.Value)), y, 1e-6);

        // What a window meets within input and padding.
        IEnumerable<(bool IsInput, double Value)> Window(int[] index)
        {
            int taps = Sample.Count(kernel);
            for (int tap = 0; tap < taps; tap++)
            {
                int[] place = [.. index];
                (bool isInput, bool isPadded) = (true, true);
                for (int axis = rank - 1, rest = tap; axis >= 0; rest /= kernel[axis], axis--)
                {
                    int at = (index[axis + 2] * strides[axis]) + (rest % kernel[axis] * dilations[axis]) - pads[axis];
                    place[axis + 2] = at;
                    isInput &= at >= 0 && at < sizes[axis];
                    isPadded &= at < sizes[axis] + pads[rank + axis];
                }

                if (isPadded)
                {
                    yield return (isInput, isInput ? x[place] : 0);
                }
            }
        }
    }

    [Fact]
    public void Windows_beyond_the_end_count_what_they_meet()
    {
        // The specification's averagepool_2d_ceil.
        float[] x = [.. Enumerable.Range(1, 16).Select(static i => (float)i)], y = new float[4];
        Pooling.AveragePool(x, [1, 1, 4, 4], [3, 3], [2, 2], [0, 0, 0, 0], [1, 1], countIncludePad: false, y, [1, 1, 2, 2]);
        Assert.Equal([6f, 7.5f, 12f, 13.5f], y);
    }

    [Fact]
    public void The_greatest_of_what_is_no_number_is_none_and_of_nothing_the_least()
    {
        float[] y = new float[3];
        Pooling.MaxPool([1, float.NaN, 3, 4], [1, 1, 4], [2], [1], [0, 0], [1], y, [1, 1, 3]);
        Assert.Equal([float.NaN, float.NaN, 4], y);
        Pooling.MaxPool([1, 2], [1, 1, 2], [1], [2], [1, 1], [1], y, [1, 1, 3]);
        Assert.Equal([float.NegativeInfinity, 2, float.NegativeInfinity], y);
    }

    private static int Outputs(int size, int kernel, int stride, int pads, int dilation, int more) =>
        ((size + pads - (dilation * (kernel - 1)) - 1) / stride) + 1 +
        (more > 0 && (size + pads - (dilation * (kernel - 1)) - 1) % stride > 0 ? 1 : 0);
}
