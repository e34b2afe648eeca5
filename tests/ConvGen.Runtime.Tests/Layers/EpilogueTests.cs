using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>What follows the bias: the outputs of the same layer without it, and the function of each.</summary>
public class EpilogueTests
{
    // Of a function that is at most 2 units in the last place off, and a product or two.
    private const double Tolerance = 5e-7;

    private delegate PackedWeights Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels, ReadOnlySpan<int> inputSize);

    private delegate void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    private delegate void ForwardPlain(ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output);

    private static readonly Dictionary<string, (Forward Packed, ForwardPlain Plain, Pack Pack, Func<double, double> Function)> s_functions = new()
    {
        ["Relu"] = (Ended.Relu.Forward, Ended.Relu.Forward, Ended.Relu.Pack, x => Math.Max(x, 0)),
        ["Relu6"] = (Ended.Relu6.Forward, Ended.Relu6.Forward, Ended.Relu6.Pack, x => Math.Clamp(x, 0, 6)),
        ["LeakyRelu"] = (Ended.LeakyRelu.Forward, Ended.LeakyRelu.Forward, Ended.LeakyRelu.Pack, x => x < 0 ? 0.2f * x : x),
        ["Sigmoid"] = (Ended.Sigmoid.Forward, Ended.Sigmoid.Forward, Ended.Sigmoid.Pack, Sigmoid),
        ["Tanh"] = (Ended.Tanh.Forward, Ended.Tanh.Forward, Ended.Tanh.Pack, Math.Tanh),
        ["SiLU"] = (Ended.SiLU.Forward, Ended.SiLU.Forward, Ended.SiLU.Pack, x => x * Sigmoid(x)),
        ["Gelu"] = (Ended.Gelu.Forward, Ended.Gelu.Forward, Ended.Gelu.Pack, x => x / 2 * (1 + FunctionReference.Erf(x / Math.Sqrt(2)))),
        ["GeluTanh"] = (
            Ended.GeluTanh.Forward, Ended.GeluTanh.Forward, Ended.GeluTanh.Pack,
            x => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
        ["HardSwish"] = (Ended.HardSwish.Forward, Ended.HardSwish.Forward, Ended.HardSwish.Pack, x => x * Math.Clamp(x + 3, 0, 6) / 6),
        ["HardSigmoid"] = (Ended.HardSigmoid.Forward, Ended.HardSigmoid.Forward, Ended.HardSigmoid.Pack, x => Math.Clamp(x + 3, 0, 6) / 6),
        ["Clamp"] = (Ended.Clamp.Forward, Ended.Clamp.Forward, Ended.Clamp.Pack, x => Math.Clamp(x, -0.5f, 0.25f)),
        ["Scaled"] = (Ended.Scaled.Forward, Ended.Scaled.Forward, Ended.Scaled.Pack, x => (-3 * Math.Max((2 * x) + 0.5, 0)) + 1),
    };

    private static readonly Dictionary<string, (Forward With, Forward Without, Pack PackWith, Pack PackWithout, int[] Weight, int[] Input, int[] Output)> s_forms = new()
    {
        ["Winograd"] = Form(EndedForms.UpTanh.Forward, EndedForms.Up.Forward, EndedForms.UpTanh.Pack, EndedForms.Up.Pack, [64, 64, 4, 4], [2, 64, 9, 11], [2, 64, 18, 22]),
        ["interleaved"] = Form(EndedForms.UpTanh.Forward, EndedForms.Up.Forward, EndedForms.UpTanh.Pack, EndedForms.Up.Pack, [20, 3, 4, 4], [2, 20, 19, 33], [2, 3, 38, 66]),
        ["planes, enlarged"] = Form(
            EndedForms.EnlargedTanh.Forward, EndedForms.Enlarged.Forward, EndedForms.EnlargedTanh.Pack, EndedForms.Enlarged.Pack, [6, 1, 16, 16], [1, 6, 7, 9], [1, 6, 56, 72]),
        ["planes of one phase"] = Form(
            EndedForms.PlanesTanh.Forward, EndedForms.Planes.Forward, EndedForms.PlanesTanh.Pack, EndedForms.Planes.Pack, [6, 1, 5, 5], [2, 6, 15, 37], [2, 6, 8, 19]),
        ["patches as lanes"] = Form(
            EndedForms.LengthTanh.Forward, EndedForms.Length.Forward, EndedForms.LengthTanh.Pack, EndedForms.Length.Pack, [64, 4, 4], [2, 64, 997], [2, 4, 1994]),
        ["channels as lanes"] = Form(
            EndedForms.VolumeTanh.Forward, EndedForms.Volume.Forward, EndedForms.VolumeTanh.Pack, EndedForms.Volume.Pack, [21, 5, 3, 3, 3], [1, 5, 7, 6, 9], [1, 21, 4, 3, 5]),
    };

    public static TheoryData<string> Functions => [.. s_functions.Keys];

    public static TheoryData<string> Forms => [.. s_forms.Keys];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Functions_are_those_of_the_outputs(string name)
    {
        (Forward packed, ForwardPlain plain, Pack pack, Func<double, double> function) = s_functions[name];
        foreach ((int inChannels, int outChannels) in ((int, int)[])[(3, 5), (40, 48), (2, 1)])
        {
            int[] input = [2, inChannels, 7, 13], output = [2, outChannels, 7, 13];
            float[] x = Draw(input, 4), w = Draw([outChannels, inChannels, 3, 3], 1), b = Draw([outChannels], 3);
            float[] sums = new float[2 * outChannels * 91], actual = new float[sums.Length];

            Ended.None.Forward(new(x, input), Ended.None.Pack(w, b, inChannels, outChannels), new(sums, output));
            packed(new(x, input), pack(w, b, inChannels, outChannels, default), new(actual, output));
            Compare(sums, actual, function);

            Ended.None.Forward(new(x, input), w, b, new(sums, output));
            plain(new(x, input), w, b, new(actual, output));
            Compare(sums, actual, function);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_ends_its_outputs(string name)
    {
        (Forward with, Forward without, Pack packWith, Pack packWithout, int[] weight, int[] input, int[] output) = s_forms[name];
        float[] x = Draw(input, 1), w = Draw(weight, 1), b = Draw([output[1]], 1);
        float[] sums = new float[Elements(output)], actual = new float[sums.Length];

        without(new(x, input), packWithout(w, b, input[1], output[1], input.AsSpan(2)), new(sums, output));
        with(new(x, input), packWith(w, b, input[1], output[1], input.AsSpan(2)), new(actual, output));

        Compare(sums, actual, Math.Tanh);
    }

    [Fact]
    public void Slopes_and_factors_are_of_the_channel()
    {
        int[] input = [2, 3, 5, 9], output = [2, 7, 5, 9];
        float[] x = Draw(input, 2), w = Draw([7, 3, 3, 3], 1), b = Draw([7], 1), slope = [.. Draw([7], 1).Select(static a => a + 2)];
        float[] sums = new float[630], actual = new float[630];
        Ended.None.Forward(new(x, input), Ended.None.Pack(w, b, 3, 7), new(sums, output));

        Ended.PRelu.Forward(new(x, input), Ended.PRelu.Pack(w, b, slope, 3, 7), new(actual, output));
        Compare(sums, actual, (y, channel) => y < 0 ? y * slope[channel] : y, 7);

        Ended.PRelu.Forward(new(x, input), w, b, slope, new(actual, output));
        Compare(sums, actual, (y, channel) => y < 0 ? y * slope[channel] : y, 7);

        Ended.PRelu.Forward(new(x, input), Ended.PRelu.Pack(w, b, [0.25f], 3, 7), new(actual, output));
        Compare(sums, actual, y => y < 0 ? y * 0.25 : y);

        Ended.Snake.Forward(new(x, input), Ended.Snake.Pack(w, b, slope, 3, 7), new(actual, output));
        Compare(sums, actual, (y, channel) => y + (Math.Pow(Math.Sin(slope[channel] * y), 2) / slope[channel]), 7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Residuals_are_added_before_or_after_the_activation(int threads)
    {
        int[] input = [2, 40, 33, 29], output = [2, 48, 33, 29];
        float[] x = Draw(input, 1), w = Draw([48, 40, 3, 3], 1), b = Draw([48], 1), residual = Draw(output, 3);
        float[] sums = new float[residual.Length], actual = new float[residual.Length];
        Ended.None.Forward(new(x, input), Ended.None.Pack(w, b, 40, 48), new(sums, output));

        Ended.Before.Forward(new(x, input), Ended.Before.Pack(w, b, 40, 48), new(residual, output), new(actual, output), threads);
        Assert.All(actual.Index(), y => Assert.Equal(MathF.Max(sums[y.Index] + residual[y.Index], 0), y.Item));

        Ended.After.Forward(new(x, input), Ended.After.Pack(w, b, [0.5f], 40, 48), new(residual, output), new(actual, output), threads);
        Assert.All(actual.Index(), y => Assert.Equal((sums[y.Index] < 0 ? 0.5f * sums[y.Index] : sums[y.Index]) + residual[y.Index], y.Item));
    }

    [Fact]
    public void Residual_of_another_shape_is_refused()
    {
        PackedWeights weights = Ended.Before.Pack(new float[18], [], 1, 2);

        var thrown = Assert.Throws<ArgumentException>(() => Ended.Before.Forward(
            new(new float[12], 1, 1, 3, 4), weights, new(new float[12], 1, 1, 3, 4), new(new float[24], 1, 2, 3, 4)));

        Assert.StartsWith("The residual is (1, 1, 3, 4); legal is (1, 2, 3, 4), the shape of the output.", thrown.Message, StringComparison.Ordinal);
    }

    // By the class that packed them a residual would be read that was not given.
    [Fact]
    public void Weights_of_a_class_that_ends_otherwise_are_refused()
    {
        const string message = "The weights were packed by another class, whose outputs end otherwise: legal are weights packed by this class.";
        float[] x = new float[12], y = new float[24], w = new float[18];
        PackedWeights before = Ended.Before.Pack(w, [], 1, 2), none = Ended.None.Pack(w, [], 1, 2);

        Exception[] thrown =
        [
            Assert.Throws<ArgumentException>(() => Ended.None.Forward(new(x, 1, 1, 3, 4), before, new(y, 1, 2, 3, 4))),
            Assert.Throws<ArgumentException>(() => Ended.Relu.Forward(new(x, 1, 1, 3, 4), none, new(y, 1, 2, 3, 4))),
            Assert.Throws<ArgumentException>(() => Ended.Relu.OutputShape(new(x, 1, 1, 3, 4), none)),
        ];

        Assert.All(thrown, one => Assert.StartsWith(message, one.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Slopes_of_another_number_are_refused()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Ended.PRelu.Pack(new float[18], [], [1, 2, 3], 1, 2));

        Assert.StartsWith("The slope has 3 elements; legal are 2, one per output channel, or 1 for all.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Residual_must_lie_apart_from_the_output()
    {
        PackedWeights weights = Ended.Before.Pack(new float[9], [], 1, 1);
        float[] both = new float[20];

        Assert.Throws<ArgumentException>(() => Ended.Before.Forward(
            new(new float[12], 1, 1, 3, 4), weights, new(both.AsSpan(0, 12), 1, 1, 3, 4), new(both.AsSpan(8), 1, 1, 3, 4)));
    }

    private static (Forward With, Forward Without, Pack PackWith, Pack PackWithout, int[] Weight, int[] Input, int[] Output) Form(
        Forward with, Forward without, Pack packWith, Pack packWithout, int[] weight, int[] input, int[] output) =>
        (with, without, packWith, packWithout, weight, input, output);

    private static void Compare(float[] sums, float[] actual, Func<double, double> function) => Compare(sums, actual, (y, _) => function(y), 1);

    private static void Compare(float[] sums, float[] actual, Func<double, int, double> function, int channels)
    {
        Assert.Contains(sums, static sum => sum < 0);
        int plane = sums.Length / 2 / channels;
        for (int i = 0; i < sums.Length; i++)
        {
            double expected = function(sums[i], channels == 1 ? 0 : i / plane % channels);
            double allowed = Tolerance * (Math.Abs(expected) + Math.Min(1, Math.Abs(sums[i])));
            Assert.True(Math.Abs(actual[i] - expected) <= allowed, $"output {i} is {actual[i]}, the function of {sums[i]} is {expected}");
        }
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static int Elements(int[] shape) => shape.Aggregate(1, static (product, length) => product * length);

    private static float[] Draw(int[] shape, float most)
    {
        var random = new Random(shape.Length + shape[^1]);
        return [.. Enumerable.Range(0, Elements(shape)).Select(_ => ((2 * random.NextSingle()) - 1) * most)];
    }
}
