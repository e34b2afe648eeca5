using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Kernels as long as their stride: tiles take their inputs straight from the image, also where padding and output padding cut it, and
/// reach over rows of every width.
/// </summary>
public class KernelEqualsStrideTests
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
        int[] s = [.. Enumerable.Range(0, rank).Select(axis => axis == rank - 1 ? random.Next(2, 9) : random.Next(1, 4))];
        return new LayerCase
        {
            Name = $"point{seed}",
            N = random.Next(1, 3),
            Cin = groups * random.Next(1, seed % 5 == 0 ? 400 : 40),
            // Tiles of four channels are taken by multiples of four.
            Cout = groups * (seed % 2 == 0 ? 4 * random.Next(1, 4) : random.Next(1, 14)),
            G = groups,
            In = [.. s.Select((_, axis) => axis < rank - 1 ? random.Next(2, 6) : random.Next(3, rank == 1 ? 200 : 60))],
            K = s,
            S = s,
            P = [.. s.Select(stride => random.Next(stride))],
            Op = [.. s.Select(stride => random.Next(stride))],
            D = [.. s.Select(_ => 1)],
        };
    }
}
