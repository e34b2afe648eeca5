using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>Layers drawn from the seeds 0, 1, ...: all of them are compiled together, in far less time than one by one.</summary>
/// <param name="count">How many.</param>
/// <param name="draw">Draws one from its seed.</param>
internal sealed class SeededLayers(int count, Func<int, LayerRequest> draw)
{
    private readonly Lazy<IReadOnlyList<CompiledLayer>> _compiled =
        new(() => CompiledLayer.Compile([.. Enumerable.Range(0, count).Select(draw)]));

    /// <summary>The seeds, for a theory.</summary>
    public TheoryData<int> Seeds => [.. Enumerable.Range(0, count)];

    /// <summary>A check of the layer of a seed, with arguments of that seed.</summary>
    public CaseCheck Check(int seed)
    {
        CompiledLayer compiled = _compiled.Value[seed];
        return new CaseCheck(compiled, GoldenCase.FromSeed(compiled.Layer, seed)) { Schedule = seed };
    }
}
