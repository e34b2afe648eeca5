namespace ConvGen.Runtime.Tests;

/// <summary>Layers to fold a batch norm into.</summary>
[ConvTranspose(k: 3, s: 2, p: 1, Name = "Up")]
[ConvTranspose(k: 3, s: 2, p: 1, g: 2, Name = "GroupedUp")]
[Conv(k: 3, s: 2, p: 1, Name = "Down")]
[Conv(k: 3, p: 1, g: 2, Name = "Grouped")]
[Conv(k: 3, p: 1, g: 4, Name = "Depthwise")]
internal static partial class Normalised;

/// <summary>A batch norm after a layer is the layer with other weights, by output channel.</summary>
public class BatchNormTests
{
    private delegate PackedWeights PackNorm(
        ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, BatchNorm norm, int inChannels, int outChannels, ReadOnlySpan<int> inputSize);

    private delegate PackedWeights Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, int inChannels, int outChannels);

    private delegate void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    private static readonly Dictionary<string, (PackNorm Norm, Pack Pack, Forward Forward, int In, int Out, int Weights, int[] Output)> s_layers = new()
    {
        ["transposed"] = (Normalised.Up.Pack, Normalised.Up.Pack, Normalised.Up.Forward, 4, 6, 216, [2, 6, 9, 13]),
        ["transposed, groups"] = (Normalised.GroupedUp.Pack, Normalised.GroupedUp.Pack, Normalised.GroupedUp.Forward, 4, 6, 108, [2, 6, 9, 13]),
        ["ordinary"] = (Normalised.Down.Pack, Normalised.Down.Pack, Normalised.Down.Forward, 4, 6, 216, [2, 6, 3, 4]),
        ["ordinary, groups"] = (Normalised.Grouped.Pack, Normalised.Grouped.Pack, Normalised.Grouped.Forward, 4, 6, 108, [2, 6, 5, 7]),
        ["depthwise, multiplier"] = (Normalised.Depthwise.Pack, Normalised.Depthwise.Pack, Normalised.Depthwise.Forward, 4, 8, 72, [2, 8, 5, 7]),
    };

    public static TheoryData<string> Layers => [.. s_layers.Keys];

    [Theory]
    [MemberData(nameof(Layers))]
    public void Outputs_are_normalised(string name)
    {
        (PackNorm packNorm, Pack pack, Forward forward, int inChannels, int outChannels, int weights, int[] output) = s_layers[name];
        var random = new Random(1);
        float[] x = Draw(2 * inChannels * 35), w = Draw(weights), b = Draw(outChannels);
        float[] scale = Draw(outChannels), shift = Draw(outChannels), mean = Draw(outChannels);
        float[] variance = [.. Draw(outChannels).Select(static v => v * v)];
        float[] sums = new float[output[0] * output[1] * output[2] * output[3]], actual = new float[sums.Length];
        foreach (bool hasBias in (bool[])[true, false])
        {
            float[] bias = hasBias ? b : [];
            forward(new(x, 2, inChannels, 5, 7), pack(w, bias, inChannels, outChannels), new(sums, output));
            forward(
                new(x, 2, inChannels, 5, 7),
                packNorm(w, bias, new BatchNorm(scale, shift, mean, variance, 1e-3f), inChannels, outChannels, default),
                new(actual, output));

            for (int i = 0; i < sums.Length; i++)
            {
                int channel = i / output[2] / output[3] % outChannels;
                double factor = scale[channel] / Math.Sqrt(variance[channel] + 1e-3);
                double expected = ((sums[i] - mean[channel]) * factor) + shift[channel];
                Assert.Equal(expected, actual[i], 2e-5 * (1 + Math.Abs(factor)));
            }
        }

        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }

    [Fact]
    public void Scale_and_shift_may_be_missing()
    {
        float[] output = new float[2];

        Normalised.Grouped.Forward(
            new([3, 5], 2, 1, 1),
            Normalised.Grouped.Pack([.. Enumerable.Repeat(1f, 18)], [], new BatchNorm([], [], [1, 1], [4, 9], 0), 2, 2),
            new(output, 2, 1, 1));

        Assert.Equal([1f, 4f / 3], output);
    }

    [Theory]
    [InlineData(3, 2, 2, 2, "The scale of the batch norm has 3 elements; legal are 2, one per output channel, or 0 for none.")]
    [InlineData(2, 1, 2, 2, "The shift of the batch norm has 1 elements; legal are 2, one per output channel, or 0 for none.")]
    [InlineData(0, 0, 0, 2, "The mean of the batch norm has 0 elements; legal are 2, one per output channel.")]
    [InlineData(0, 0, 2, 4, "The variance of the batch norm has 4 elements; legal are 2, one per output channel.")]
    [InlineData(2, 2, 2, 2, "The variance of channel 0 is 0 and eps 0; legal are sums above 0.")]
    public void Numbers_that_do_not_fit_are_refused(int scale, int shift, int mean, int variance, string message)
    {
        var thrown = Assert.Throws<ArgumentException>(() => Normalised.Grouped.Pack(
            new float[18], [], new BatchNorm(new float[scale], new float[shift], new float[mean], new float[variance], 0), 2, 2));

        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
    }
}
