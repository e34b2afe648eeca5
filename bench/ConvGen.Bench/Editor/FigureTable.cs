using System.Globalization;
using System.Text;

namespace ConvGen.Bench.Editor;

/// <summary>Figures with a heading: columns to read, or a line for each figure that other programs can take.</summary>
/// <param name="name">What lines of figures call the table.</param>
/// <param name="heading">What it says.</param>
/// <param name="columns">The columns after the subject, each with the format of its numbers.</param>
internal sealed class FigureTable(string name, string heading, params (string Name, string Format)[] columns)
{
    /// <summary>The columns of <see cref="CsvLines"/>.</summary>
    public const string CsvHeader = "table,subject,figure,value";

    private readonly List<(string Subject, string[] Figures)> _rows = [];

    public void Add(string subject, params ReadOnlySpan<double> figures)
    {
        var texts = new string[columns.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = figures[i].ToString(columns[i].Format, CultureInfo.InvariantCulture);
        }

        _rows.Add((subject, texts));
    }

    public override string ToString()
    {
        int subjects = _rows.Max(row => row.Subject.Length);
        int[] widths =
            [.. columns.Select((column, i) => Math.Max(column.Name.Length, _rows.Max(row => row.Figures[i].Length)))];
        var text = new StringBuilder(heading).Append('\n');
        Line("", [.. columns.Select(column => column.Name)]);
        foreach ((string subject, string[] figures) in _rows)
        {
            Line(subject, figures);
        }

        return text.ToString();

        void Line(string subject, string[] cells)
        {
            text.Append(subject.PadRight(subjects));
            for (int i = 0; i < cells.Length; i++)
            {
                text.Append("  ").Append(cells[i].PadLeft(widths[i]));
            }

            text.Append('\n');
        }
    }

    public IEnumerable<string> CsvLines() =>
        _rows.SelectMany(row => row.Figures.Select((figure, i) => $"{name},{row.Subject},{columns[i].Name},{figure}"));
}
