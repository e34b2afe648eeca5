using System.Globalization;

namespace ConvGen.Bench.Reports;

/// <summary>Geometric means, and what depthwise layers reach of the bandwidth that bounds them.</summary>
internal static class Summary
{
    private const int ScratchAllowance = 1 << 20;

    public static void Write(IReadOnlyList<LayerResult> results, IReadOnlyList<string> peers, double peak, TextWriter output)
    {
        LayerResult[] others = [.. results.Where(result => !result.Layer.IsDepthwise())];
        int depthwise = results.Count - others.Length;
        output.WriteLine(Text($"Geometric means over {results.Count} layers, and without the {depthwise} depthwise ones:"));
        Line("percent of the peak", result => result.PercentOfPeak(result.Scores[0], peak), "%");
        if (peers.Count > 0)
        {
            Line("ratio to the best peer", result => result.Ratio, "x");
        }

        foreach (string peer in peers)
        {
            Line($"ratio to {peer}", result => result.RatioTo(result.Of(peer)), "x");
        }

        if (results.Any(result => result.Of(LayerResult.Variant) is not null))
        {
            Line("gain of the variant", result => 1 / result.RatioTo(result.Of(LayerResult.Variant)), "x");
        }

        LayerResult slowest = results.MaxBy(result => result.Layer.PercentOfLimit(result.ConvGen.Minimum, peak))!;
        double limit = slowest.Layer.PercentOfLimit(slowest.ConvGen.Minimum, peak);
        output.WriteLine(Text(
            $"Nearest to 20 x its arithmetic at the peak + 2 x its memory traffic at 10 GB/s: {slowest.Layer.Name}, {limit:F0}% of it."));
        foreach (LayerResult result in results.Where(result => result.ScratchBytes > result.Layer.OutputBytes() + ScratchAllowance))
        {
            output.WriteLine(Text($"{result.Layer.Name} takes more scratch memory than its output and 1 MB: {result.ScratchBytes} bytes."));
        }

        foreach (LayerResult result in results.Where(result => result.WriteBandwidth > 0))
        {
            (string name, double percent) = (result.Layer.Name, result.PercentOfWriteBandwidth);
            output.WriteLine(Text($"{name} writes at {percent:F1}% of the {result.WriteBandwidth:F1} GB/s of a fill of its output."));
        }

        void Line(string name, Func<LayerResult, double> value, string unit)
        {
            output.WriteLine(Text($"  {name,-24} {Mean(results, value),6:F2}{unit} {Mean(others, value),7:F2}{unit}"));
        }
    }

    /// <summary>The geometric mean over the layers that have a value.</summary>
    public static double Mean(IEnumerable<LayerResult> results, Func<LayerResult, double> value)
    {
        double[] values = [.. results.Select(value).Where(number => !double.IsNaN(number))];
        return values.Length == 0 ? double.NaN : Math.Exp(values.Average(Math.Log));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
