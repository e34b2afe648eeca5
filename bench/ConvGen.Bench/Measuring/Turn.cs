namespace ConvGen.Bench.Measuring;

/// <summary>Every contestant once, one after the other.</summary>
/// <param name="Times">The times of each contestant, the fastest first.</param>
/// <param name="Peak">What the processor gave around it, in GFLOP/s.</param>
internal sealed record Turn(double[][] Times, double Peak)
{
    private const double DisturbedTime = 1.3;
    private const double DisturbedPeak = 0.95;

    /// <summary>
    /// The turns in which nothing else seems to have run: the processor gave its peak, and for every contestant a typical run took little
    /// more than the fastest one of all turns.
    /// </summary>
    public static IReadOnlyList<Turn> Undisturbed(IReadOnlyList<Turn> turns, double peak)
    {
        IEnumerable<int> contestants = Enumerable.Range(0, turns[0].Times.Length);
        double[] fastest = [.. contestants.Select(contestant => turns.Min(turn => turn.Times[contestant][0]))];
        return [.. turns.Where(turn => turn.Peak >= DisturbedPeak * peak && turn.IsNear(fastest))];
    }

    private bool IsNear(double[] fastest) =>
        Times.Zip(fastest).All(contestant => Timing.Middle(contestant.First) <= DisturbedTime * contestant.Second);
}
