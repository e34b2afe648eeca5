using System.Globalization;
using System.Security;
using System.Text;

namespace ConvGen.Bench.Reports;

/// <summary>Bars, as SVG: what ConvGen and its best peer reach of the FMA peak, and how many times faster ConvGen is.</summary>
internal static class PeakChart
{
    private const int Width = 760;
    private const int Labels = 150;
    private const int RatioWidth = 62;
    private const int Top = 62;
    private const int RowHeight = 24;
    private const int BarHeight = 8;
    private const int GridPercent = 25;

    // Grey, blue and orange that stand out on white and on black; text follows the reader's scheme where the viewer knows it.
    private const string Style =
        """
        <style>
        text { font: 12px system-ui, sans-serif; fill: #6e7781 } .end { text-anchor: end } .mid { text-anchor: middle }
        .ratio { font-weight: 600 } .title { font-size: 14px; font-weight: 600 }
        .grid { stroke: #8b949e; stroke-opacity: .35 } .peak { stroke: #8b949e; stroke-width: 1.5; stroke-dasharray: 4 3 }
        .convgen { fill: #2f81f7 } .peer { fill: #9aa4af } .convgen, .peer { shape-rendering: crispEdges }
        @media (prefers-color-scheme: dark) { text { fill: #c9d1d9 } .peer { fill: #6e7681 } }
        </style>
        """;

    public static string Draw(IReadOnlyList<LayerResult> results, double peak)
    {
        double most = results.Max(result => Math.Max(Convgen(result), Peer(result)));
        double scale = (Width - Labels - RatioWidth) / (Math.Ceiling(most / GridPercent) * GridPercent);
        int height = Top + (results.Count * RowHeight) + 12;
        var svg = new StringBuilder();
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img">""");
        svg.Append(Style).Append('\n');
        string threads = results[0].Threads == 1 ? "one thread" : $"{results[0].Threads} threads";
        bool peers = results.Any(result => result.BestPeer is not null);
        Add($"""<text class="title" x="0" y="14">Percent of the FMA peak, {threads}</text>""");
        Add($"""<rect class="convgen" x="{Labels}" y="27" width="10" height="10"/><text x="{Labels + 15}" y="36">ConvGen</text>""");
        if (peers)
        {
            Add($"""<rect class="peer" x="{Labels + 80}" y="27" width="10" height="10"/><text x="{Labels + 95}" y="36">best peer</text>""");
            Add($"""<text class="end" x="{Width}" y="36">times faster</text>""");
        }

        for (int percent = 0; percent * scale <= Width - Labels - RatioWidth; percent += GridPercent)
        {
            double x = Labels + (percent * scale);
            Add($"""<line class="{(percent == 100 ? "peak" : "grid")}" x1="{x:F1}" y1="{Top - 4}" x2="{x:F1}" y2="{height - 8}"/>""");
            Add($"""<text class="mid" x="{x:F1}" y="{Top - 9}">{percent}</text>""");
        }

        for (int i = 0; i < results.Count; i++)
        {
            Row(results[i], Top + (i * RowHeight));
        }

        return svg.Append("</svg>\n").ToString();

        double Convgen(LayerResult result) => result.PercentOfPeak(result.Scores[0], peak);

        double Peer(LayerResult result) => result.BestPeer is { } best ? result.PercentOfPeak(best, peak) : 0;

        void Row(LayerResult result, int y)
        {
            Add($"""<text class="end" x="{Labels - 8}" y="{y + 15}">{SecurityElement.Escape(result.Layer.Name)}</text>""");
            Add($"""<rect class="convgen" x="{Labels}" y="{y + 3}" width="{Convgen(result) * scale:F1}" height="{BarHeight}"/>""");
            if (result.BestPeer is not null)
            {
                int below = y + 3 + BarHeight;
                Add($"""<rect class="peer" x="{Labels}" y="{below}" width="{Peer(result) * scale:F1}" height="{BarHeight}"/>""");
                Add($"""<text class="ratio end" x="{Width}" y="{y + 15}">{result.Ratio:F2}</text>""");
            }
        }

        void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
