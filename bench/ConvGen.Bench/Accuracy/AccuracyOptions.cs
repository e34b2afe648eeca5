using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>Whose errors to measure.</summary>
internal sealed record AccuracyOptions
{
    public required IReadOnlyList<LayerCase> Layers { get; init; }

    public required bool WithPeers { get; init; }

    /// <summary>A Python interpreter that has PyTorch; null for the usual ones.</summary>
    public string? Python { get; init; }

    public FileInfo? Csv { get; init; }

    public FileInfo? Chart { get; init; }
}
