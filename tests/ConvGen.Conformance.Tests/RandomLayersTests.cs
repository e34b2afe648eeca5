using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

public class RandomLayersTests(RandomLayersTests.Compiled compiled) : IClassFixture<RandomLayersTests.Compiled>
{
    private const int Count = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Count)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Emitted_code_agrees_with_the_definition(int seed)
    {
        GoldenCase golden = GoldenCase.FromSeed(RandomLayers.Draw(seed), seed);

        IEnumerable<string> mismatches =
            from layer in compiled.Forms(seed)
            from line in new CaseCheck(layer, golden).Mismatches()
            select $"{layer.Request.Algorithm}, {layer.Layer}: {line}";

        Assert.Empty(mismatches);
    }

    /// <summary>All layers in every form, from one compilation.</summary>
    public sealed class Compiled
    {
        private readonly ILookup<string, CompiledLayer> _layers = CompiledLayer
            .Compile([.. Enumerable.Range(0, Count).Select(RandomLayers.Draw).SelectMany(Requests)])
            .ToLookup(layer => layer.Layer.Name);

        public IEnumerable<CompiledLayer> Forms(int seed) => _layers[RandomLayers.Draw(seed).Name];

        private static LayerRequest[] Requests(LayerCase layer) =>
        [
            new(layer, Algorithm.DirectChannels),
            new(layer, Algorithm.DirectPixels),
            new(layer, Algorithm.Winograd2),
            new(layer, Algorithm.Winograd3),
            new(layer, Algorithm.Winograd4),
            new(layer, Algorithm.Strassen),
        ];
    }
}
