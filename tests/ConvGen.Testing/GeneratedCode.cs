extern alias generator;

using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using generator::ConvGen.Generator;

namespace ConvGen.Testing;

/// <summary>What the generator made of a source text.</summary>
/// <param name="Sources">The generated files.</param>
/// <param name="Diagnostics">What the generator itself reported.</param>
/// <param name="Compilation">The user's code together with the generated files.</param>
public sealed record GeneratedCode(
    ImmutableArray<GeneratedSourceResult> Sources, ImmutableArray<Diagnostic> Diagnostics, Compilation Compilation)
{
    /// <summary>Files beside the user's code that analyzers see.</summary>
    public ImmutableArray<AdditionalText> Files { get; init; } = [];

    /// <summary>Everything that the compiler says about the user's code together with the generated files.</summary>
    public ImmutableArray<Diagnostic> CompilerDiagnostics() => Compilation.GetDiagnostics();

    /// <summary>The same with rules at another severity, as <c>.editorconfig</c> sets it.</summary>
    public GeneratedCode WithRules(ReportDiagnostic severity, params IEnumerable<string> rules) => this with
    {
        Compilation = Compilation.WithOptions(Compilation.Options.WithSpecificDiagnosticOptions(
            Compilation.Options.SpecificDiagnosticOptions.SetItems(rules.Select(rule => KeyValuePair.Create(rule, severity))))),
    };

    /// <summary>The same as Debug builds have it: the JIT optimises nothing of it.</summary>
    public GeneratedCode Unoptimized() => this with
    {
        Compilation = Compilation.WithOptions(((CSharpCompilationOptions)Compilation.Options).WithOptimizationLevel(OptimizationLevel.Debug)),
    };

    /// <summary>The same with other text in the generated files: what a broken generator would have emitted.</summary>
    public GeneratedCode WithChanged(Func<string, string> change) => this with
    {
        Compilation = Sources.Aggregate(Compilation, (compilation, source) => compilation.ReplaceSyntaxTree(
            source.SyntaxTree,
            source.SyntaxTree.WithChangedText(SourceText.From(change(source.SourceText.ToString()), Encoding.UTF8)))),
    };

    /// <summary>What ConvGen's analyzers say about the user's code.</summary>
    public ImmutableArray<Diagnostic> AnalyzerDiagnostics()
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers =
        [
            .. typeof(LayerGenerator).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        return analyzers.IsEmpty
            ? []
            : Compilation.WithAnalyzers(analyzers, new AnalyzerOptions(Files)).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Compiles everything and loads it.</summary>
    /// <param name="context">Where to; by itself, for as long as the process lives.</param>
    /// <exception cref="CompilationFailedException">There are errors.</exception>
    public Assembly Load(AssemblyLoadContext? context = null)
    {
        using var image = new MemoryStream();
        if (!Compilation.Emit(image).Success)
        {
            throw Failure("the code does not compile");
        }

        image.Position = 0;
        return context is null ? Assembly.Load(image.ToArray()) : context.LoadFromStream(image);
    }

    /// <summary>An exception that quotes every error of generator, analyzers and compiler.</summary>
    internal CompilationFailedException Failure(string reason)
    {
        IEnumerable<string> errors = Diagnostics.Concat(AnalyzerDiagnostics()).Concat(CompilerDiagnostics())
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => FormattableString.Invariant($"{diagnostic.Id}: {diagnostic.GetMessage(null)}"))
            .Distinct();
        return new CompilationFailedException(string.Join("; ", errors.DefaultIfEmpty(reason)));
    }
}
