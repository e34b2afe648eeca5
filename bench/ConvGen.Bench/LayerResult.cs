using ConvGen.Bench.Measuring;
using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>What was measured of one layer at one thread count.</summary>
internal sealed record LayerResult
{
    /// <summary>What ConvGen with another attribute is called: sizes fixed, or an activation.</summary>
    public const string Variant = "variant";

    public required LayerCase Layer { get; init; }

    public required int Threads { get; init; }

    public required int ConvGenThreads { get; init; }

    public required PackedWeights Weights { get; init; }

    public required double PackMilliseconds { get; init; }

    /// <summary>Scratch memory that a thread of ConvGen takes.</summary>
    public required long ScratchBytes { get; init; }

    /// <summary>ConvGen comes first.</summary>
    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>GB/s of a fill of the output's size; 0 where it says nothing about the layer.</summary>
    public required double WriteBandwidth { get; init; }

    /// <summary>The largest distance of ConvGen's output: from float64 sums on a sample, and from every peer on all elements.</summary>
    public required double MaxAbsError { get; init; }

    /// <summary>The root of the mean square of the distances from float64 sums on a sample.</summary>
    public required double RmsError { get; init; }

    public required IReadOnlyList<string> Disagreements { get; init; }

    public required bool IsDisturbed { get; init; }

    public Timing ConvGen => Scores[0].Timing;

    /// <summary>Effective GFLOP/s of ConvGen's fastest run.</summary>
    public double Rate => Layer.Flops() / ConvGen.Minimum / 1e6;

    /// <summary>The fastest of the peers; null if there is none.</summary>
    public Score? BestPeer => Scores.Skip(1).Where(score => score.Name != Variant).MinBy(score => score.Timing.Minimum);

    /// <summary>How many times faster than its best peer ConvGen is; NaN without peers.</summary>
    public double Ratio => RatioTo(BestPeer);

    /// <summary>The fastest layout of a peer; null if it refused the layer.</summary>
    public Score? Of(string peer) => Scores.Where(score => score.Name == peer).MinBy(score => score.Timing.Minimum);

    /// <summary>How many times faster than another one ConvGen is.</summary>
    public double RatioTo(Score? other) => other is null ? double.NaN : other.Timing.Minimum / ConvGen.Minimum;

    /// <summary>Percent of the peak of as many cores as there are threads.</summary>
    public double PercentOfPeak(Score score, double peak) => 100 * Layer.Flops() / score.Timing.Minimum / 1e6 / (peak * Threads);

    /// <summary>Percent of the bandwidth of a fill at which the output is written.</summary>
    public double PercentOfWriteBandwidth => 100 * Layer.OutputBytes() / ConvGen.Minimum / 1e6 / WriteBandwidth;
}
