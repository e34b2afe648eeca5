using ConvGen.CompilerServices;
using ConvGen.Kernels;

namespace ConvGen.Runtime.Tests;

/// <summary>Every register tile at every vector width.</summary>
internal static class TileForms
{
    public static IEnumerable<TileForm> All =>
        from shape in Enum.GetValues<TileShape>()
        from level in Enum.GetValues<SimdLevel>()
        select new TileForm(shape, level);

    /// <summary>The names of all, since xUnit shows and keeps only public types.</summary>
    public static TheoryData<string> Names => [.. All.Select(Name)];

    public static TileForm Named(string name) => All.Single(form => Name(form) == name);

    public static string Name(TileForm form) => $"{form.Shape} {form.Level}";
}
