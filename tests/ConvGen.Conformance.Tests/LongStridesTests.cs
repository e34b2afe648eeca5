using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Strides far beyond those of most layers, whose phases have few outputs each: heads that turn patches into pixels, bilinear enlargement by
/// 32, and worse. Sums are those of the definition, and scratch memory stays below the output's size and a megabyte.
/// </summary>
public class LongStridesTests
{
    private static readonly LayerCase[] s_layers =
    [
        Layer("patches of 16", 24, 3, [14, 14], [16, 16], [16, 16]),
        Layer("patches of 32", 16, 3, [8, 8], [32, 32], [32, 32]),
        Layer("enlarged by 32", 1, 1, [7, 7], [64, 64], [32, 32]) with { P = [16, 16] },
        Layer("cubes of 16", 8, 3, [2, 2, 2], [16, 16, 16], [16, 16, 16]),
        Layer("blocks of 100", 2, 9, [2, 2], [100, 100], [100, 100]),
        Layer("block of 300", 1, 1, [1, 2], [300, 300], [300, 300]),
        Layer("row", 2, 1, [4], [1000], [1000]),
        Layer("dilated row", 2, 10, [5], [700], [1000]) with { D = [3] },
    ];

    public static TheoryData<string> Names => [.. s_layers.Select(layer => layer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sums_and_scratch_memory_keep_their_bounds(string name)
    {
        LayerCase layer = s_layers.Single(layer => layer.Name == name);

        Assert.Empty(new CaseCheck(CompiledLayer.Compile(layer), GoldenCase.FromSeed(layer, seed: 5), biasIsATerm: true).Mismatches());
    }

    private static LayerCase Layer(string name, int cin, int cout, int[] size, int[] k, int[] s) => new()
    {
        Name = name,
        Cin = cin,
        Cout = cout,
        In = size,
        K = k,
        S = s,
        P = new int[k.Length],
        Op = new int[k.Length],
        D = [.. k.Select(_ => 1)],
    };
}
