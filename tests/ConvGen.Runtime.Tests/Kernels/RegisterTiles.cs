using ConvGen.CompilerServices;
using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

/// <summary>Every register tile that layers are packed for, of one phase, at every vector width.</summary>
internal static class RegisterTiles
{
    public static IEnumerable<RegisterTile> All =>
        from shape in TileShape.All
        where shape.Narrow is not null
        from level in Enum.GetValues<SimdLevel>()
        select new RegisterTile(shape, level);

    /// <summary>The names of all, since xUnit shows and keeps only public types.</summary>
    public static TheoryData<string> Names => [.. All.Select(Name)];

    public static RegisterTile Named(string name) => All.Single(form => Name(form) == name);

    public static string Name(RegisterTile form) => $"{form.Shape} {form.Level}";
}
