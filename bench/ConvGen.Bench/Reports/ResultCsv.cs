using System.Globalization;

namespace ConvGen.Bench.Reports;

/// <summary>A row for each layer and thread count; a field is empty where there is nothing to tell.</summary>
internal static class ResultCsv
{
    public static IEnumerable<string> Lines(IEnumerable<LayerResult> results, IReadOnlyList<string> peers, double peak)
    {
        string[] all = ["convgen", .. peers];
        string[] columns =
        [
            "layer", "threads", "algorithm",
            .. all.Select(name => name + "_ms"), "best_peer_ms", "ratio", "percent_of_peak", "max_abs_error",
            .. all.Select(name => name + "_median_ms"), .. all.Select(name => name + "_spread_percent"),
            .. peers.Select(name => name + "_layout"),
            "convgen_threads", "variant_ms", "pack_ms", "packed_bytes", "percent_of_write_bandwidth", "rms_error", "disturbed",
        ];
        return results.Select(result => string.Join(',', Fields(result, all, peak))).Prepend(string.Join(',', columns));
    }

    private static IEnumerable<string> Fields(LayerResult result, string[] all, double peak) =>
    [
        result.Layer.Name,
        Number(result.Threads, "D"),
        result.Weights.Algorithm.ToString(),
        .. all.Select(name => Number(result.Of(name)?.Timing.Minimum)),
        Number(result.BestPeer?.Timing.Minimum),
        Number(result.Ratio, "F3"),
        Number(result.PercentOfPeak(result.Scores[0], peak), "F1"),
        Number(result.MaxAbsError, "G3"),
        .. all.Select(name => Number(result.Of(name)?.Timing.Median)),
        .. all.Select(name => Number(result.Of(name)?.Timing.SpreadPercent, "F1")),
        .. all.Skip(1).Select(name => result.Of(name)?.Layout ?? ""),
        Number(result.ConvGenThreads, "D"),
        Number(result.Of(LayerResult.Variant)?.Timing.Minimum),
        Number(result.PackMilliseconds),
        Number(result.Weights.ByteLength, "D"),
        result.WriteBandwidth > 0 ? Number(result.PercentOfWriteBandwidth, "F1") : "",
        Number(result.RmsError, "G3"),
        result.IsDisturbed ? "1" : "0",
    ];

    private static string Number(double? value, string format = "F4") =>
        value is { } number && !double.IsNaN(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "";

    private static string Number(long value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
