namespace ConvGen.Runtime.Tests;

/// <summary>Parts of tensors: a layer reads its share of a split and writes its share of a concatenation, whatever the form.</summary>
public class TensorPartTests
{
    private delegate void Forward(ReadOnlyTensorView<float> input, PackedWeights weights, TensorView<float> output);

    [Theory]
    [InlineData(3, 5)]
    [InlineData(40, 48)]
    [InlineData(64, 3)]
    public void Outputs_are_those_of_whole_tensors(int inChannels, int outChannels)
    {
        float[] whole = Draw(3 * (inChannels + 4) * 63), x = Part(whole, 3, inChannels + 4, 2, inChannels, 63);
        float[] w = Draw(inChannels * outChannels * 16), b = Draw(outChannels);
        Check(Up.Forward, Up.Pack(w, b, inChannels, outChannels), x, whole, [7, 9], [14, 18], inChannels, outChannels);
        w = w[..(inChannels * outChannels * 9)];
        Check(Ended.Tanh.Forward, Ended.Tanh.Pack(w, b, inChannels, outChannels), x, whole, [7, 9], [7, 9], inChannels, outChannels);
    }

    [Fact]
    public void Residuals_and_outputs_have_gaps_of_their_own()
    {
        float[] x = Draw(2 * 3 * 12), w = Draw(45), more = Draw(2 * 9 * 12), residual = Part(more, 2, 9, 1, 5, 12);
        w = Draw(135);
        float[] expected = new float[120], actual = new float[2 * 7 * 12];
        PackedWeights packed = Ended.Before.Pack(w, [], 3, 5);

        Ended.Before.Forward(new(x, 2, 3, 3, 4), packed, new(residual, 2, 5, 3, 4), new(expected, 2, 5, 3, 4));
        Ended.Before.Forward(
            new(x, 2, 3, 3, 4), packed, new ReadOnlyTensorView<float>(more, 2, 9, 3, 4).Slice(1, 1, 5), new TensorView<float>(actual, 2, 7, 3, 4).Slice(1, 2, 5));

        Assert.Equal(expected, Part(actual, 2, 7, 2, 5, 12));
        Assert.All(Part(actual, 2, 7, 0, 2, 12), static y => Assert.Equal(0, y));
    }

    [Fact]
    public void Images_are_parts_too()
    {
        float[] x = Draw(3 * 2 * 12), w = Draw(96), expected = new float[3 * 3 * 48], actual = new float[3 * 48];
        PackedWeights packed = Up.Pack(w, [], 2, 3);
        var input = new ReadOnlyTensorView<float>(x, 3, 2, 3, 4);

        Up.Forward(input, packed, new(expected, 3, 3, 6, 8));
        Up.Forward(input.Slice(0, 1, 1), packed, new(actual, 1, 3, 6, 8));

        Assert.Equal(expected[144..288], actual);
    }

    [Fact]
    public void A_part_along_an_axis_of_the_image_is_refused()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Up.Forward(
            new ReadOnlyTensorView<float>(new float[24], 2, 4, 3).Slice(1, 0, 3), Up.Pack(new float[96], [], 2, 3), new(new float[108], 3, 6, 6)));

        Assert.StartsWith("The input is a part along an axis of the image; legal are parts along the batch, or the channels.", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 0, 1, "The axis is 2; legal are 0 and 1 within the 3 axes of the tensor.")]
    [InlineData(1, 3, 2, "The range is 2 from 3; legal are ranges within the 4 of axis 1.")]
    [InlineData(0, -1, 1, "The range is 1 from -1; legal are ranges within the 2 of axis 0.")]
    public void Ranges_outside_are_refused(int axis, int first, int count, string message)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyTensorView<float>(new float[24], 2, 4, 3).Slice(axis, first, count).Rank);

        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
    }

    private static void Check(
        Forward forward, PackedWeights packed, float[] x, float[] whole, int[] input, int[] output, int inChannels, int outChannels)
    {
        int plane = output[0] * output[1];
        float[] expected = new float[3 * outChannels * plane], actual = new float[3 * (outChannels + 3) * plane];

        forward(new(x, [3, inChannels, .. input]), packed, new(expected, [3, outChannels, .. output]));
        forward(
            new ReadOnlyTensorView<float>(whole, [3, inChannels + 4, .. input]).Slice(1, 2, inChannels),
            packed,
            new TensorView<float>(actual, [3, outChannels + 3, .. output]).Slice(1, 3, outChannels));

        Assert.Equal(expected, Part(actual, 3, outChannels + 3, 3, outChannels, plane));
        Assert.All(Part(actual, 3, outChannels + 3, 0, 3, plane), static y => Assert.Equal(0, y));
    }

    private static float[] Part(float[] whole, int images, int channels, int first, int count, int plane) =>
        [.. Enumerable.Range(0, images).SelectMany(image => whole.Skip(((image * channels) + first) * plane).Take(count * plane))];

    private static float[] Draw(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
    }
}
