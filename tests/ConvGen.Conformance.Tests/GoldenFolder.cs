using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>The shipped cases, beside the test assembly.</summary>
internal static class GoldenFolder
{
    public static string Location { get; } = Path.Combine(AppContext.BaseDirectory, "golden");

    /// <summary>Of ordinary convolutions.</summary>
    public static string Ordinary { get; } = Path.Combine(AppContext.BaseDirectory, "golden_conv");

    public static IReadOnlyList<LayerCase> Layers { get; } = LayerCaseFile.Read(Path.Combine(Location, "cases.csv"));

    public static TheoryData<string> Names => [.. Layers.Select(layer => layer.Name)];
}
