using ConvGen.Bench.Measuring;

namespace ConvGen.Bench;

/// <summary>One way of computing a layer or a network.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Layer">What is computed, ready to run.</param>
internal sealed record Contestant(string Name, IPreparedLayer Layer)
{
    public Score Score(IReadOnlyList<double[]> turns) => new(Name, Layer.Layout, new Timing(turns));
}
