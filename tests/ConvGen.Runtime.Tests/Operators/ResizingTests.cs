using ConvGen.CompilerServices;

namespace ConvGen.Runtime.Tests.Operators;

public class ResizingTests
{
    private static readonly (int[] Shape, float[] Scales, int[] OutShape)[] s_cases =
    [
        ([1, 2, 5, 6], [], [1, 2, 10, 12]),
        ([1, 2, 5, 6], [1, 1, 2, 2], [1, 2, 10, 12]),
        ([2, 3, 7, 9], [], [2, 3, 4, 5]),
        ([2, 3, 7, 9], [1, 1, 0.6f, 0.7f], [2, 3, 4, 6]),
        ([1, 1, 4, 4], [1, 1, 3.3f, 1.01f], [1, 1, 13, 4]),
        ([2, 2, 9], [], [2, 2, 31]),
        ([1, 2, 3, 4, 5], [1, 1, 2, 1, 2.5f], [1, 2, 6, 4, 12]),
        ([1, 2, 3, 4, 5], [], [1, 2, 5, 3, 11]),
        ([1, 5, 6, 3], [1, 2, 0.5f, 1], [1, 10, 3, 3]),
        ([3, 4], [], [6, 1]),
        ([1, 1, 1, 1], [], [1, 1, 3, 4]),
        ([2, 3], [1, 1], [2, 3]),
    ];

