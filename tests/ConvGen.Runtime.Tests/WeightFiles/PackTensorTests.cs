using System.Runtime.InteropServices;
using System.Text;

namespace ConvGen.Runtime.Tests.WeightFiles;

/// <summary>The network of a fixture, and layers of other shapes.</summary>
[ConvTranspose(k: 4, s: 2, p: 1, Name = "Up", Activation = Activation.PRelu)]
[Conv(k: 3, p: 1, g: 2, Name = "Grouped")]
[ConvTranspose(k: [2, 3], g: 2, Name = "GroupedUp", InChannels = 4, OutChannels = 6)]
[Conv(k: 3, p: 1, Name = "Fixed", InChannels = 4, OutChannels = 6)]
[Conv(k: 3, Rank = 1, Name = "Line")]
internal static partial class Checkpoint;

public class PackTensorTests
{
    private delegate PackedWeights Pack(WeightTensor weight, WeightTensor? bias, BatchNorm norm, ReadOnlySpan<int> inputSize);

    private static readonly Dictionary<string, Pack> s_layers = new()
    {
        ["Grouped"] = Checkpoint.Grouped.Pack,
        ["GroupedUp"] = Checkpoint.GroupedUp.Pack,
        ["Fixed"] = Checkpoint.Fixed.Pack,
        ["Line"] = Checkpoint.Line.Pack,
    };

    [Fact]
    public void Network_of_a_checkpoint_computes_what_PyTorch_does()
    {
        using WeightFile file = Fixtures.Open("network.safetensors");
        using WeightFile expected = Fixtures.Open("network_expected.npz");
        PackedWeights up = Checkpoint.Up.Pack(file["0.weight"], file["0.bias"], file["2.weight"], BatchNorm.From(file, "1"), [5, 7]);
        PackedWeights conv = Checkpoint.Grouped.Pack(file["3.weight"], norm: BatchNorm.From(file, "4", eps: 1e-5f));

        float[] hidden = new float[2 * 4 * 10 * 14], output = new float[2 * 6 * 10 * 14];
        Checkpoint.Up.Forward(new(expected["x"].AsSpan(), expected["x"].Shape), up, new(hidden, 2, 4, 10, 14));
        Checkpoint.Grouped.Forward(new(hidden, 2, 4, 10, 14), conv, new(output, 2, 6, 10, 14));

        // Values of a few units; 48 and 18 products in float32, twice folded.
        ReadOnlySpan<float> y = expected["y"].AsSpan();
        for (int i = 0; i < output.Length; i++)
        {
            Assert.Equal(y[i], output[i], 2e-5f);
        }
    }

