using ConvGen.GuardPages.Cases;
using ConvGen.Testing;

namespace ConvGen.GuardPages;

/// <summary>The process that runs cases, and dies of the first one that touches what it must not.</summary>
internal static class GuardedProcess
{
    /// <summary>Runs some cases.</summary>
    /// <param name="cases">All cases.</param>
    /// <param name="range">Which of them.</param>
    /// <param name="alignments">Alignments of each.</param>
    /// <param name="journal">Where it is told.</param>
    public static void Run(IReadOnlyList<GuardCase> cases, Range range, int alignments, Journal journal)
    {
        (int first, int count) = range.GetOffsetAndLength(cases.Count);
        int[] sound = [.. Enumerable.Range(first, count).Where(i => cases[i].Change is null)];
        Dictionary<int, CompiledLayer> layers = CompiledLayer.Compile([.. sound.Select(i => cases[i].Request)])
            .Zip(sound).ToDictionary(pair => pair.Second, pair => pair.First);
        for (int i = first; i < first + count; i++)
        {
            journal.Case(i);
            try
            {
                CompiledLayer layer = layers.TryGetValue(i, out CompiledLayer? compiled)
                    ? compiled
                    : CompiledLayer.Compile([cases[i].Request], cases[i].Change)[0];
                new PlacedCase(cases[i], layer, journal).Run(alignments);
            }
#pragma warning disable CA1031 // Whatever a case throws is that case's failure; the others still run.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                journal.Finding($"{cases[i]}: {failure.GetType().Name}: {failure.Message}");
            }
        }
    }
}
