using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace ConvGen.Soak;

/// <summary>Resident memory and scratch memory over time, as SVG.</summary>
internal static class MemoryGraph
{
    private const int Width = 760;
    private const int Height = 300;

    private static readonly OxyColor s_blue = OxyColor.FromRgb(0x2f, 0x81, 0xf7);
    private static readonly OxyColor s_orange = OxyColor.FromRgb(0xd2, 0x78, 0x1e);

    public static string Draw(IReadOnlyList<MemorySample> samples)
    {
        // Text is not measured here: room for it is given.
        var model = new PlotModel
        {
            Title = "Memory of the process, MB",
            TitleFontSize = 14,
            Background = OxyColors.White,
            Padding = new OxyThickness(12, 22, 24, 12),
            PlotMargins = new OxyThickness(52, 8, 8, 44),
        };
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom,
            Title = "minutes",
            Minimum = 0,
            Maximum = samples[^1].Time.TotalMinutes,
            MajorGridlineStyle = LineStyle.Dot,
        });
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Left,
            Minimum = 0,
            MaximumPadding = 0.2,
            MajorGridlineStyle = LineStyle.Dot,
        });
        Add(model, "resident", s_blue, samples, sample => sample.ResidentBytes);
        Add(model, "scratch memory that was allocated since the start", s_orange, samples, sample => sample.ScratchBytes);
        using var stream = new MemoryStream();
        new SvgExporter { Width = Width, Height = Height }.Export(model, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Add(
        PlotModel model, string title, OxyColor color, IReadOnlyList<MemorySample> samples, Func<MemorySample, long> bytes)
    {
        var line = new LineSeries { Color = color, StrokeThickness = 2, Decimator = Decimator.Decimate };
        line.Points.AddRange(samples.Select(sample => new DataPoint(sample.Time.TotalMinutes, bytes(sample) / (double)(1 << 20))));
        model.Series.Add(line);
        model.Annotations.Add(new TextAnnotation
        {
            Text = title,
            TextColor = color,
            Stroke = OxyColors.Transparent,
            TextPosition = line.Points[^1],
            TextHorizontalAlignment = HorizontalAlignment.Right,
            TextVerticalAlignment = VerticalAlignment.Bottom,
            Offset = new ScreenVector(-8, -6),
        });
    }
}
