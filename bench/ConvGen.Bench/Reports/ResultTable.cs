using System.Globalization;
using System.Text;
using ConvGen.Bench.Measuring;

namespace ConvGen.Bench.Reports;

/// <summary>A line for each layer.</summary>
internal static class ResultTable
{
    public static void Write(IReadOnlyList<LayerResult> results, IReadOnlyList<string> peers, double peak, TextWriter output)
    {
        LayerResult first = results[0];
        output.WriteLine(Text(
            $"{first.Threads} thread(s). Fastest run in ms, +/- how far apart those of the turns lie; ratios are peer / ConvGen."));
        if (first.ConvGenThreads < first.Threads)
        {
            output.WriteLine(Text($"ConvGen has {first.ConvGenThreads} thread here, its peers have {first.Threads}."));
        }

        bool fixedSizes = results.Any(result => result.Of(LayerResult.Variant) is not null);
        output.WriteLine(Head(peers, fixedSizes));
        foreach (LayerResult result in results)
        {
            output.WriteLine(Line(result, peers, peak, fixedSizes));
        }

        foreach (LayerResult result in results)
        {
            foreach (string disagreement in result.Disagreements)
            {
                output.WriteLine($"WRONG: {result.Layer.Name}: {disagreement}.");
            }
        }

        if (results.Any(result => result.IsDisturbed))
        {
            output.WriteLine(Turn.DisturbedNote);
        }
    }

    private static string Head(IReadOnlyList<string> peers, bool fixedSizes)
    {
        var line = new StringBuilder(Text($"{"layer",-18} {"algorithm",-15} {"level",-9} {"ms",8} {"+/-",5} {"GFLOP/s",7} {"peak",6}"));
        foreach (string peer in peers)
        {
            line.Append(Text($" | {peer,11} {"+/-",5} {"layout",6} {"ratio",6}"));
        }

        line.Append(peers.Count > 0 ? Text($" | {"best",6}") : "");
        line.Append(fixedSizes ? Text($" | {"variant",8} {"gain",5}") : "");
        return line.Append(Text($" | {"pack ms",7} {"MB",6} {"scratch",7} {"error",8} {"rms",8}")).ToString();
    }

    private static string Line(LayerResult result, IReadOnlyList<string> peers, double peak, bool fixedSizes)
    {
        string name = result.Layer.Name + (result.IsDisturbed ? "*" : "");
        var line = new StringBuilder(Text($"{name,-18} {result.Weights.Algorithm,-15} {result.Weights.Level,-9}"));
        line.Append(Text($" {result.ConvGen.Minimum,8:F3} {result.ConvGen.SpreadPercent,4:F0}%"));
        line.Append(Text($" {result.Rate,7:F1} {result.PercentOfPeak(result.Scores[0], peak),5:F1}%"));
        foreach (string peer in peers)
        {
            line.Append(result.Of(peer) is { } measured
                ? Text($" | {measured.Timing.Minimum,11:F3} {measured.Timing.SpreadPercent,4:F0}% {measured.Layout,6}")
                    + Text($" {result.RatioTo(measured),5:F2}x")
                : Text($" | {"-",11} {"-",5} {"-",6} {"-",6}"));
        }

        if (peers.Count > 0)
        {
            line.Append(result.BestPeer is null ? Text($" | {"-",6}") : Text($" | {result.Ratio,5:F2}x"));
        }

        if (fixedSizes && result.Of(LayerResult.Variant) is { } known)
        {
            line.Append(Text($" | {known.Timing.Minimum,8:F3} {1 / result.RatioTo(known),4:F2}x"));
        }

        line.Append(Text($" | {result.PackMilliseconds,7:F2} {result.Weights.ByteLength / 1e6,6:F2}"));
        line.Append(Text($" {result.ScratchBytes / 1e6,7:F2} {result.MaxAbsError,8:G2} {result.RmsError,8:G2}"));
        return line.ToString();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
