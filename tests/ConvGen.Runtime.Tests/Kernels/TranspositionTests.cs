using ConvGen.Kernels;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

public class TranspositionTests
{
    private const int Most = 19;

    public static TheoryData<int> Pixels => [.. Enumerable.Range(0, Most + 1)];

    [Theory]
    [MemberData(nameof(Pixels))]
    public void Rows_of_channels_are_the_columns_of_pixels(int pixels)
    {
        for (int channels = 0; channels <= Most; channels++)
        {
            Agrees(pixels, channels, pixelStep: channels, rowStep: pixels);
            Agrees(pixels, channels, pixelStep: channels + 5, rowStep: pixels + 3);
        }
    }

    [Fact]
    public void Long_rows_agree_too() => Agrees(pixels: 203, channels: 32, pixelStep: 32, rowStep: 500);

    [Theory]
    [InlineData(512, 8)]
    [InlineData(645, 19)]
    [InlineData(1024, 16)]
    public void Rows_that_share_a_cache_set_agree_too(int pixels, int channels) =>
        Agrees(pixels, channels, pixelStep: channels, rowStep: 1024);

    // Wherever the rows begin in a line of the cache.
    [Theory]
    [MemberData(nameof(Pixels))]
    public void Rows_of_whole_lines_agree_too(int first) => Agrees(pixels: 45 - first, channels: 16, pixelStep: 16, rowStep: 48, first);

    private static void Agrees(int pixels, int channels, int pixelStep, int rowStep, int first = 0)
    {
        var source = new GuardedBuffer([.. Enumerable.Range(0, pixels * pixelStep).Select(i => (float)i)]);
        var target = new GuardedBuffer([.. Enumerable.Repeat(-1f, first + (channels * rowStep))]);
        float[] expected = [.. target.Elements];
        for (int channel = 0; channel < channels; channel++)
        {
            for (int pixel = 0; pixel < pixels; pixel++)
            {
                expected[first + (channel * rowStep) + pixel] = source.Elements[(pixel * pixelStep) + channel];
            }
        }

        Transposition.Copy(source.Elements, pixelStep, pixels, target.Elements[first..], rowStep, channels);
        Assert.Equal(expected, target.Elements);

        float[] bias = [.. Enumerable.Range(0, channels + 1).Select(channel => 100f * channel)];
        for (int channel = 0; channel < channels; channel++)
        {
            target.Elements.Slice(first + (channel * rowStep), pixels).Fill(-1);
            foreach (ref float element in expected.AsSpan(first + (channel * rowStep), pixels))
            {
                element += bias[channel];
            }
        }

        Transposition.Write<AddBias>(
            source.Elements, pixelStep, pixels, target.Elements[first..], rowStep, channels, ref bias[0], biasStep: 1);
        Assert.Equal(expected, target.Elements);
        Assert.True(target.IsIntact);
    }
}
