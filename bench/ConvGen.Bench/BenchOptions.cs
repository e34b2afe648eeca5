using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>What to measure.</summary>
internal sealed record BenchOptions
{
    public required IReadOnlyList<LayerCase> Layers { get; init; }

    public required IReadOnlyList<int> Threads { get; init; }

    public required Algorithm Algorithm { get; init; }

    /// <summary>Time for each contestant at each layer and thread count.</summary>
    public required double Seconds { get; init; }

    public required bool WithPeers { get; init; }

    /// <summary>Whether ConvGen takes part a second time, with channels and sizes known at compile time.</summary>
    public required bool WithFixedSizes { get; init; }

    /// <summary>An activation that ConvGen is measured with too.</summary>
    public required Activation Activation { get; init; }

    public FileInfo? Csv { get; init; }

    public FileInfo? Chart { get; init; }
}
