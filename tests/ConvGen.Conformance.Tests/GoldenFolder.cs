using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>The shipped cases, beside the test assembly.</summary>
internal static class GoldenFolder
{
    public static string Location { get; } = Path.Combine(AppContext.BaseDirectory, "golden");

    public static IReadOnlyList<LayerCase> Layers { get; } = LayerCaseFile.Read(Path.Combine(Location, "cases.csv"));

    public static TheoryData<string> Names => [.. Layers.Select(layer => layer.Name)];
}
