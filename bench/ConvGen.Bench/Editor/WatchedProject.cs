using ConvGen.Bench.Measuring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Bench.Editor;

/// <summary>
/// A project that one generator watches through edits, as in an editor. Generators do not share it: what the compiler finds out for one
/// of them would cost the next one nothing.
/// </summary>
internal sealed class WatchedProject(AnnotatedProject project, IIncrementalGenerator generator, bool tracks = false)
{
    private readonly GeneratorDriver _new = CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()],
        parseOptions: project.Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracks));

    private CSharpCompilation _compilation = project.Compilation;
    private GeneratorDriver? _driver;

    /// <summary>How many files the last run wrote anew; known where steps are tracked.</summary>
    public int Written => Result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>How many files there are after the last run.</summary>
    public int Files => Result.GeneratedSources.Length;

    private GeneratorRunResult Result => _driver!.GetRunResult().Results.Single();

    /// <summary>Edits the project and returns how many microseconds of its thread the generator takes.</summary>
    public double Run(Edit edit, int number)
    {
        _compilation = project.After(_compilation, edit, number);
        GeneratorDriver driver = edit == Edit.Opening ? _new : _driver!;
        double start = ThreadTime.Microseconds;
        _driver = driver.RunGenerators(_compilation);
        return ThreadTime.Microseconds - start;
    }
}
