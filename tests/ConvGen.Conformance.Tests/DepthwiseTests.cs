using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Layers of one input channel per group that enlarge an image by a power of two, as bilinear ones do: lines of every width, odd outputs,
/// cropped ones, several bands of lines, one output channel and more, with a bias and without.
/// </summary>
public class DepthwiseTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sums_are_those_of_the_definition(int seed)
    {
        LayerCase layer = Draw(seed);

        var check = new CaseCheck(CompiledLayer.Compile(layer), GoldenCase.FromSeed(layer, seed), biasIsATerm: false) { Schedule = seed };

        Assert.Empty(check.Mismatches());
    }

    private static LayerCase Draw(int seed)
    {
        var random = new Random(seed);
        int stride = seed % 3 == 0 ? 8 << random.Next(2) : 2;
        int groups = random.Next(1, 6);
        int[] p = [Padding(), Padding()];
        return new LayerCase
        {
            Name = $"depthwise{seed}",
            N = random.Next(1, 3),
            Cin = groups,
            Cout = groups * random.Next(1, seed % 4 == 0 ? 4 : 2),
            G = groups,
            In = [random.Next((2 * p[0] / stride) + 1, 40), random.Next((2 * p[1] / stride) + 1, seed % 5 == 0 ? 300 : 40)],
            K = [2 * stride, 2 * stride],
            S = [stride, stride],
            P = p,
            Op = [random.Next(2), random.Next(2)],
            D = [1, 1],
            Bias = seed % 2 == 0,
        };

        int Padding() => seed % 7 == 0 ? random.Next(4 * stride) : stride / 2;
    }
}
