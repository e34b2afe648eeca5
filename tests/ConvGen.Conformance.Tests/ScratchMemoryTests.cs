using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// Layers that would take much scratch memory beside a small output: phases of few outputs, tiles that narrow rows leave empty, many
/// transformed inputs. Scratch memory stays below the output's size and a megabyte, and sums are those of the definition.
/// </summary>
public class ScratchMemoryTests
{
    private static readonly LayerRequest[] s_layers =
    [
        new(Layer("patches of 16", 24, 3, [14, 14], [16, 16], [16, 16])),
        new(Layer("patches of 32", 16, 3, [8, 8], [32, 32], [32, 32])),
        new(Layer("enlarged by 32", 1, 1, [7, 7], [64, 64], [32, 32]) with { P = [16, 16] }),
        new(Layer("cubes of 16", 8, 3, [2, 2, 2], [16, 16, 16], [16, 16, 16])),
        new(Layer("blocks of 100", 2, 9, [2, 2], [100, 100], [100, 100])),
        new(Layer("block of 300", 1, 1, [1, 2], [300, 300], [300, 300])),
        new(Layer("row", 2, 1, [4], [1000], [1000])),
        new(Layer("dilated row", 2, 10, [5], [700], [1000]) with { D = [3] }),
        new(Layer("column", 1, 1, [52, 1], [1, 15], [8, 8]) with { P = [0, 7] }),
        new(Layer("dilated columns", 8, 1, [2, 62, 1], [4, 3, 4], [1, 2, 2]) with { P = [0, 0, 7], Op = [4, 0, 3], D = [5, 1, 5] }),
        new(Layer("columns of volumes", 2, 4, [9, 9, 1], [4, 4, 7], [4, 4, 4]) with { P = [0, 0, 2] }),
        new(Layer("plate", 17, 9, [1, 12, 3], [3, 3, 3], [2, 2, 2]), Algorithm.Winograd3),
        new(Layer("rod", 33, 16, [1, 1, 15], [3, 3, 3], [1, 2, 2]), Algorithm.Winograd3),
        new(Layer("one to a point", 300, 8, [2, 2, 2], [4, 4, 4], [2, 2, 2]) with { P = [1, 1, 1] }, Algorithm.Winograd3),
        new(Layer("a volume of one", 256, 64, [1, 1, 1], [3, 3, 3], [2, 2, 2]), Algorithm.Winograd3),
        new(Layer("row of few channels", 600, 8, [190], [4], [2]) with { P = [1] }, Algorithm.Winograd3),
        new(Layer("row of long strides", 24, 8, [190], [200], [100]) with { P = [50] }, Algorithm.Winograd3),
        new(Layer("row of many channels", 4000, 9, [190], [4], [2]) with { P = [1] }, Algorithm.Winograd3),
        new(Layer("pairs of one", 768, 8, [1, 1], [3, 3], [2, 2]), Algorithm.Strassen),
        new(Layer("pairs of slices", 200, 70, [2, 3, 1], [4, 4, 2], [2, 2, 2]) with { P = [1, 0, 0] }, Algorithm.Strassen),
        new(Layer("cropped pairs", 40, 70, [5, 7], [3, 3], [3, 3]) with { P = [1, 1] }, Algorithm.Strassen),
        new(Layer("pairs of large kernels", 32, 64, [1, 1], [128, 128], [128, 128]) with { P = [63, 63] }, Algorithm.Strassen),
        new(Layer("many channels", 700, 9, [3, 4, 5], [3, 3, 3], [2, 2, 2])),
        new(Layer("many channels to a point", 4500, 1, [16], [2], [2])),
        new(Layer("many channels to points", 1024, 64, [16], [2], [2])),
        new(Layer("many channels to one", 900, 1, [3, 4, 5], [4, 4, 4], [2, 2, 2])),
    ];

    // All from one compilation.
    private static readonly Lazy<Dictionary<string, CompiledLayer>> s_compiled =
        new(static () => CompiledLayer.Compile(s_layers).ToDictionary(static layer => layer.Layer.Name));

    public static TheoryData<string> Names => [.. s_layers.Select(request => request.Layer.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sums_and_scratch_memory_keep_their_bounds(string name)
    {
        CompiledLayer compiled = s_compiled.Value[name];
        GoldenCase arguments = GoldenCase.FromSeed(compiled.Layer, seed: 5);
        var check = new CaseCheck(compiled, arguments)
        {
            Transforms = new PlaneMagnitude(compiled.Layer, arguments.X, arguments.W),
        };

        Assert.Empty(check.Mismatches());
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
