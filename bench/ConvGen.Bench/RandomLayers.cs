using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>Layers that nobody tuned for: of the kinds that the zoo has, with sizes and channel counts drawn by a seed.</summary>
internal sealed class RandomLayers
{
    private const double LeastFlops = 5e6;
    private const double MostFlops = 3e9;

    private readonly Random _random;
    private readonly (string Name, Func<LayerCase> Draw)[] _kinds;

    private RandomLayers(int seed)
    {
        _random = new Random(seed);
        _kinds =
        [
            ("k4s2", () => Layer(2, 4, 2, 1, Channels(24, 320), Channels(24, 320), 9, 67)),
            ("k4s2_small", () => Layer(2, 4, 2, 1, Channels(256, 1100), Channels(96, 520), 3, 9)),
            ("k2s2", () => Layer(2, 2, 2, 0, Channels(48, 700), Channels(24, 350), 14, 113)),
            ("ks", () => Equal(_random.Next(3, 6))),
            ("k3s2", () => Layer(2, 3, 2, 1, Channels(48, 400), Channels(24, 260), 11, 97, outputPadding: _random.Next(2))),
            ("phases", () => Pick(
                () => Layer(2, 5, 3, 1, Channels(32, 260), Channels(24, 200), 9, 61),
                () => Layer(2, 6, 2, 2, Channels(32, 260), Channels(24, 200), 9, 61),
                () => Layer(2, 12, 6, 3, Channels(24, 160), Channels(16, 96), 7, 31))),
            ("few_outputs", () => Pick(
                () => Layer(2, 4, 2, 1, Channels(32, 140), _random.Next(1, 5), 25, 131),
                () => Layer(2, 9, 3, 4, Channels(24, 80), _random.Next(1, 4), 41, 131, outputPadding: 2))),
            ("depthwise", () => Depthwise(Channels(15, 130), _random.Next(1, 5))),
            ("1d_k2s", () => Length(_random.Next(2, 9), Channels(48, 520), Channels(24, 260), 90, 2000)),
            ("1d", () => Pick(
                () => Length(_random.Next(2, 9), Channels(32, 100), _random.Next(1, 7), 9000, 50_000),
                () => Layer(1, 25, 4, 11, Channels(64, 700), Channels(32, 400), 16, 400, outputPadding: 1))),
            ("3d", () => Pick(
                () => Layer(3, 2, 2, 0, Channels(48, 260), Channels(24, 140), 5, 17),
                () => Layer(3, 4, 2, 1, Channels(24, 140), Channels(16, 90), 4, 11))),
            ("grouped", () => Grouped(_random.Next(2, 6), Channels(6, 40), Channels(6, 40))),
        ];
    }

    /// <summary>Draws layers, each kind once before any comes again.</summary>
    public static IReadOnlyList<LayerCase> Draw(int seed, int count)
    {
        var layers = new RandomLayers(seed);
        return [.. Enumerable.Range(0, count).Select(layers.Next)];
    }

    private LayerCase Next(int index)
    {
        (string kind, Func<LayerCase> draw) = _kinds[index % _kinds.Length];
        LayerCase layer;
        do
        {
            layer = draw();
        }
        while (layer.Flops() is < LeastFlops or > MostFlops);
        return layer with { Name = FormattableString.Invariant($"{index + 1:D2}_{kind}") };
    }

    // Small layers often come in batches.
    private LayerCase Layer(
        int rank, int k, int s, int p, int cin, int cout, int least, int most, int outputPadding = 0, int d = 1, int g = 1) => new()
    {
        Name = "",
        N = _random.Next(4) == 0 ? _random.Next(2, 4) : 1,
        Cin = cin,
        Cout = cout,
        In = [.. Enumerable.Range(0, rank).Select(_ => _random.Next(least, most + 1))],
        K = Axes(rank, k),
        S = Axes(rank, s),
        P = Axes(rank, p),
        Op = Axes(rank, outputPadding),
        D = Axes(rank, d),
        G = g,
    };

    private LayerCase Equal(int k) => Layer(2, k, k, 0, Channels(48, 300), Channels(16, 140), 13, 64);

    private LayerCase Length(int s, int cin, int cout, int least, int most) => Layer(1, 2 * s, s, s / 2, cin, cout, least, most, s % 2);

    private LayerCase Depthwise(int channels, int halfStride) =>
        Layer(2, 4 * halfStride, 2 * halfStride, halfStride, channels, channels, 21, 79, g: channels);

    private LayerCase Grouped(int groups, int inPerGroup, int outPerGroup) =>
        Layer(2, 3, 2, 2, groups * inPerGroup, groups * outPerGroup, 17, 71, outputPadding: 1, d: _random.Next(1, 3), g: groups);

    private LayerCase Pick(params Func<LayerCase>[] kinds) => kinds[_random.Next(kinds.Length)]();

    // Half of the counts are multiples of 8, as networks like them; the others are anything.
    private int Channels(int least, int most)
    {
        int count = _random.Next(least, most + 1);
        return _random.Next(2) == 0 ? Math.Max(count / 8 * 8, 8) : count;
    }

    private static int[] Axes(int rank, int value) => [.. Enumerable.Repeat(value, rank)];
}
