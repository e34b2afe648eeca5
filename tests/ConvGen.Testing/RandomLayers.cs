namespace ConvGen.Testing;

/// <summary>Random legal layers. Each is drawn from its own seed, so that one can be drawn again alone.</summary>
public static class RandomLayers
{
    private const int MaxSize = 20;

    // Keeps the slow reference to about a hundredth of a second a layer.
    private const long MaxProducts = 3_000_000;

    /// <summary>The layer of a seed.</summary>
    public static LayerCase Draw(int seed)
    {
        var random = new Random(seed);
        int rank = (seed % 3) + 1;
        int[] k = Axes(rank, () => random.Next(1, 8));
        int[] s = Axes(rank, () => random.Next(1, 6));
        int[] d = Axes(rank, () => random.Next(1, 4));
        int[] p = Axes(rank, axis => random.Next((d[axis] * (k[axis] - 1)) + 3));
        int[] op = Axes(rank, axis => random.Next(Math.Max(s[axis], d[axis])));
        int[] least = Axes(rank, axis => LeastInput(k[axis], s[axis], p[axis], op[axis], d[axis]));
        int n = random.Next(1, 4);
        bool bias = random.Next(4) > 0;
        while (true)
        {
            (int groups, int cin, int cout) = Channels(random);
            var layer = new LayerCase
            {
                Name = $"random{seed}",
                N = n,
                Cin = cin,
                Cout = cout,
                In = Axes(rank, axis => random.Next(least[axis], Math.Max(least[axis], MaxSize) + 1)),
                K = k,
                S = s,
                P = p,
                Op = op,
                D = d,
                G = groups,
                Bias = bias,
            };
            if (layer.Products <= MaxProducts)
            {
                return layer;
            }
        }
    }

    // The shortest input whose output has an element: (in - 1)s >= 2p - d(k - 1) - op.
    private static int LeastInput(int k, int s, int p, int op, int d) => 1 + (Math.Max(0, (2 * p) - (d * (k - 1)) - op) + s - 1) / s;

    private static (int Groups, int Cin, int Cout) Channels(Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return (2, 2 * random.Next(1, 21), 2 * random.Next(1, 21));
            case 1:
                int channels = random.Next(1, 41);
                return (channels, channels, channels);
            case 2:
                int inputs = random.Next(1, 14);
                return (inputs, inputs, inputs * random.Next(2, 4));
            default:
                return (1, random.Next(1, 41), random.Next(1, 41));
        }
    }

    private static int[] Axes(int rank, Func<int> draw) => Axes(rank, _ => draw());

    private static int[] Axes(int rank, Func<int, int> draw) => [.. Enumerable.Range(0, rank).Select(draw)];
}
