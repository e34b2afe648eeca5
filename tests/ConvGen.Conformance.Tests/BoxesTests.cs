using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>Boxes are other ones for other numbers of threads, and the bits the same: layers of odd sizes, which fall into few.</summary>
public sealed class BoxesTests
{
    private static readonly LayerRequest[] s_requests =
    [
        Transposed("pairs of patches", Algorithm.Strassen, 64, 32, [1713], k: 2, s: 2, p: 0),
        Transposed("pairs of patches, three threads", Algorithm.Strassen, 64, 32, [1616], k: 2, s: 2, p: 0),
        Transposed("pairs of patches of planes", Algorithm.Strassen, 64, 64, [41, 43], k: 4, s: 2, p: 1),
        Ordinary("F(4, 3)", Algorithm.Winograd4, 64, 32, [45, 61], k: 3, s: 1, p: 1),
        Ordinary("F(4, 3), one box", Algorithm.Winograd4, 64, 32, [14, 14], k: 3, s: 1, p: 1),
        Ordinary("F(2, 3) of volumes", Algorithm.Winograd2, 32, 32, [9, 13, 22], k: 3, s: 1, p: 1),
        Ordinary("volumes, one box", Algorithm.DirectChannels, 32, 32, [7, 9, 10], k: 3, s: 1, p: 1),
        Transposed("F(3, 2)", Algorithm.Winograd3, 64, 32, [29, 83], k: 4, s: 2, p: 1),
        Transposed("F(3, 2), one box", Algorithm.Winograd3, 128, 32, [14, 15], k: 4, s: 2, p: 1),
        Transposed("patches as lanes", Algorithm.Winograd3, 64, 24, [5003], k: 4, s: 2, p: 1),
        Ordinary("channels as lanes", Algorithm.DirectChannels, 3, 64, [113, 97], k: 7, s: 2, p: 3),
        Ordinary("pixels as lanes", Algorithm.DirectPixels, 32, 1, [61, 67], k: 3, s: 1, p: 1),
        Transposed("interleaved phases", Algorithm.DirectPixels, 40, 5, [61, 67], k: 4, s: 2, p: 1),
    ];

    private static readonly Lazy<IReadOnlyList<CompiledLayer>> s_layers = new(static () => CompiledLayer.Compile(s_requests));

    /// <summary>All layers.</summary>
    public static TheoryData<string> Names => [.. s_requests.Select(static request => request.Layer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Threads_change_no_bit(string name)
    {
        CompiledLayer layer = s_layers.Value.Single(layer => layer.Layer.Name == name);
        var random = new Random(1);
        PackedWeights weights = layer.PackForSize(Draw(random, layer.Layer.WeightShape), Draw(random, [layer.Layer.Cout]));
        float[] input = Draw(random, layer.Layer.InputShape), expected = Run(threads: 1);
        Assert.Equal(s_requests.Single(request => request.Layer.Name == name).Algorithm, weights.Algorithm);

        foreach (int threads in (int[])[2, 3, 5, 8])
        {
            Assert.Equal(expected.Select(BitConverter.SingleToInt32Bits), Run(threads).Select(BitConverter.SingleToInt32Bits));
        }

        float[] Run(int threads)
        {
            float[] output = new float[LayerCase.Elements(layer.Layer.OutputShape)];
            // Once more: a worker that lingers takes part in less work than one that is to be woken.
            layer.Forward(new(input, layer.Layer.InputShape), weights, new(output, layer.Layer.OutputShape), threads);
            layer.Forward(new(input, layer.Layer.InputShape), weights, new(output, layer.Layer.OutputShape), threads);
            return output;
        }
    }

    private static LayerRequest Ordinary(string name, Algorithm algorithm, int cin, int cout, int[] size, int k, int s, int p) =>
        Request(name, isOrdinary: true, algorithm, cin, cout, size, k, s, p);

    private static LayerRequest Transposed(string name, Algorithm algorithm, int cin, int cout, int[] size, int k, int s, int p) =>
        Request(name, isOrdinary: false, algorithm, cin, cout, size, k, s, p);

    private static LayerRequest Request(string name, bool isOrdinary, Algorithm algorithm, int cin, int cout, int[] size, int k, int s, int p)
    {
        int[] Each(int value) => [.. size.Select(_ => value)];
        var layer = new LayerCase
        {
            Name = name, IsOrdinary = isOrdinary, Cin = cin, Cout = cout, In = size, K = Each(k), S = Each(s), P = Each(p), Op = Each(0), D = Each(1),
        };
        return new LayerRequest(layer, algorithm);
    }

    private static float[] Draw(Random random, int[] shape) =>
        [.. Enumerable.Range(0, LayerCase.Elements(shape)).Select(_ => (2 * random.NextSingle()) - 1)];
}
