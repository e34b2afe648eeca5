namespace ConvGen.Runtime.Tests;

/// <summary>Paddings of other frameworks, whose ends differ from their beginnings.</summary>
[Conv(k: 4, p: 1, PEnd = [2], Rank = 1, Name = "Same")]
[Conv(k: 3, s: 2, p: 0, PEnd = [1], Rank = 1, Name = "SameUpper")]
[Conv(k: 3, s: 2, Rank = 1, Name = "Valid")]
[Conv(k: 3, s: 2, p: 1, PEnd = [0], Rank = 1, Name = "SameLower")]
[Conv(k: 4, p: 4, d: 3, PEnd = [5], Rank = 1, Name = "SameDilated")]
[Conv(k: 4, d: 3, Rank = 1, Name = "Dilated")]
[Conv(k: 3, s: 2, p: 2, PEnd = [1], Rank = 1, Name = "Pads")]
[Conv(k: 3, s: 2, p: 2, Rank = 1, Name = "Alike")]
[ConvTranspose(k: 4, s: 3, p: 0, PEnd = [1], Rank = 1, Name = "OutputUpper")]
[ConvTranspose(k: 4, s: 3, p: 1, PEnd = [0], Rank = 1, Name = "OutputLower")]
[ConvTranspose(k: 4, s: 3, p: 2, PEnd = [1], Rank = 1, Name = "CropPads")]
[ConvTranspose(k: 4, s: 3, p: 2, Rank = 1, Name = "CropAlike")]
[ConvTranspose(k: 4, s: 3, Rank = 1, Name = "Full")]
[ConvTranspose(k: 4, s: 3, p: 1, op: 1, Rank = 1, Name = "OutputWithMore")]
[ConvTranspose(k: 2, s: 3, op: 1, Rank = 1, Name = "ShortKernel")]
[ConvTranspose(k: 2, s: 3, Rank = 1, Name = "ShortFull")]
[ConvTranspose(k: 3, s: 2, p: 0, PEnd = [1], Rank = 1, Name = "Twice")]
[ConvTranspose(k: 3, s: 2, Rank = 1, Name = "Whole")]
internal static partial class Padded;

/// <summary>Each end is padded, or cropped, by its own number.</summary>
public class PaddingEndTests
{
    private static readonly float[] s_weight = [1, 2, 3, 4];

    private delegate void Plain(ReadOnlyTensorView<float> input, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, TensorView<float> output);

    // Lines of the table in docs/semantics.md: layers that say p and PEnd, the same without, and what the others' formulas make of a length.
    private static readonly Dictionary<string, (Plain Forward, Plain Whole, int Kernel, Func<int, int> Zeros, bool IsLower, Func<int, int> Output)> s_padded = new()
    {
        ["PyTorch same"] = (Padded.SameDilated.Forward, Padded.Dilated.Forward, 4, static _ => 9, false, static length => length),
        ["ONNX Conv SAME_UPPER"] = (Padded.SameUpper.Forward, Padded.Valid.Forward, 3, SameZeros, false, static length => (length + 1) / 2),
        ["ONNX Conv SAME_LOWER"] = (Padded.SameLower.Forward, Padded.Valid.Forward, 3, SameZeros, true, static length => (length + 1) / 2),
        ["ONNX Conv pads"] = (Padded.Pads.Forward, Padded.Valid.Forward, 3, static _ => 3, true, static length => ((length + 3 - 3) / 2) + 1),
        ["PyTorch padding"] = (Padded.Alike.Forward, Padded.Valid.Forward, 3, static _ => 4, false, static length => ((length + 4 - 3) / 2) + 1),
        ["valid"] = (Padded.Valid.Forward, Padded.Valid.Forward, 3, static _ => 0, false, static length => (length - 2 + 1) / 2),
    };

    // The same of transposed ones, whose outputs are cropped.
    private static readonly Dictionary<string, (Plain Forward, Plain Full, int Kernel, int Stride, int Cropped, bool IsLower, Func<int, int> Output)> s_cropped = new()
    {
        ["PyTorch padding"] = (Padded.CropAlike.Forward, Padded.Full.Forward, 4, 3, 4, false, static length => ((length - 1) * 3) - 4 + 4),
        ["ONNX ConvTranspose pads"] = (Padded.CropPads.Forward, Padded.Full.Forward, 4, 3, 3, true, static length => ((length - 1) * 3) + 4 - 3),
        ["ONNX ConvTranspose SAME_UPPER"] = (Padded.OutputUpper.Forward, Padded.Full.Forward, 4, 3, 1, false, static length => 3 * length),
        ["ONNX ConvTranspose SAME_LOWER"] = (Padded.OutputLower.Forward, Padded.Full.Forward, 4, 3, 1, true, static length => 3 * length),
        ["Keras same"] = (Padded.OutputUpper.Forward, Padded.Full.Forward, 4, 3, 1, false, static length => 3 * length),
        ["Keras same, short kernel"] = (Padded.ShortKernel.Forward, Padded.ShortFull.Forward, 2, 3, -1, false, static length => 3 * length),
        ["Keras valid"] = (Padded.Full.Forward, Padded.Full.Forward, 4, 3, 0, false, static length => (length * 3) + Math.Max(4 - 3, 0)),
        ["Keras valid, short kernel"] = (Padded.ShortKernel.Forward, Padded.ShortFull.Forward, 2, 3, -1, false, static length => (length * 3) + Math.Max(2 - 3, 0)),
    };

