using System.Diagnostics;

namespace ConvGen.Bench;

/// <summary>Repeated times of one action, in milliseconds.</summary>
internal sealed class Timing
{
    private readonly List<double> _milliseconds = [];

    public double Minimum => _milliseconds.Min();

    public double Median
    {
        get
        {
            double[] sorted = [.. _milliseconds.Order()];
            return sorted[sorted.Length / 2];
        }
    }

    /// <summary>Repeats an action for some time, at least five times.</summary>
    public void Repeat(Action action, double seconds)
    {
        long start = Stopwatch.GetTimestamp();
        int repeats = 0;
        do
        {
            long before = Stopwatch.GetTimestamp();
            action();
            _milliseconds.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
        while (++repeats < 5 || Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
    }
}
