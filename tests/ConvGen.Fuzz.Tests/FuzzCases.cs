using ConvGen.Testing;

namespace ConvGen.Fuzz.Tests;

/// <summary>Cases to start from.</summary>
internal static class FuzzCases
{
    /// <summary>The smallest of all: one product.</summary>
    public static FuzzCase Smallest { get; } = new(
        new LayerRequest(new LayerCase
        {
            Name = "smallest", Cin = 1, Cout = 1, In = [1], K = [1], S = [1], P = [0], Op = [0], D = [1], Bias = false,
        }),
        ValueKind.Uniform,
        Seed: 1);

    /// <summary>One with something of everything.</summary>
    public static FuzzCase Large { get; } = new(
        new LayerRequest(
            new LayerCase
            {
                Name = "large", N = 5, Cin = 12, Cout = 18, G = 6,
                In = [7, 9, 11], K = [5, 4, 7], S = [4, 2, 2], P = [3, 2, 6], Op = [3, 1, 2], D = [2, 1, 3],
            },
            Algorithm.DirectPixels,
            FixSizes: true),
        ValueKind.Others[0],
        Seed: 1);

    /// <summary>The first cases of a seed.</summary>
    public static IEnumerable<FuzzCase> OfSeed(int seed, int count) =>
        Enumerable.Range(0, count).Select(index => CaseDraw.Draw(seed, index));

    /// <summary>The case with one axis.</summary>
    public static FuzzCase With(this FuzzCase one, FuzzAxis axis) =>
        one with { Request = one.Request with { Layer = FuzzAxis.Set(one.Layer, [axis]) } };
}
