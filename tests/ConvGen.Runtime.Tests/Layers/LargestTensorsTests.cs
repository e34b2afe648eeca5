namespace ConvGen.Runtime.Tests;

/// <summary>
/// Tensors of nearly 2^31 elements, as many as a span can have. Only their last rows are not zero, and only the units that write these are
/// computed: they must be what a small image makes of the same rows. Whole numbers make all sums exact.
/// </summary>
public class LargestTensorsTests
{
    private const int Most = int.MaxValue;
    private const int Width = 8;
    private const int Rows = 16;
    private const int SmallHeight = 48;

    [Theory]
    [InlineData(ThreadedForm.Channels, 5, 16)]
    [InlineData(ThreadedForm.Rows, 2, 3)]
    [InlineData(ThreadedForm.Fast, 5, 16)]
    public void Last_rows_of_the_largest_output(ThreadedForm form, int inChannels, int outChannels) =>
        LastRows(form, inChannels, outChannels, height: Most / (outChannels * 4 * Width));

    [Theory]
    [InlineData(ThreadedForm.Channels, 64, 8)]
    [InlineData(ThreadedForm.Rows, 64, 3)]
    [InlineData(ThreadedForm.Fast, 64, 8)]
    public void Last_rows_of_the_largest_input(ThreadedForm form, int inChannels, int outChannels) =>
        LastRows(form, inChannels, outChannels, height: Most / (inChannels * Width));

    [Theory]
    [InlineData(ThreadedForm.Channels, 5, 16)]
    [InlineData(ThreadedForm.Rows, 2, 3)]
    [InlineData(ThreadedForm.Fast, 5, 16)]
    public void Last_image_of_the_largest_batch(ThreadedForm form, int inChannels, int outChannels)
    {
        ThreadedLayer layer = Layer(form, inChannels, outChannels);
        int[] inputShape = [1, inChannels, Rows, Width];
        int[] outputShape = [1, outChannels, 2 * Rows, 2 * Width];
        float[] image = Numbers(inChannels * Rows * Width);
        var expected = new float[4 * Rows * Width * outChannels];
        layer.Forward(new(image, inputShape), new(expected, outputShape));

        int batch = Most / expected.Length;
        using var input = new SparseFloats(batch * image.Length);
        using var output = new SparseFloats(batch * expected.Length);
        image.CopyTo(input.Span[^image.Length..]);
        (inputShape[0], outputShape[0]) = (batch, batch);
        var x = new ReadOnlyTensorView<float>(input.Span, inputShape);
        var y = new TensorView<float>(output.Span, outputShape);
        for (int end = batch, units = layer.WorkUnits(x, y); end <= units; end += batch)
        {
            layer.ForwardRange(x, y, end - 1, end);
        }

        Assert.True(output.Span[^expected.Length..].SequenceEqual(expected));
    }

    private static void LastRows(ThreadedForm form, int inChannels, int outChannels, int height)
    {
        ThreadedLayer layer = Layer(form, inChannels, outChannels);
        float[] rows = Numbers(inChannels * Rows * Width);
        var small = new float[inChannels * SmallHeight * Width];
        var expected = new float[outChannels * SmallHeight * Width * 4];
        using var input = new SparseFloats(inChannels * height * Width);
        using var output = new SparseFloats(outChannels * height * Width * 4);
        for (int channel = 0; channel < inChannels; channel++)
        {
            Span<float> own = rows.AsSpan(channel * Rows * Width, Rows * Width);
            own.CopyTo(Last(small, channel, inChannels, own.Length));
            own.CopyTo(Last(input.Span, channel, inChannels, own.Length));
        }

        layer.Forward(new(small, 1, inChannels, SmallHeight, Width), new(expected, 1, outChannels, 2 * SmallHeight, 2 * Width));

        // A unit has at least one row of outputs.
        var x = new ReadOnlyTensorView<float>(input.Span, 1, inChannels, height, Width);
        var y = new TensorView<float>(output.Span, 1, outChannels, 2 * height, 2 * Width);
        int units = layer.WorkUnits(x, y);
        layer.ForwardRange(x, y, units - (2 * Rows), units);

        for (int channel = 0; channel < outChannels; channel++)
        {
            Span<float> wanted = Last(expected, channel, outChannels, 4 * Rows * Width);
            Assert.True(Last(output.Span, channel, outChannels, wanted.Length).SequenceEqual(wanted), $"Channel {channel} differs.");
        }
    }

    private static ThreadedLayer Layer(ThreadedForm form, int inChannels, int outChannels) =>
        new(form, inChannels, outChannels, Numbers(inChannels * outChannels * 16), Numbers(outChannels));

    /// <summary>The last elements of a channel's plane.</summary>
    private static Span<float> Last(Span<float> tensor, int channel, int channels, int count)
    {
        int plane = tensor.Length / channels;
        return tensor.Slice((channel * plane) + plane - count, count);
    }

    // -4 to 4, none of them 0, with a period that is not the width's.
    private static float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => (i * 5 % 9) - 4f).Select(n => n == 0 ? 3 : n)];
}
