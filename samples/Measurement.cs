using System.Diagnostics;

namespace ConvGen.Samples;

/// <summary>What one call takes in the steady state: the median of its times, the shortest of them, and the bytes allocated on this thread.</summary>
internal readonly record struct Measurement(TimeSpan Time, TimeSpan Shortest, long AllocatedBytes)
{
    private const int Calls = 15;

    // Long enough for the runtime to replace its first, unoptimised code.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(0.7);

    public static Measurement Of(Action call)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < s_warmUp;)
        {
            call();
        }

        var times = new TimeSpan[Calls];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            long start = Stopwatch.GetTimestamp();
            call();
            times[i] = Stopwatch.GetElapsedTime(start);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        return new Measurement(times[Calls / 2], times[0], allocated / Calls);
    }
}
