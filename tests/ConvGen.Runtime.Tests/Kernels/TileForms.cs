using ConvGen.CompilerServices;
using ConvGen.Kernels;

namespace ConvGen.Runtime.Tests;

/// <summary>Every register tile at every vector width, summing in single and in double precision.</summary>
internal static class TileForms
{
    public static IEnumerable<TileForm> All =>
        from shape in Enum.GetValues<TileShape>()
        from level in Enum.GetValues<SimdLevel>()
        from wide in (bool[])[false, true]
        select new TileForm(shape, level, wide);

    /// <summary>Those that differ in where their tiles lie, which does not depend on the precision.</summary>
    public static IEnumerable<TileForm> Layouts => All.Where(form => !form.Wide);

    /// <summary>The names of all, since xUnit shows and keeps only public types.</summary>
    public static TheoryData<string> Names => [.. All.Select(Name)];

    public static TileForm Named(string name) => All.Single(form => Name(form) == name);

    public static string Name(TileForm form) => $"{form.Shape} {form.Level}{(form.Wide ? " wide" : "")}";
}
