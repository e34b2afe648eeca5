using System.Diagnostics;
using ConvGen.Generator;
using ConvGen.Testing;

namespace ConvGen.Bench.Editor;

/// <summary>Edits a project of some size in every way, with ConvGen and with an empty transform in turns.</summary>
internal sealed class EditBench
{
    private const int WarmUpClasses = 100;
    private const int WarmUpTurns = 3;
    private const int LeastTurns = 15;
    private const int MostTurns = 400;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(6);

    private readonly AnnotatedProject _project;
    private readonly WatchedProject _convgen;
    private readonly WatchedProject _empty;

    // Remembering what every step did costs time, so files are counted apart.
    private readonly WatchedProject _counted;

    private int _typed = 1;

    public EditBench(int classes)
    {
        _project = new AnnotatedProject(classes);
        _convgen = new WatchedProject(_project, new LayerGenerator());
        _empty = new WatchedProject(_project, new EmptyTransformGenerator());
        _counted = new WatchedProject(_project, new LayerGenerator(), tracks: true);
    }

    /// <summary>Runs everything until the JIT has done its best.</summary>
    public static void WarmUp()
    {
        var bench = new EditBench(WarmUpClasses);
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < s_warmUp)
        {
            foreach (Edit edit in Enum.GetValues<Edit>())
            {
                bench.Turn(edit);
            }
        }
    }

    /// <summary>Measures every edit.</summary>
    /// <exception cref="CompilationFailedException">The generator refuses some of the classes.</exception>
    public IEnumerable<EditCost> Measure() => Enum.GetValues<Edit>().Select(Measure);

    private EditCost Measure(Edit edit)
    {
        _counted.Run(edit, ++_typed);
        if (_counted.Files != _project.Classes)
        {
            throw new CompilationFailedException(FormattableString.Invariant($"{_counted.Files} files for {_project.Classes} classes"));
        }

        var turns = new List<(double ConvGen, double Empty)>();
        for (int i = 0; i < WarmUpTurns; i++)
        {
            Turn(edit);
        }

        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        while (turns.Count < LeastTurns || (turns.Count < MostTurns && Stopwatch.GetElapsedTime(start) < s_time))
        {
            turns.Add(Turn(edit));
        }

        return new EditCost(
            _project.Classes, edit, _counted.Written, [.. turns.Select(turn => turn.ConvGen)], [.. turns.Select(turn => turn.Empty)]);
    }

    private (double ConvGen, double Empty) Turn(Edit edit)
    {
        // Each comes first in every other turn, or garbage could always be collected in the time of the same one.
        if (++_typed % 2 == 0)
        {
            double first = _convgen.Run(edit, _typed);
            return (first, _empty.Run(edit, _typed));
        }

        double empty = _empty.Run(edit, _typed);
        return (_convgen.Run(edit, _typed), empty);
    }
}
