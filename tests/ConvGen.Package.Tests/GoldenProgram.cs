using ConvGen.Testing;

namespace ConvGen.Package.Tests;

/// <summary>A program that computes the reference cases, and networks, without a JIT and without reflection: their layers are compiled into it.</summary>
internal static class GoldenProgram
{
    // What it shares with the tools that compile layers as they run.
    private static readonly string[] s_shared =
        ["GoldenCase", "LayerCase", "LayerCaseFile", "ScatterReference", "Tolerance"];

    /// <summary>The folders of the reference cases, the program's arguments.</summary>
    public static string[] Cases { get; } =
        [Path.Combine(Workplace.Repository, "tests", "golden"), Path.Combine(Workplace.Repository, "tests", "golden_conv")];

    /// <summary>Its source files.</summary>
    public static (string Name, string Text)[] Sources
    {
        get
        {
            string kit = Path.Combine(Workplace.Repository, "tests", "ConvGen.Testing");
            return
            [
                ("Program.cs", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Programs", "Golden.cs"))),
                ("Layers.cs", Layers()),
                .. NetworkProgram.Sources,
                .. s_shared.Select(file => (file + ".cs", File.ReadAllText(Path.Combine(kit, file + ".cs")))),
            ];
        }
    }

    /// <summary>What it prints where every case passes.</summary>
    /// <param name="level">The vector width that its kernels take.</param>
    public static string[] Prints(string level) =>
    [
        .. ((string[])["packed", "packed for its size", "plain weights"]).Select(form => $"{level}, {form}: 140 passed, 0 failed"),
        .. NetworkProgram.Prints(level),
    ];

    private static string Layers()
    {
        string[] attributes = 
        [
            .. Cases.SelectMany(static folder => LayerCaseFile.Read(Path.Combine(folder, "cases.csv"))).Select(static layer => layer.AttributeText),
        ];
        IEnumerable<string> entries = attributes.Select(
            static (_, i) => FormattableString.Invariant($"new(Layer{i}.Pack, Layer{i}.Forward, Layer{i}.Forward)"));
        IEnumerable<string> classes = attributes.Select(
            static (attribute, i) => FormattableString.Invariant($"[{attribute}] internal static partial class Layer{i};"));
        return $$"""
            using ConvGen;
            internal static class Layers { public static readonly Layer[] All = [{{string.Join(", ", entries)}}]; }
            {{string.Join("\n", classes)}}
            """;
    }
}
