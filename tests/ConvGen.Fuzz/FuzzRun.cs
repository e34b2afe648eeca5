using System.Collections.Concurrent;
using System.Diagnostics;
using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>Runs cases of a seed one after the other until time or cases are up, and reports what is wrong with them.</summary>
/// <param name="output">Where the report goes.</param>
public sealed class FuzzRun(TextWriter output)
{
    // One compilation costs about as much as ten more layers in it.
    private const int BatchSize = 40;

    // Illegal neighbours of a batch: each costs a compilation of its own.
    private const int RefusedPerBatch = 1;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = new();
    private TimeSpan _lastProgress;
    private int _geometries;
    private int _refused;
    private int _mismatches;
    private int _crashes;

    /// <summary>What the cases are drawn from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The first case; those of a seed are numbered from 0.</summary>
    public int First { get; init; }

    /// <summary>How many cases at the most.</summary>
    public int Cases { get; init; } = int.MaxValue;

    /// <summary>When to stop.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.MaxValue;

    /// <summary>The vector width that the kernels must take, if any.</summary>
    public SimdLevel? ExpectedLevel { get; init; }

    /// <summary>Finds what is wrong with cases.</summary>
    public Func<IReadOnlyList<FuzzCase>, IReadOnlyList<Finding>> Check { get; init; } = new CaseRunner().Run;

    /// <summary>Batches at the same time.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Runs.</summary>
    /// <returns>The exit code: 0 if nothing was wrong, else 1.</returns>
    public int Execute()
    {
        if (!TakenLevel.Report(output, ExpectedLevel))
        {
            return 1;
        }

        _clock.Start();
        Parallel.ForEach(Batches(), new ParallelOptions { MaxDegreeOfParallelism = Workers }, Run);
        output.WriteLine(FormattableString.Invariant(
            $"{_geometries} geometries, {_mismatches} mismatches, {_crashes} crashes (seed {Seed}, level {SimdSupport.Widest})"));
        return _mismatches + _crashes == 0 ? 0 : 1;
    }

    // Handed out one by one, so that no worker holds batches that time does not suffice for.
    private OrderablePartitioner<(int First, int Count)> Batches() =>
        Partitioner.Create(BatchesInTime(), EnumerablePartitionerOptions.NoBuffering);

    private IEnumerable<(int First, int Count)> BatchesInTime()
    {
        for (int done = 0; done < Cases && _clock.Elapsed < Duration; done += BatchSize)
        {
            yield return (First + done, Math.Min(BatchSize, Cases - done));
        }
    }

    private void Run((int First, int Count) batch)
    {
        FuzzCase[] cases = [.. Enumerable.Range(batch.First, batch.Count).Select(index => CaseDraw.Draw(Seed, index))];
        FuzzCase[] illegal = [.. cases.Take(RefusedPerBatch).Select(legal => IllegalNeighbour.Draw(legal, legal.Seed))];
        foreach (Finding finding in Check(cases).Select(Smallest))
        {
            Report(finding, PastedCase.Text(finding.Case, finding.Text));
        }

        foreach (Finding finding in illegal.Select(IllegalNeighbour.Check).OfType<Finding>())
        {
            Report(finding, $"[{finding.Case.Request.AttributeText}]: {finding.Text}");
        }

        lock (_lock)
        {
            _geometries += batch.Count;
            _refused += illegal.Length;
            if (_clock.Elapsed - _lastProgress >= s_pause)
            {
                _lastProgress = _clock.Elapsed;
                output.WriteLine(FormattableString.Invariant(
                    $"{_clock.Elapsed.TotalSeconds:F0} s: {_geometries} geometries, {_refused} illegal ones, {_mismatches} mismatches, ")
                    + FormattableString.Invariant($"{_crashes} crashes, {Environment.WorkingSet >> 20} MB, case {batch.First}"));
            }
        }
    }

    private Finding Smallest(Finding finding)
    {
        Finding smallest = finding;
        Shrinker.Shrink(finding.Case, candidate =>
        {
            Finding? again = Check([candidate]).SingleOrDefault(found => found.IsCrash == finding.IsCrash);
            smallest = again ?? smallest;
            return again is not null;
        });
        return smallest;
    }

    private void Report(Finding finding, string text)
    {
        string kind = finding.IsCrash ? "Crash" : "Mismatch";
        lock (_lock)
        {
            _mismatches += finding.IsCrash ? 0 : 1;
            _crashes += finding.IsCrash ? 1 : 0;
            output.WriteLine($"{kind}, {finding.Case.Layer.Name} of seed {Seed}:");
            output.WriteLine(text);
        }
    }
}
