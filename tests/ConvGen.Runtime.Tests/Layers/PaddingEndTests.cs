namespace ConvGen.Runtime.Tests;

/// <summary>Paddings of other frameworks, whose ends differ from their beginnings.</summary>
[Conv(k: 4, p: 1, PEnd = [2], Rank = 1, Name = "Same")]
[Conv(k: 3, s: 2, p: 0, PEnd = [1], Rank = 1, Name = "SameUpper")]
[Conv(k: 3, s: 2, Rank = 1, Name = "Valid")]
[ConvTranspose(k: 3, s: 2, p: 0, PEnd = [1], Rank = 1, Name = "Twice")]
[ConvTranspose(k: 3, s: 2, Rank = 1, Name = "Whole")]
internal static partial class Padded;

/// <summary>Each end is padded, or cropped, by its own number.</summary>
public class PaddingEndTests
{
    private static readonly float[] s_weight = [1, 2, 3, 4];

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
