using System.Globalization;
using System.Security;
using System.Text;

namespace ConvGen.Bench.Accuracy;

/// <summary>Marks on a logarithmic scale, as SVG: the root mean square error of every form on every layer.</summary>
internal static class AccuracyChart
{
    private const int Width = 760;
    private const int Labels = 124;
    private const int Gap = 36;
    private const int MostLabels = 8;
    private const int Top = 84;
    private const int RowHeight = 20;

    // What networks compute, and what makes partial sums grow.
    private static readonly string[] s_panels = ["random", "positive"];

    private static readonly (string Class, string Text, int X)[] s_legend =
    [
        ("auto", "ConvGen", 132), ("other", "its other forms", 212), ("pytorch", "PyTorch", 330), ("onnxruntime", "ONNX Runtime", 410),
    ];

    // Colours that stand out on white and on black; text follows the reader's scheme where the viewer knows it.
    private const string Style =
        """
        <style>
        text { font: 12px system-ui, sans-serif; fill: #6e7781 } .end { text-anchor: end } .mid { text-anchor: middle }
        .title { font-size: 14px; font-weight: 600 } .grid { stroke: #8b949e; stroke-opacity: .35 }
        .auto { fill: #2f81f7 } .other { fill: none; stroke: #2f81f7; stroke-width: 1.2 }
        .pytorch { stroke: #e8730c; stroke-width: 2.5 } .onnxruntime { fill: none; stroke: #a0369f; stroke-width: 1.5 }
        @media (prefers-color-scheme: dark) { text { fill: #c9d1d9 } .onnxruntime { stroke: #d873d7 } }
        </style>
        """;

    public static string Draw(IReadOnlyList<AccuracyResult> results)
    {
        AccuracyResult[] shown = [.. results.Where(result => s_panels.Contains(result.Kind.Name) && result.Figures.Rms > 0)];
        string[] layers = [.. shown.Select(result => result.Layer.Name).Distinct()];
        int height = Top + (layers.Length * RowHeight) + 8, panelWidth = (Width - Labels - (Gap * s_panels.Length)) / s_panels.Length;
        var svg = new StringBuilder();
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img">""");
        svg.Append(Style).Append('\n');
        Add($"""<text class="title" x="0" y="14">Root mean square error in units of u sqrt(n) S; less is better</text>""");
        foreach ((string name, string text, int x) in s_legend.Where(entry => shown.Any(result => Class(result) == entry.Class)))
        {
            Mark(name, x, 34);
            Add($"""<text x="{x + 11}" y="38">{text}</text>""");
        }

        for (int i = 0; i < layers.Length; i++)
        {
            Add($"""<text class="end" x="{Labels - 8}" y="{Row(i) + 4}">{SecurityElement.Escape(layers[i])}</text>""");
        }

        for (int panel = 0; panel < s_panels.Length; panel++)
        {
            Panel(s_panels[panel], Labels + (Gap / 2) + (panel * (panelWidth + Gap)));
        }

        return svg.Append("</svg>\n").ToString();

        void Panel(string kind, int left)
        {
            AccuracyResult[] results = [.. shown.Where(result => result.Kind.Name == kind)];
            double[] ticks = [.. Ticks(results.Min(result => result.Figures.Rms), results.Max(result => result.Figures.Rms))];
            Add($"""<text class="mid" x="{left + (panelWidth / 2)}" y="59">{kind} arguments</text>""");
            foreach (double tick in ticks)
            {
                Add($"""<line class="grid" x1="{Place(tick):F1}" y1="{Top - 4}" x2="{Place(tick):F1}" y2="{height - 8}"/>""");
                if (ticks.Length <= MostLabels || IsDecade(tick))
                {
                    Add($"""<text class="mid" x="{Place(tick):F1}" y="{Top - 9}">{tick:0.######}</text>""");
                }
            }

            // What ConvGen chooses lies on top.
            foreach (AccuracyResult result in Enumerable.Reverse(results))
            {
                Mark(Class(result), Place(result.Figures.Rms), Row(Array.IndexOf(layers, result.Layer.Name)));
            }

            double Place(double value) => left + (panelWidth * Math.Log(value / ticks[0]) / Math.Log(ticks[^1] / ticks[0]));
        }

        void Mark(string name, double x, int y) => Add(name switch
        {
            "auto" => $"""<circle class="auto" cx="{x:F1}" cy="{y}" r="4"/>""",
            "other" => $"""<circle class="other" cx="{x:F1}" cy="{y}" r="3.2"/>""",
            "pytorch" => (FormattableString)$"""<path class="pytorch" d="M{x:F1} {y - 6}v12"/>""",
            _ => $"""<path class="onnxruntime" d="M{x:F1} {y - 6}l6 6l-6 6l-6 -6z"/>""",
        });

        void Add(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static int Row(int layer) => Top + (layer * RowHeight) + (RowHeight / 2);

    private static string Class(AccuracyResult result) => result.Algorithm switch
    {
        null => result.Form,
        _ when result.Form == nameof(Algorithm.Auto) => "auto",
        _ => "other",
    };

    private static bool IsDecade(double tick) => Math.Abs(Math.Log10(tick) - Math.Round(Math.Log10(tick))) < 1e-9;

    // 1, 2 and 5 times powers of ten, from below the least value to above the greatest.
    private static IEnumerable<double> Ticks(double least, double greatest)
    {
        double[] steps = [1, 2, 5];
        IEnumerable<double> all = Enumerable.Range(-12, 24).SelectMany(power => steps.Select(step => step * Math.Pow(10, power)));
        double first = all.Last(tick => tick <= least), last = all.First(tick => tick >= greatest);
        return all.Where(tick => tick >= first && tick <= last);
    }
}
