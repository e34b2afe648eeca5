using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Kernels whose phases have more taps than are unrolled: line by line, where a line has few enough, otherwise in loops; images that are
/// shorter than the kernel, so that most outputs miss some.
/// </summary>
public class LongLinesTests
{
    private static readonly SeededLayers s_layers = new(30, static seed => new LayerRequest(Draw(seed)));

    public static TheoryData<int> Seeds => s_layers.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sums_are_those_of_the_definition(int seed) => Assert.Empty(s_layers.Check(seed).Mismatches());

    private static LayerCase Draw(int seed)
    {
        var random = new Random(seed);
        int rank = (seed % 3) + 1;
        int groups = random.Next(1, 3);
        int[] s = [.. Enumerable.Range(0, rank).Select(_ => random.Next(1, 3))];
        int[] k = [.. s.Select(stride => rank switch { 1 => random.Next(20, 70), 2 => random.Next(5, 14), _ => random.Next(3, 6) } * stride)];
        int[] p = [.. k.Select(kernel => random.Next(kernel))];
        int[] least = [.. s.Select((stride, axis) => (2 * p[axis] / stride) + 1)];
        return new LayerCase
        {
            Name = $"lines{seed}",
            N = 1,
            Cin = groups * random.Next(1, 20),
            Cout = groups * (seed % 2 == 0 ? random.Next(1, 5) : random.Next(8, 40)),
            G = groups,
            In = [.. least.Select(length => length + random.Next(rank == 1 ? 60 : rank == 2 ? 14 : 5))],
            K = k,
            S = s,
            P = p,
            Op = [.. s.Select(stride => random.Next(stride))],
            D = [.. s.Select(_ => 1)],
        };
    }
}