    public static TheoryData<ResizeCoordinates, int> Cases
    {
        get
        {
            var data = new TheoryData<ResizeCoordinates, int>();
            foreach (ResizeCoordinates coordinates in Enum.GetValues<ResizeCoordinates>())
            {
                for (int i = 0; i < s_cases.Length; i++)
                {
                    data.Add(coordinates, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_nearest_is_taken(ResizeCoordinates coordinates, int number)
    {
        var (shape, scales, outShape) = s_cases[number];
        Sample x = Sample.Random(1, shape);
        float[] y = new float[Sample.Count(outShape)];
        foreach (NearestRounding rounding in Enum.GetValues<NearestRounding>())
        {
            Resizing.Nearest(x.Data, shape, scales, coordinates, rounding, y, outShape);

            int[][] sources = [.. shape.Select((_, axis) => Sources(rounding, axis))];
            Sample.AssertNear(Sample.Make(outShape, index => x[[.. index.Select((place, axis) => sources[axis][place])]]), y, 0);
        }

        // What is taken along one axis, checked: at a tie within the rounding errors of single precision, either side.
        int[] Sources(NearestRounding rounding, int axis)
        {
            (int length, int outLength) = (shape[axis], outShape[axis]);
            float[] taken = new float[outLength];
            ReadOnlySpan<float> own = scales.Length == 0 ? [] : [scales[axis]];
            Resizing.Nearest([.. Enumerable.Range(0, length).Select(static i => (float)i)], [length], own, coordinates, rounding, taken, [outLength]);
            double scale = own.IsEmpty ? (double)outLength / length : own[0];
            for (int i = 0; i < outLength && (scale != 1 || length != outLength); i++)
            {
                double at = Place(coordinates, i, length, outLength, scale);
                double below = Math.Clamp(Round(rounding, at - 1e-5), 0, length - 1), above = Math.Clamp(Round(rounding, at + 1e-5), 0, length - 1);
                Assert.True(taken[i] == below || taken[i] == above, $"{taken[i]} at {i}, not {below} or {above}");
            }

            return [.. taken.Select(static place => (int)place)];
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Neighbours_are_blended(ResizeCoordinates coordinates, int number)
    {
        var (shape, scales, outShape) = s_cases[number];
        Sample x = Sample.Random(2, shape);
        float[] y = new float[Sample.Count(outShape)];
        foreach (bool excludeOutside in new[] { false, true })
        {
            if (coordinates == ResizeCoordinates.HalfPixelForNearest)
            {
                continue;
            }

            Resizing.Linear(x.Data, shape, scales, coordinates, excludeOutside, y, outShape);
            Sample.AssertNear(Sample.Make(outShape, index => Blend(index, 2, 0, excludeOutside)), y, 2e-6);

            Resizing.Cubic(x.Data, shape, scales, coordinates, -0.75f, excludeOutside, y, outShape);
            Sample.AssertNear(Sample.Make(outShape, index => Blend(index, 4, -0.75, excludeOutside)), y, 4e-6);

            Resizing.Cubic(x.Data, shape, scales, coordinates, -0.5f, excludeOutside, y, outShape);
            Sample.AssertNear(Sample.Make(outShape, index => Blend(index, 4, -0.5, excludeOutside)), y, 4e-6);
        }

        // The product of the axes' weights, over all combinations of neighbours.
        double Blend(int[] index, int taps, double a, bool excludeOutside, int axis = 0, params int[] place)
        {
            if (axis == shape.Length)
            {
                return x[place];
            }

            double scale = scales.Length == 0 ? (double)outShape[axis] / shape[axis] : scales[axis];
            if (scale == 1 && shape[axis] == outShape[axis])
            {
                return Blend(index, taps, a, excludeOutside, axis + 1, [.. place, index[axis]]);
            }

            double at = Place(coordinates, index[axis], shape[axis], outShape[axis], scale), sum = 0, weights = 0;
            int floor = (int)Math.Floor(at);
            double r = at - floor;
            double[] all = taps == 2
                ? [1 - r, r]
                :
                [
                    ((((a * (r + 1)) - (5 * a)) * (r + 1)) + (8 * a)) * (r + 1) - (4 * a),
                    ((((a + 2) * r) - (a + 3)) * r * r) + 1,
                    ((((a + 2) * (1 - r)) - (a + 3)) * (1 - r) * (1 - r)) + 1,
                    ((((a * (2 - r)) - (5 * a)) * (2 - r)) + (8 * a)) * (2 - r) - (4 * a),
                ];
            for (int tap = 0; tap < taps; tap++)
            {
                int source = floor + tap - (taps / 2) + 1;
                double weight = excludeOutside && (source < 0 || source >= shape[axis]) ? 0 : all[tap];
                weights += weight;
                sum += weight * Blend(index, taps, a, excludeOutside, axis + 1, [.. place, Math.Clamp(source, 0, shape[axis] - 1)]);
            }

            return excludeOutside ? sum / weights : sum;
        }
    }

    [Theory]
    [InlineData(NearestRounding.RoundPreferFloor, new[] { 0f, 0, 1, 1, 2, 2 })]
    [InlineData(NearestRounding.RoundPreferCeil, new[] { 0f, 1, 1, 2, 2, 2 })]
    [InlineData(NearestRounding.Floor, new[] { 0f, 0, 1, 1, 2, 2 })]
    [InlineData(NearestRounding.Ceil, new[] { 0f, 1, 1, 2, 2, 2 })]
    public void Halves_fall_as_the_mode_says(NearestRounding rounding, float[] expected)
    {
        float[] y = new float[6];
        Resizing.Nearest([0, 1, 2], [3], [2], ResizeCoordinates.Asymmetric, rounding, y, [6]);
        Assert.Equal(expected, y);
    }

    [Fact]
    public void Resizes_as_the_specification_shows()
    {
        float[] square = [1, 2, 3, 4], y = new float[16];
        Resizing.Linear(square, [1, 1, 2, 2], [1, 1, 2, 2], ResizeCoordinates.HalfPixel, false, y, [1, 1, 4, 4]);
        Assert.Equal([1, 1.25f, 1.75f, 2, 1.5f, 1.75f, 2.25f, 2.5f, 2.5f, 2.75f, 3.25f, 3.5f, 3, 3.25f, 3.75f, 4], y);
        float[] line = new float[2];
        float[] eight = [1, 2, 3, 4, 5, 6, 7, 8];
        Resizing.Linear(eight, [1, 1, 2, 4], [1, 1, 0.6f, 0.6f], ResizeCoordinates.AlignCorners, false, line, [1, 1, 1, 2]);
        Sample.AssertNear([1, 3.142857], line, 1e-6);
        float[] z = new float[24];
        Resizing.Nearest(square, [1, 1, 2, 2], [1, 1, 2, 3], ResizeCoordinates.HalfPixel, NearestRounding.RoundPreferFloor, z, [1, 1, 4, 6]);
        Assert.Equal([1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4], z);
    }

    private static double Place(ResizeCoordinates coordinates, int output, int length, int outLength, double scale) => coordinates switch
    {
        ResizeCoordinates.AlignCorners => outLength == 1 ? 0 : output * (length - 1.0) / ((scale * length) - 1),
        ResizeCoordinates.Asymmetric => output / scale,
        ResizeCoordinates.HalfPixelForNearest => (output + 0.5) / scale,
        ResizeCoordinates.PyTorchHalfPixel => outLength == 1 ? 0 : ((output + 0.5) / scale) - 0.5,
        ResizeCoordinates.HalfPixelSymmetric => (length / 2.0 * (1 - (outLength / (scale * length)))) + ((output + 0.5) / scale) - 0.5,
        _ => ((output + 0.5) / scale) - 0.5,
    };

    private static double Round(NearestRounding rounding, double at) => rounding switch
    {
        NearestRounding.RoundPreferFloor => Math.Ceiling(at - 0.5),
        NearestRounding.RoundPreferCeil => Math.Floor(at + 0.5),
        NearestRounding.Floor => Math.Floor(at),
        _ => Math.Ceiling(at),
    };
}