    public static TheoryData<string> PaddedNames => [.. s_padded.Keys];

    public static TheoryData<string> CroppedNames => [.. s_cropped.Keys];

    [Theory]
    [MemberData(nameof(PaddedNames))]
    public void Ordinary_layers_of_other_frameworks_are_those_of_padded_inputs(string name)
    {
        (Plain forward, Plain whole, int kernel, Func<int, int> zeros, bool isLower, Func<int, int> output) = s_padded[name];
        foreach (int length in (int[])[6, 8, 20])
        {
            float[] x = Numbers(length), actual = new float[output(length)], expected = new float[actual.Length];
            int all = zeros(length), first = isLower ? all - (all / 2) : all / 2;
            float[] padded = [.. new float[first], .. x, .. new float[all - first]];

            forward(new(x, 1, length), s_weight.AsSpan(0, kernel), [], new(actual, 1, actual.Length));
            whole(new(padded, 1, padded.Length), s_weight.AsSpan(0, kernel), [], new(expected, 1, expected.Length));

            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [MemberData(nameof(CroppedNames))]
    public void Transposed_layers_of_other_frameworks_are_those_of_cropped_outputs(string name)
    {
        (Plain forward, Plain full, int kernel, int stride, int cropped, bool isLower, Func<int, int> output) = s_cropped[name];
        foreach (int length in (int[])[4, 5, 17])
        {
            float[] x = Numbers(length), actual = new float[output(length)], whole = new float[((length - 1) * stride) + kernel];

            forward(new(x, 1, length), s_weight.AsSpan(0, kernel), [], new(actual, 1, actual.Length));
            full(new(x, 1, length), s_weight.AsSpan(0, kernel), [], new(whole, 1, whole.Length));

            int first = Math.Max(0, isLower ? cropped - (cropped / 2) : cropped / 2);
            float[] longer = [.. whole, .. new float[Math.Max(0, -cropped)]];
            Assert.Equal(longer.AsSpan(first, actual.Length).ToArray(), actual);
        }
    }

    // output_padding is part of what is cropped: an output of 3 in takes one more and crops two.
    [Fact]
    public void Output_padding_counts_among_what_is_cropped()
    {
        float[] x = Numbers(5), actual = new float[15], whole = new float[16];

        Padded.OutputWithMore.Forward(new(x, 1, 5), s_weight, [], new(actual, 1, 15));
        Padded.Full.Forward(new(x, 1, 5), s_weight, [], new(whole, 1, 16));

        Assert.Equal(whole[1..], actual);
    }

    private static float[] Numbers(int length) => [.. Enumerable.Range(1, length).Select(static i => (float)i)];

    // Of k3 s2: (ceil(in / s) - 1)s + k - in, if that is more than none.
    private static int SameZeros(int length) => Math.Max(((((length + 1) / 2) - 1) * 2) + 3 - length, 0);

    [Fact]
    public void Same_with_an_even_kernel_has_one_zero_more_at_the_end()
    {
        float[] output = new float[5];

        Padded.Same.Forward(new([1, 2, 3, 4, 5], 1, 5), s_weight, [], new(output, 1, 5));

        // Of 0 1 2 3 4 5 0 0.
        Assert.Equal([20, 30, 40, 26, 14], output);
    }

    [Theory]
    [InlineData(8, 4)]
    [InlineData(6, 3)]
    public void Same_upper_of_stride_2_halves_the_length(int input, int length)
    {
        float[] x = [.. Enumerable.Range(1, input).Select(static i => (float)i)];
        float[] actual = new float[length], expected = new float[length];

        Padded.SameUpper.Forward(new(x, 1, input), s_weight.AsSpan(0, 3), [], new(actual, 1, length));
        Padded.Valid.Forward(new([.. x, 0], 1, input + 1), s_weight.AsSpan(0, 3), [], new(expected, 1, length));

        Assert.Equal(length, Padded.SameUpper.OutputSize(input));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Transposed_outputs_are_cropped_at_the_end_alone()
    {
        float[] actual = new float[8], whole = new float[9];

        Padded.Whole.Forward(new([1, 2, 3, 4], 1, 4), s_weight.AsSpan(0, 3), [], new(whole, 1, 9));
        Padded.Twice.Forward(new([1, 2, 3, 4], 1, 4), s_weight.AsSpan(0, 3), [], new(actual, 1, 8));

        Assert.Equal(whole[..8], actual);
    }
}
