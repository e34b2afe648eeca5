using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Layers of one input channel per group whose kernels hold their weights in registers: strides of 2 to 4, kernels of up to 16 weights for
/// the lines of a kernel, dilated ones and longer ones beside them, widths that end with a vector and within one.
/// </summary>
public class PlanesTests
{
    private static readonly SeededLayers s_layers = new(60, static seed => new LayerRequest(Draw(seed)));

    public static TheoryData<int> Seeds => s_layers.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sums_are_those_of_the_definition(int seed) => Assert.Empty(s_layers.Check(seed).Mismatches());

    private static LayerCase Draw(int seed)
    {
        var random = new Random(seed);
        int groups = random.Next(1, 5);
        int width = random.Next(2, 5);
        int[] s = [seed % 3 == 0 ? random.Next(1, 5) : width, width];
        int[] k = [.. s.Select(stride => random.Next(1, (2 * stride) + 2))];
        int[] d = [.. s.Select(_ => seed % 7 == 0 ? random.Next(1, 4) : 1)];
        int[] p = [.. k.Select((kernel, axis) => random.Next((d[axis] * (kernel - 1)) + 2))];
        int[] least = [.. s.Select((stride, axis) => (2 * p[axis] / stride) + 1)];
        return new LayerCase
        {
            Name = $"planes{seed}",
            N = random.Next(1, 3),
            Cin = groups,
            Cout = groups,
            G = groups,
            In = [least[0] + random.Next(60), least[1] + (seed % 2 == 0 ? 16 * random.Next(1, 5) : random.Next(70))],
            K = k,
            S = s,
            P = p,
            Op = [.. s.Select((stride, axis) => random.Next(Math.Max(stride, d[axis])))],
            D = d,
        };
    }
}
