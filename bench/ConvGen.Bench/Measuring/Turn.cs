namespace ConvGen.Bench.Measuring;

/// <summary>Every contestant once, one after the other.</summary>
/// <param name="Times">The times of each contestant, the fastest first.</param>
/// <param name="Peak">What the processor gave around it, in GFLOP/s.</param>
internal sealed record Turn(double[][] Times, double Peak)
{
    /// <summary>What a star in a table means.</summary>
    public const string DisturbedNote = "* too many turns were disturbed: fewer than five undisturbed ones, or none and then all of them, count.";

    private const int Count = 5;
    private const int Most = 12;
    private const double DisturbedTime = 1.3;
    private const double DisturbedPeak = 0.95;

    /// <summary>Takes turns until five were undisturbed, twelve at the most.</summary>
    /// <param name="contestants">What each does.</param>
    /// <param name="processor">What the processor gives.</param>
    /// <param name="seconds">For each contestant, in all turns together.</param>
    /// <param name="after">What is measured after them in every turn.</param>
    /// <returns>The turns that count, and whether there were too few, or none and then all of them count.</returns>
    public static (IReadOnlyList<Turn> Turns, bool Disturbed) Take(
        IReadOnlyList<Action> contestants, Processor processor, double seconds, Action? after = null)
    {
        var turns = new List<Turn>();
        IReadOnlyList<Turn> undisturbed = [];
        while (undisturbed.Count < Count && turns.Count < Most)
        {
            double before = processor.Measure();
            double[][] times = [.. contestants.Select(contestant => Timing.Turn(contestant, seconds / Count))];
            after?.Invoke();
            turns.Add(new Turn(times, Math.Min(before, processor.Measure())));
            undisturbed = Undisturbed(turns, processor.Peak);
        }

        return (undisturbed.Count > 0 ? undisturbed : turns, undisturbed.Count < Count);
    }

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
