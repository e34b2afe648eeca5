using System.Globalization;

namespace ConvGen.Bench.Editor;

/// <summary>What the generator costs those who write code: at every key in an editor, and at a build.</summary>
internal sealed class EditorRun(FileInfo? csv, TextWriter output, TextWriter progress)
{
    private const double MostBeyondAClass = 20;
    private static readonly int[] s_sizes = [1, 100, 1000];

    private readonly List<string> _csv = [FigureTable.CsvHeader];

    public void Run()
    {
        Edits();
        if (csv is not null)
        {
            File.WriteAllText(csv.FullName, string.Concat(_csv.Select(line => line + "\n")));
        }
    }

    private void Edits()
    {
        var table = new FigureTable(
            "edit",
            "Microseconds of a generator run after an edit, with ConvGen and with an empty transform in turns: fastest and median,\n"
                + "and ConvGen's cost a class beyond the empty transform, from the fastest runs and as the median over the turns.",
            ("turns", "F0"),
            ("files", "F0"),
            ("convgen", "F0"),
            ("median", "F0"),
            ("empty", "F0"),
            ("empty_median", "F0"),
            ("beyond_a_class", "F2"),
            ("median_beyond", "F2"));
        var costs = new List<EditCost>();
        foreach (int classes in s_sizes)
        {
            progress.Write(Text($"edits of a project of {classes} annotated classes\n"));
            costs.AddRange(new EditBench(classes).Measure());
        }

        foreach (EditCost cost in costs)
        {
            table.Add(
                Text($"{cost.Classes} {Name(cost.Edit)}"),
                cost.Turns,
                cost.Written,
                cost.Minimum,
                cost.Median,
                cost.EmptyMinimum,
                cost.EmptyMedian,
                cost.BeyondAClass,
                cost.MedianBeyondAClass);
        }

        Report(table);
        EditCost[] unrelated = [.. costs.Where(cost => cost.Classes == s_sizes[^1] && cost.Edit is Edit.OtherFile or Edit.SameFile)];
        (int files, double beyond) = (unrelated.Max(cost => cost.Written), unrelated.Max(cost => cost.BeyondAClass));
        string verdict = files == 0 && beyond < MostBeyondAClass ? "within" : "BEYOND";
        output.Write(Text(
            $"Unrelated edits among {s_sizes[^1]} classes write {files} files and cost up to {beyond:F2} microseconds a class beyond"));
        output.Write(Text($" the empty transform: {verdict} the limit of 0 files and {MostBeyondAClass:F0}.\n\n"));
    }

    private void Report(FigureTable table)
    {
        output.Write(table.ToString());
        _csv.AddRange(table.CsvLines());
    }

    private static string Name(Edit edit) => edit switch
    {
        Edit.Opening => "cold",
        Edit.OtherFile => "unrelated file",
        Edit.SameFile => "unrelated class in a host's file",
        _ => "p of one attribute",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
