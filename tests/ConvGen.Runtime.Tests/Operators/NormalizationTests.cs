using ConvGen.CompilerServices;

namespace ConvGen.Runtime.Tests.Operators;

public class NormalizationTests
{
    private const float Epsilon = 1e-3f;

    // A tenth of what a mean far from zero would cost where it is rounded.
    private const double Near = 2e-6;

    public static TheoryData<int[]> Shapes => [[2, 6, 5, 7], [1, 6, 40, 17], [3, 6, 1], [2, 6, 300], [2, 6, 3, 2, 3], [2, 6]];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Channels_have_given_means_and_variances(int[] shape)
    {
        (Sample x, float[] scale, float[] bias) = Case(shape, shape[1]);
        float[] mean = Sample.Random(4, shape[1]).Data, variance = [.. Sample.Random(5, shape[1]).Data.Select(Math.Abs)], y = new float[x.Data.Length];

        Normalization.BatchNormalization(x.Data, shape, scale, bias, mean, variance, Epsilon, y);

        double[] expected = Sample.Make(shape, index =>
            ((x[index] - mean[index[1]]) / Math.Sqrt(variance[index[1]] + (double)Epsilon) * scale[index[1]]) + bias[index[1]]);
        Sample.AssertNear(expected, y, Near);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Planes_are_normalised(int[] shape)
    {
        (Sample x, float[] scale, float[] bias) = Case(shape, shape[1]);
        float[] y = new float[x.Data.Length];
        Normalization.InstanceNormalization(x.Data, shape, scale, bias, Epsilon, y);
        Check(x, y, index => [index[0], index[1], .. index[2..].Select(static _ => -1)], index => (scale[index[1]], bias[index[1]]));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Groups_are_normalised(int[] shape)
    {
        (Sample x, float[] scale, float[] bias) = Case(shape, shape[1]);
        float[] y = new float[x.Data.Length];
        Normalization.GroupNormalization(x.Data, shape, 2, scale, bias, Epsilon, y);
        int[] split = [shape[0], 2, shape[1] / 2, .. shape[2..]];
        Check(
            Sample.Of(x.Data, split),
            y,
            static index => [index[0], index[1], .. index[2..].Select(static _ => -1)],
            index => (scale[(index[1] * shape[1] / 2) + index[2]], bias[(index[1] * shape[1] / 2) + index[2]]));
        Normalization.GroupNormalization(x.Data, shape, 2, scale, bias, Epsilon, x.Data);
        Assert.Equal(y, x.Data);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_follows_an_axis_is_normalised(int axis)
    {
        int[] shape = [2, 6, 5, 7], rest = shape[axis..];
        (Sample x, float[] scale, float[] bias) = Case(shape, Sample.Count(rest));
        Sample scales = Sample.Of(scale, rest), shifts = Sample.Of(bias, rest);
        float[] y = new float[x.Data.Length];
        Normalization.LayerNormalization(x.Data, shape, axis, scale, bias, Epsilon, y);
        Check(x, y, index => [.. index[..axis], .. rest.Select(static _ => -1)], index => ((float)scales[index], (float)shifts[index]));
        Normalization.LayerNormalization(x.Data, shape, axis, scale, [], Epsilon, y);
        Check(x, y, index => [.. index[..axis], .. rest.Select(static _ => -1)], index => ((float)scales[index], 0));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Positions_are_normalised_over_their_channels(int[] shape)
    {
        (Sample x, float[] scale, float[] bias) = Case(shape, shape[1]);
        float[] y = new float[x.Data.Length];
        Normalization.ChannelNormalization(x.Data, shape, scale, bias, Epsilon, y);
        Check(x, y, static index => [index[0], -1, .. index[2..]], index => (scale[index[1]], bias[index[1]]));
        Normalization.ChannelNormalization(x.Data, shape, scale, bias, Epsilon, x.Data);
        Assert.Equal(y, x.Data);
    }

    // Means a hundred deviations from zero.
    private static (Sample X, float[] Scale, float[] Bias) Case(int[] shape, int parameters) =>
        (Sample.Of([.. Sample.Random(1, shape).Data.Select(static value => value + 150)], shape), Sample.Random(2, parameters).Data, Sample.Random(3, parameters).Data);

    // A set is what has the same index where it is not -1.
    private static void Check(Sample x, float[] y, Func<int[], int[]> set, Func<int[], (float Scale, float Bias)> parameters)
    {
        var sets = new Dictionary<string, List<double>>();
        Sample.Make(x.Shape, index =>
        {
            string key = string.Join(',', set(index));
            sets.TryAdd(key, []);
            sets[key].Add(x[index]);
            return 0;
        });
        var moments = sets.ToDictionary(static pair => pair.Key, static pair =>
        {
            double mean = pair.Value.Average();
            return (Mean: mean, Deviation: Math.Sqrt(pair.Value.Average(value => (value - mean) * (value - mean)) + Epsilon));
        });
        double[] expected = Sample.Make(x.Shape, index =>
        {
            var (mean, deviation) = moments[string.Join(',', set(index))];
            var (scale, bias) = parameters(index);
            return ((x[index] - mean) / deviation * scale) + bias;
        });
        Sample.AssertNear(expected, y, Near);
    }
}
