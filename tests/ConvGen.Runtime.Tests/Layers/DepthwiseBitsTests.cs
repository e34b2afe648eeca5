using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>
/// Channels that are enlarged line by line have the bits that tiles of rows give them: the slices of a volume, which tiles compute, are the
/// images of a batch. Lines that end within a vector and with one, lines that begin within an input's outputs, several bands.
/// </summary>
public class DepthwiseBitsTests
{
    private static readonly (int Height, int Width)[] s_sizes = [(1, 1), (2, 7), (3, 8), (5, 9), (9, 16), (40, 17), (7, 64), (90, 65), (3, 1500)];

    private static readonly Dictionary<string, Enlarged> s_layers = new()
    {
        ["two"] = new(4, 2, [1, 1], [0, 0], Images.Two.Forward, Slices.Two.Forward),
        ["two, odd outputs"] = new(4, 2, [1, 1], [1, 1], Images.TwoOdd.Forward, Slices.TwoOdd.Forward),
        ["two, cropped"] = new(4, 2, [3, 5], [1, 0], Images.TwoCropped.Forward, Slices.TwoCropped.Forward),
        ["eight"] = new(16, 8, [4, 4], [0, 0], Images.Eight.Forward, Slices.Eight.Forward),
        ["eight, cropped"] = new(16, 8, [13, 13], [7, 7], Images.EightCropped.Forward, Slices.EightCropped.Forward),
        ["sixteen"] = new(32, 16, [8, 8], [3, 3], Images.Sixteen.Forward, Slices.Sixteen.Forward),
    };

    public static TheoryData<string> LayerNames => [.. s_layers.Keys];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Bits_are_those_of_tiles(string name)
    {
        foreach ((int height, int width) in s_sizes)
        {
            Compare(s_layers[name], height, width, hasBias: true);
            Compare(s_layers[name], height, width, hasBias: false);
        }
    }

    private static void Compare(Enlarged layer, int height, int width, bool hasBias)
    {
        int[] output = [layer.Out(0, height), layer.Out(1, width)];
        if (output.Min() < 1)
        {
            return;
        }

        float[] x = ThreadedCall.Numbers(seed: 1, 2 * height * width);
        float[] w = ThreadedCall.Numbers(seed: 2, layer.Kernel * layer.Kernel);
        float[] b = hasBias ? ThreadedCall.Numbers(seed: 3, 1) : [];
        var expected = new float[2 * output[0] * output[1]];
        layer.Slices(new(x, [1, 1, 2, height, width]), w, b, new(expected, [1, 1, 2, .. output]));

        var target = new GuardedBuffer(expected.Length);
        target.Elements.Fill(float.NaN);
        StaleScratch.Leave();
        layer.Images(new(new GuardedBuffer(x).Elements, [2, 1, height, width]), w, b, new(target.Elements, [2, 1, .. output]));

        Assert.True(target.IsIntact);
        Assert.Equal(ThreadedCall.Bits(expected), ThreadedCall.Bits(target.Elements.ToArray()));
    }

    private sealed record Enlarged(
        int Kernel, int Stride, int[] Padding, int[] OutputPadding, PlainForward Images, PlainForward Slices)
    {
        public int Out(int axis, int input) => ((input - 1) * Stride) - (2 * Padding[axis]) + Kernel + OutputPadding[axis];
    }
}
