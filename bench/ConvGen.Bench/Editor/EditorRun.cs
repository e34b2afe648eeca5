using System.Globalization;
using ConvGen.Bench.FirstCall;
using ConvGen.Testing;

namespace ConvGen.Bench.Editor;

/// <summary>What the generator costs those who write code: at every key in an editor, and at a build.</summary>
internal sealed class EditorRun(
    FileInfo layers, IReadOnlyList<LayerCase> selected, FileInfo? csv, TextWriter output, TextWriter progress)
{
    private const double MostBeyondAClass = 20;
    private const int BuiltClasses = 100;
    private static readonly int[] s_sizes = [1, 100, 1000];

    private readonly List<string> _csv = [FigureTable.CsvHeader];

    public void Run()
    {
        Edits();
        Builds();
        Layers();
        if (csv is not null)
        {
            File.WriteAllText(csv.FullName, string.Concat(_csv.Select(line => line + "\n")));
        }
    }

    private void Edits()
    {
        var table = new FigureTable(
            "edit",
            "Microseconds of processor time of a generator run, with ConvGen and with an empty transform in turns: least and median,\n"
                + "and ConvGen's cost a class beyond the empty transform, of the least times and as the median over the turns.",
            ("turns", "F0"),
            ("files", "F0"),
            ("convgen", "F0"),
            ("median", "F0"),
            ("empty", "F0"),
            ("empty_median", "F0"),
            ("beyond_a_class", "F2"),
            ("median_beyond", "F2"));
        progress.Write("warming up\n");
        EditBench.WarmUp();
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

    private void Builds()
    {
        progress.Write(Text($"builds of a project of {BuiltClasses} annotated classes\n"));
        var table = new FigureTable(
            "build",
            Text($"Milliseconds of a build of {BuiltClasses} annotated classes in a compiler that is loaded: fastest and median,\n")
                + "with ConvGen and without; the difference of the fastest a class, and how much of it is the generator's own.",
            ("with", "F1"),
            ("median_with", "F1"),
            ("without", "F1"),
            ("median_without", "F1"),
            ("more_a_class", "F3"),
            ("generator_a_class", "F3"));
        (double with, double medianWith, double without, double medianWithout, double generator) =
            new CleanBuild(new AnnotatedProject(BuiltClasses)).Measure();
        table.Add(
            Text($"{BuiltClasses} classes"),
            with,
            medianWith,
            without,
            medianWithout,
            (with - without) / BuiltClasses,
            generator / BuiltClasses);
        Report(table);
        output.Write("\n");
    }

    private void Layers()
    {
        var table = new FigureTable(
            "layer",
            "What is emitted for each layer: bytes of source and of method bodies, and in a new process milliseconds of the JIT during\n"
                + "the first Pack and Forward, with everything that these call, and of these as a whole beyond later ones (as --first-call).",
            ("source_bytes", "F0"),
            ("il_bytes", "F0"),
            ("jit_ms", "F1"),
            ("jit_methods", "F0"),
            ("first_call_more_ms", "F1"));
        foreach ((LayerCase layer, FirstCallTimes times) in new FirstCallRun(layers, selected, Algorithm.Auto).Measure())
        {
            progress.Write($"{layer.Name}\n");
            EmittedSize size = EmittedSize.Of(new LayerRequest(layer));
            table.Add(layer.Name, size.Source, size.Il, times.Jit, times.Methods, times.First - times.Later);
        }

        Report(table);
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
