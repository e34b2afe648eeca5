using System.Globalization;

namespace ConvGen.Bench.Reports;

/// <summary>
/// Peers that cannot be installed here were measured on a machine of the same kind. Percent of the peak carries over from one machine to
/// the other where arithmetic is the bound, so layers are compared by it.
/// </summary>
internal static class ElsewhereComparison
{
    private static readonly (string File, string What, double Floor)[] s_tables =
    [
        ("best_peer.csv", "the best peer in any layout", 0.95),
        ("best_peer_nchw.csv", "the best peer that takes and gives NCHW", 1.0),
    ];

    public static void Write(IReadOnlyList<LayerResult> results, double peak, TextWriter output)
    {
        foreach ((string file, string what, double floor) in s_tables)
        {
            Dictionary<(string Layer, int Threads), double> percents = Read(file);
            Dictionary<LayerResult, double> ratios = results
                .Where(result => result.Layer.IsComputeBound() && percents.ContainsKey((result.Layer.Name, result.Threads)))
                .ToDictionary(
                    result => result,
                    result => result.PercentOfPeak(result.Scores[0], peak) / percents[(result.Layer.Name, result.Threads)]);
            if (ratios.Count == 0)
            {
                continue;
            }

            double mean = Summary.Mean(ratios.Keys, result => ratios[result]);
            IEnumerable<string> below = ratios.Where(ratio => ratio.Value < floor).OrderBy(ratio => ratio.Value)
                .Select(ratio => Text($"{ratio.Key.Layer.Name} {ratio.Value:F2}x"));
            output.WriteLine(Text(
                $"Elsewhere, by percent of the peak, {ratios.Count} layers of 4 FLOPs a byte or more: {mean:F2}x {what} ({file})."));
            output.WriteLine(Text($"  Below {floor:F2}x: {string.Join(", ", below.DefaultIfEmpty("none"))}."));
        }
    }

    // The columns are layer, threads, peer, min_ms and percent_of_peak.
    private static Dictionary<(string Layer, int Threads), double> Read(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "elsewhere", file))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(
                fields => (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture)),
                fields => double.Parse(fields[4], CultureInfo.InvariantCulture));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