    [Fact]
    public void Layer_is_packed_as_from_spans()
    {
        float[] weight = [.. Enumerable.Range(0, 108).Select(static k => k / 8f)], bias = [1, 2, 3, 4, 5, 6];
        float[] x = [.. Enumerable.Range(0, 4 * 20).Select(static k => (k % 7) - 3f)];
        float[] expected = new float[6 * 20], actual = new float[6 * 20];
        foreach (float[]? given in (float[]?[])[bias, null])
        {
            PackedWeights packed = Checkpoint.Grouped.Pack(
                new WeightTensor("w", [6, 2, 3, 3], weight), given is null ? null : new WeightTensor("b", [6], given), inputSize: [4, 5]);
            packed.Forward(new(x, 4, 4, 5), new(actual, 6, 4, 5));
            Checkpoint.Grouped.Pack(weight, given ?? [], 4, 6, [4, 5]).Forward(new(x, 4, 4, 5), new(expected, 6, 4, 5));

            Assert.Equal((4, 6), (packed.InChannels, packed.OutChannels));
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [InlineData("Grouped", new[] { 6, 2, 3 }, "(6, 2, 3); legal are (Cout, Cin/2, 3, 3)")]
    [InlineData("Grouped", new[] { 6, 2, 3, 4 }, "(6, 2, 3, 4); legal are (Cout, Cin/2, 3, 3)")]
    [InlineData("Grouped", new int[0], "(); legal are (Cout, Cin/2, 3, 3)")]
    [InlineData("GroupedUp", new[] { 6, 2, 2, 3 }, "(6, 2, 2, 3); legal are (4, 3, 2, 3)")]
    [InlineData("GroupedUp", new[] { 4, 3, 3, 2 }, "(4, 3, 3, 2); legal are (4, 3, 2, 3)")]
    [InlineData("Fixed", new[] { 4, 6, 3, 3 }, "(4, 6, 3, 3); legal are (6, 4, 3, 3)")]
    [InlineData("Line", new[] { 4, 6, 1 }, "(4, 6, 1); legal are (Cout, Cin/1, 3)")]
    public void Shape_that_does_not_fit_is_answered_with_what_the_layer_wants(string layer, int[] shape, string told) => Refusal
        .Argument("weight", $"The weight net.3.weight has the shape {told}.")
        .Of(() => s_layers[layer](new WeightTensor("net.3.weight", shape, new float[shape.Aggregate(1, static (a, b) => a * b)]), null, default, default));

    [Fact]
    public void Channels_that_are_no_multiple_of_the_groups_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("outChannels", () => Checkpoint.Grouped.Pack(new WeightTensor("w", [3, 2, 3, 3], new float[54])));

    [Fact]
    public void Bias_of_another_length_is_refused() => Assert.Throws<ArgumentException>(
        "bias", () => Checkpoint.Grouped.Pack(new WeightTensor("w", [6, 2, 3, 3], new float[108]), new WeightTensor("b", [5], new float[5])));

    [Fact]
    public void Missing_weight_or_slope_is_refused()
    {
        var weight = new WeightTensor("w", [3, 4, 4, 4], new float[192]);

        Assert.Throws<ArgumentNullException>("weight", () => Checkpoint.Grouped.Pack(weight: null!));
        Assert.Throws<ArgumentNullException>("slope", () => Checkpoint.Up.Pack(weight, bias: null, slope: null!));
    }

    [Fact]
    public void Batch_norm_without_scale_and_shift_has_none()
    {
        using WeightFile file = BareNorm();
        BatchNorm norm = BatchNorm.From(file, "bn", eps: 1e-3f);
        float[] weight = [.. Enumerable.Range(0, 108).Select(static k => k / 8f)];
        PackedWeights packed = Checkpoint.Grouped.Pack(new WeightTensor("w", [6, 2, 3, 3], weight), norm: norm);
        PackedWeights neutral = Checkpoint.Grouped.Pack(weight, [], new BatchNorm([1, 1, 1, 1, 1, 1], new float[6], norm.Mean, norm.Variance, 1e-3f), 4, 6);
        float[] x = [.. Enumerable.Range(0, 4 * 20).Select(static k => (k % 7) - 3f)], expected = new float[6 * 20], actual = new float[6 * 20];
        packed.Forward(new(x, 4, 4, 5), new(actual, 6, 4, 5));
        neutral.Forward(new(x, 4, 4, 5), new(expected, 6, 4, 5));

        Assert.Equal((0, 0, 6, 6, 1e-3f), (norm.Scale.Length, norm.Shift.Length, norm.Mean.Length, norm.Variance.Length, norm.Eps));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Batch_norm_has_what_the_file_has()
    {
        using WeightFile file = Fixtures.Open("network.safetensors");
        BatchNorm norm = BatchNorm.From(file, "1", eps: 1e-3f);

        Assert.Equal((4, 4, 4, 4, 1e-3f), (norm.Scale.Length, norm.Shift.Length, norm.Mean.Length, norm.Variance.Length, norm.Eps));
        Assert.Throws<KeyNotFoundException>(() => BatchNorm.From(file, "0").Eps);
    }

    [Theory]
    [InlineData(2, 3, 5)]
    [InlineData(-1, 6)]
    public void Tensor_of_ones_own_has_as_many_elements_as_its_shape(params int[] shape) =>
        Assert.ThrowsAny<ArgumentException>(() => new WeightTensor("w", shape, new float[6]));

    // As PyTorch saves BatchNorm2d(6, affine=False).
    private static SafeTensors BareNorm()
    {
        byte[] header = Encoding.UTF8.GetBytes(
            """{"bn.running_mean":{"dtype":"F32","shape":[6],"data_offsets":[0,24]},"bn.running_var":{"dtype":"F32","shape":[6],"data_offsets":[24,48]}}""");
        float[] statistics = [0, 1, -2, 3, 0.5f, -0.25f, 1, 2, 0.5f, 4, 0.25f, 3];
        return SafeTensors.Open(new MemoryStream(
            [.. BitConverter.GetBytes((long)header.Length), .. header, .. MemoryMarshal.AsBytes<float>(statistics)]));
    }
}
