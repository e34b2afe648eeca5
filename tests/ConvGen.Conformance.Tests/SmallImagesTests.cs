using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Many channels and few pixels: most outputs miss some of their taps, and weights are met tap by tap. Packed with the input size and
/// without, they lie in two orders.
/// </summary>
public class SmallImagesTests
{
    private const int Count = 24;

    private static readonly SeededLayers s_layers = new(Count, Request);
    private static readonly SeededLayers s_fixed = new(Count, static seed => Request(seed) with { FixSizes = true });

    public static TheoryData<int> Seeds => s_layers.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sums_are_those_of_the_definition(int seed)
    {
        Assert.Empty(s_layers.Check(seed).Mismatches());
        Assert.Empty(s_fixed.Check(seed).Mismatches());
    }

    private static LayerRequest Request(int seed) => new(Draw(seed), seed % 2 == 0 ? Algorithm.Auto : Algorithm.DirectChannels);

    private static LayerCase Draw(int seed)
    {
        var random = new Random(seed);
        int rank = (seed % 3) + 1;
        int groups = random.Next(1, 3);
        int[] k = Axes(_ => random.Next(2, 6));
        int[] d = Axes(_ => random.Next(1, 3));
        int[] s = Axes(_ => random.Next(1, 4));
        return new LayerCase
        {
            Name = $"small{seed}",
            N = random.Next(1, 3),
            Cin = groups * random.Next(60, 300),
            Cout = groups * random.Next(8, 40),
            G = groups,
            In = Axes(_ => random.Next(1, rank == 3 ? 4 : 7)),
            K = k,
            S = s,
            P = Axes(axis => random.Next(d[axis] * (k[axis] - 1) / 2 + 1)),
            Op = Axes(axis => random.Next(Math.Max(s[axis], d[axis]))),
            D = d,
        };

        int[] Axes(Func<int, int> draw) => [.. Enumerable.Range(0, rank).Select(draw)];
    }
}
