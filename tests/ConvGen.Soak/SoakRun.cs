using System.Diagnostics;
using ConvGen.Testing;

namespace ConvGen.Soak;

/// <summary>Lets callers call for a while, samples memory beside them, and judges.</summary>
/// <param name="output">Where the report goes.</param>
internal sealed class SoakRun(TextWriter output)
{
    private const double MostGrowth = 0.02;

    // Minute 5 of 30: by then every layer was called in every form, and everything is compiled that will be.
    private const double WarmUpShare = 5.0 / 30;

    // Samples of a minute of 30 are averaged.
    private const double WindowShare = 1.0 / 30;

    private const int SamplesPerRun = 1800;
    private const int Reports = 30;

    /// <summary>How long.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Threads that call.</summary>
    public int Callers { get; init; }

    /// <summary>What the order of calls is drawn from.</summary>
    public int Seed { get; init; }

    /// <summary>Memory over time.</summary>
    public List<MemorySample> Samples { get; } = new(SamplesPerRun + 1);

    /// <summary>Runs.</summary>
    /// <returns>Whether memory stayed flat, no call allocated, and every call made the bits of the first.</returns>
    public bool Execute(SoakLayer[] layers)
    {
        TakenLevel.Report(output, expected: null);
        using var together = new Barrier(Callers);
        Caller[] callers = [.. Enumerable.Range(0, Callers).Select(i => new Caller(layers, Seed + i, together))];
        // What compiling the layers left behind is not theirs.
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Array.ForEach(callers, caller => caller.Start());
        Sample(callers);
        Array.ForEach(callers, caller => caller.Stop());
        return Judge(callers);
    }

    private void Sample(Caller[] callers)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan step = Duration / SamplesPerRun;
        for (int i = 0; i <= SamplesPerRun; i++)
        {
            TimeSpan wait = (i * step) - clock.Elapsed;
            Thread.Sleep(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            var sample = new MemorySample(
                clock.Elapsed,
                Environment.WorkingSet,
                ScratchPool.AllocatedBytes,
                callers.Sum(caller => caller.AllocatedBytes),
                callers.Sum(caller => caller.Calls));
            Samples.Add(sample);
            if (i % (SamplesPerRun / Reports) == 0)
            {
                Report($"{sample.Time.TotalMinutes:F1} min: {Megabytes(sample.ResidentBytes):F1} MB, {sample.Calls} calls");
            }
        }
    }

    private bool Judge(Caller[] callers)
    {
        MemorySample[] early = Window(WarmUpShare);
        MemorySample[] late = Window(1 - WindowShare);
        double before = early.Average(sample => sample.ResidentBytes);
        double after = late.Average(sample => sample.ResidentBytes);
        double growth = (after / before) - 1;
        long calls = late[^1].Calls - early[0].Calls;
        long allocated = late[^1].CallerBytes - early[0].CallerBytes;
        long scratch = late[^1].ScratchBytes - early[0].ScratchBytes;
        long wrong = callers.Sum(caller => caller.Wrong);
        double minute = early[0].Time.TotalMinutes;
        Report($"resident memory: {Megabytes(before):F1} MB at minute {minute:F1}, {Megabytes(after):F1} MB at the end ({growth:+0.00 %;-0.00 %})");
        Report($"{calls} calls since: {allocated} bytes allocated by callers, {scratch} of scratch memory; {wrong} calls with other bits");
        long held = ScratchPool.RetainedBytes;
        ScratchPool.Trim();
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Report($"ScratchPool.Trim lets go of {Megabytes(held):F1} MB: {Megabytes(Environment.WorkingSet):F1} MB are left");
        return Math.Abs(growth) <= MostGrowth && allocated == 0 && wrong == 0;
    }

    private MemorySample[] Window(double start) =>
    [
        .. Samples.Where(sample => sample.Time >= start * Duration && sample.Time <= (start + WindowShare) * Duration),
    ];

    private void Report(FormattableString line) => output.WriteLine(FormattableString.Invariant(line));

    private static double Megabytes(double bytes) => bytes / (1 << 20);
}
