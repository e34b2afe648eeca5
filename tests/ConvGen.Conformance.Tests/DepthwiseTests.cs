using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Layers of one input channel per group that enlarge an image by a power of two, as bilinear ones do: lines of every width, odd outputs,
/// cropped ones, several bands of lines, other strides along the height, one output channel and more, with a bias and without.
/// </summary>
public class DepthwiseTests
{
    private static readonly SeededLayers s_layers = new(80, static seed => new LayerRequest(Draw(seed)));

    public static TheoryData<int> Seeds => s_layers.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sums_are_those_of_the_definition(int seed) => Assert.Empty(s_layers.Check(seed).Mismatches());

    private static LayerCase Draw(int seed)
    {
        var random = new Random(seed);
        int width = seed % 2 == 0 ? 2 : seed % 4 == 1 ? 8 : 16;
        int height = width == 2 ? 2 : seed % 3 == 0 ? 1 << random.Next(5) : width;
        int groups = random.Next(1, 6);
        int[] s = [height, width];
        int[] p = [.. s.Select(stride => seed % 5 == 0 ? random.Next(4 * stride) : stride == 2 ? 1 + (2 * random.Next(3)) : stride / 2)];
        int[] least = [.. s.Select((stride, axis) => (2 * p[axis] / stride) + 1)];
        LayerCase layer = new()
        {
            Name = $"depthwise{seed}",
            N = random.Next(1, 3),
            Cin = groups,
            Cout = groups * random.Next(1, seed % 7 == 0 ? 4 : 2),
            G = groups,
            In = [least[0] + random.Next(40), least[1] + random.Next(seed % 6 == 0 && width == 2 ? 300 : 40)],
            K = [2 * height, 2 * width],
            S = s,
            P = p,
            Op = [.. s.Select(stride => random.Next(stride))],
            D = [1, 1],
            Bias = seed % 8 < 4,
        };
        return seed % 11 == 0 ? Volume(layer) : layer;
    }

    // Of one slice.
    private static LayerCase Volume(LayerCase plane) => plane with
    {
        In = [1, .. plane.In],
        K = [1, .. plane.K],
        S = [1, .. plane.S],
        P = [0, .. plane.P],
        Op = [0, .. plane.Op],
        D = [1, .. plane.D],
    };
}
