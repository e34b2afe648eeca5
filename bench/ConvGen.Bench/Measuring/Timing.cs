using System.Diagnostics;

namespace ConvGen.Bench.Measuring;

/// <summary>The times of one action in several turns, in milliseconds.</summary>
/// <param name="turns">The times of each turn, the fastest first.</param>
internal sealed class Timing(IReadOnlyList<double[]> turns)
{
    // Long enough for other libraries' threads to stop spinning and for the data to come back into the caches.
    private const double WarmUpSeconds = 0.01;
    private const int LeastRuns = 3;

    public double Minimum { get; } = turns.Min(turn => turn[0]);

    public double Median { get; } = Middle([.. turns.SelectMany(turn => turn).Order()]);

    /// <summary>How far the fastest runs of the turns lie apart, in percent of the fastest of all.</summary>
    public double SpreadPercent { get; } = 100 * ((turns.Max(turn => turn[0]) / turns.Min(turn => turn[0])) - 1);

    /// <summary>The middle one of sorted times.</summary>
    public static double Middle(double[] sorted) => sorted[sorted.Length / 2];

    /// <summary>Repeats an action for some time and returns its times, the fastest first.</summary>
    public static double[] Turn(Action action, double seconds)
    {
        Repeat(action, WarmUpSeconds, 1);
        double[] times = [.. Repeat(action, seconds, LeastRuns)];
        Array.Sort(times);
        return times;
    }

    private static List<double> Repeat(Action action, double seconds, int least)
    {
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        do
        {
            long before = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
        while (times.Count < least || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        return times;
    }
}
