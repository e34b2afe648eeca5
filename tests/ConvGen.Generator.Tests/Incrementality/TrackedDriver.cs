using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Incrementality;

/// <summary>A generator driver that lives through edits, as an IDE's does, and remembers what it did.</summary>
internal sealed class TrackedDriver
{
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [new LayerGenerator().AsSourceGenerator()],
        parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public TrackedRun Run(Compilation compilation)
    {
        _driver = _driver.RunGenerators(compilation);
        GeneratorRunResult result = _driver.GetRunResult().Results.Single();
        return result.Exception is null
            ? new TrackedRun(result)
            : throw new CompilationFailedException("the generator threw", result.Exception);
    }
}

/// <summary>One run of a driver.</summary>
internal sealed class TrackedRun(GeneratorRunResult result)
{
    /// <summary>The emitted files by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } =
        result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The models of the run, removed ones left out.</summary>
    public ImmutableArray<HostSpec> Models { get; } =
    [
        .. Outputs(result, LayerGenerator.HostsStep)
            .Where(output => output.Reason != IncrementalStepRunReason.Removed)
            .Select(Model),
    ];

    /// <summary>Files whose model is new or changed.</summary>
    public string[] Reemitted { get; } =
    [
        .. Outputs(result, LayerGenerator.HostsStep)
            .Where(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .Select(output => Model(output).Host.Name)
            .Order(StringComparer.Ordinal),
    ];

    // What RegisterSourceOutput wrote, whatever the models say.
    private IEnumerable<IncrementalStepRunReason> Writes { get; } =
        [.. result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>Number of files that were written anew.</summary>
    public int Written => Writes.Count(reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>Models are equal, and no text was made again.</summary>
    public void AssertNothingReemitted()
    {
        Assert.NotEmpty(Models);
        Assert.Empty(Reemitted);
        Assert.All(Writes, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Outputs(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs);

    private static HostSpec Model((object Value, IncrementalStepRunReason Reason) output) => (HostSpec)output.Value;
}
