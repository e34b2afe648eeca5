using System.Globalization;

namespace ConvGen.Bench.Accuracy;

/// <summary>Tables in Markdown, as docs/accuracy.md shows them.</summary>
internal static class AccuracyTables
{
    public static void Write(IReadOnlyList<AccuracyResult> results, TextWriter output)
    {
        string[] own = [.. results.Where(result => result.Algorithm is not null).Select(result => result.Form).Distinct()];
        string[] peers = [.. results.Where(result => result.Algorithm is null).Select(result => result.Form).Distinct()];
        string[] all = [.. own, .. peers];
        IGrouping<ArgumentKind, AccuracyResult>[] kinds = [.. results.GroupBy(result => result.Kind)];
        Kinds("The largest error of any layer", all, (kind, form) => Largest(kind.Where(result => result.Form == form)));
        Multiples("pytorch", all);
        Multiples(nameof(Algorithm.DirectChannels), own);
        string[] complete = [.. all.Where(form => results.Count(result => result.Form == form) == kinds.Sum(LayerCount))];
        Kinds("Rms error over rms of the true values, geometric means of the forms that compute every layer", complete, Relative);
        Shares(kinds, output);
        foreach (IGrouping<ArgumentKind, AccuracyResult> kind in kinds)
        {
            output.WriteLine($"\n{kind.Key.Name}, rms / max:\n");
            Table("layer", all, kind.GroupBy(result => result.Layer), layer => layer.Key.Name, Cell, output);
        }

        void Multiples(string baseline, string[] forms)
        {
            if (forms.Contains(baseline))
            {
                Kinds(
                    $"Rms errors as multiples of those of {baseline}: geometric means over the layers that both compute, and extremes",
                    [.. forms.Where(form => form != baseline)],
                    (kind, form) => Ratios(kind, form, baseline));
            }
        }

        void Kinds(string title, string[] forms, Func<IGrouping<ArgumentKind, AccuracyResult>, string, string> cell)
        {
            output.WriteLine($"\n{title}:\n");
            Table("arguments", forms, kinds, kind => kind.Key.Name, cell, output);
        }
    }

    private static void Shares(IEnumerable<IGrouping<ArgumentKind, AccuracyResult>> kinds, TextWriter output)
    {
        output.WriteLine("\nThe largest share of what is promised, and whose it is:\n");
        foreach (IGrouping<ArgumentKind, AccuracyResult> kind in kinds)
        {
            AccuracyResult worst = kind.Where(result => result.Algorithm is not null).MaxBy(result => result.Figures.PromiseShare)!;
            string share = (100 * worst.Figures.PromiseShare).ToString("F1", CultureInfo.InvariantCulture);
            output.WriteLine($"* {kind.Key.Name} ({kind.Key.Description}): {share} %, {worst.Layer.Name}, {worst.Form}");
        }
    }

    private static void Table<TRow>(
        string subject,
        string[] columns,
        IEnumerable<TRow> rows,
        Func<TRow, string> name,
        Func<TRow, string, string> cell,
        TextWriter output)
    {
        output.WriteLine($"| {subject} | {string.Join(" | ", columns)} |");
        output.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", columns.Length + 1))}");
        foreach (TRow row in rows)
        {
            output.WriteLine($"| {name(row)} | {string.Join(" | ", columns.Select(column => cell(row, column)))} |");
        }
    }

    private static string Largest(IEnumerable<AccuracyResult> results) =>
        results.MaxBy(result => result.Figures.Largest) is { } worst ? Text(worst.Figures.Largest) : "";

    private static string Cell(IEnumerable<AccuracyResult> layer, string form) =>
        layer.FirstOrDefault(result => result.Form == form) is { } found
            ? $"{Text(found.Figures.Rms)} / {Text(found.Figures.Largest)}"
            : "";

    private static string Ratios(IEnumerable<AccuracyResult> kind, string form, string baseline)
    {
        double[] ratios =
        [
            .. from one in kind
               join other in kind on one.Layer equals other.Layer
               where one.Form == form && other.Form == baseline && one.Figures.Rms > 0 && other.Figures.Rms > 0
               select one.Figures.Rms / other.Figures.Rms,
        ];
        return ratios.Length == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Math.Exp(ratios.Average(Math.Log)):F2} ({Text(ratios.Min())} to {Text(ratios.Max())})");
    }

    private static string Relative(IEnumerable<AccuracyResult> kind, string form)
    {
        IEnumerable<double> logs = kind.Where(result => result.Form == form).Select(result => Math.Log(result.Figures.RelativeRms));
        return Math.Exp(logs.Average()).ToString("0.0e-0", CultureInfo.InvariantCulture);
    }

    private static int LayerCount(IEnumerable<AccuracyResult> kind) => kind.DistinctBy(result => result.Layer.Name).Count();

    // Two digits that count, without exponents.
    private static string Text(double value) => value.ToString(
        value switch { >= 10 => "F0", >= 1 => "F1", >= 0.1 => "F2", >= 0.01 => "F3", _ => "F4" }, CultureInfo.InvariantCulture);
}
