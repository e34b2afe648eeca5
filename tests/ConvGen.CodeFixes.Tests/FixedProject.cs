using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Tests;

/// <summary>A user's project in an editor: what the analyzer says about it, and what becomes of it when fixes are taken.</summary>
internal sealed class FixedProject : IDisposable
{
    private const string OnlyFile = "Up.cs";
    private readonly AdhocWorkspace _workspace = new();

    public FixedProject(params ReadOnlySpan<(string Path, SourceText Text)> files)
    {
        CSharpCompilation model = GeneratorHost.CreateCompilation("");
        Project project = _workspace.AddProject("App", LanguageNames.CSharp)
            .WithCompilationOptions(model.Options)
            .WithParseOptions(model.SyntaxTrees[0].Options)
            .WithMetadataReferences(model.References);
        foreach ((string path, SourceText text) in files)
        {
            project = project.AddDocument(path, text, filePath: path).Project;
        }

        Assert.True(_workspace.TryApplyChanges(project.Solution));
    }

    /// <summary>One file.</summary>
    public FixedProject(string text)
        : this((OnlyFile, SourceText.From(text)))
    {
    }

    private Project Project => _workspace.CurrentSolution.Projects.Single();

    public Document Document(string path) => Project.Documents.Single(document => document.Name == path);

    public async Task<string> TextAsync(string path = OnlyFile) => (await Document(path).GetTextAsync()).ToString();

    public async Task<Compilation> CompilationAsync() => (await Project.GetCompilationAsync())!;

    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() =>
        new GeneratedCode([], [], await CompilationAsync()).AnalyzerDiagnostics();

    /// <summary>What a fix offers at the first place that it has something for, in the order of the files.</summary>
    public async Task<IReadOnlyList<CodeAction>> OffersAsync(CodeFixProvider fix)
    {
        foreach (IGrouping<(string Path, TextSpan Span), Diagnostic> place in Places(fix, await DiagnosticsAsync()))
        {
            List<CodeAction> offers = await OffersAsync(fix, place);
            if (offers.Count > 0)
            {
                return offers;
            }
        }

        return [];
    }

    /// <summary>Works out every change that a fix offers anywhere, without taking it.</summary>
    /// <returns>The number of offers.</returns>
    public async Task<int> TryAllOffersAsync(CodeFixProvider fix, ImmutableArray<Diagnostic> diagnostics)
    {
        int count = 0;
        foreach (IGrouping<(string Path, TextSpan Span), Diagnostic> place in Places(fix, diagnostics))
        {
            foreach (CodeAction offer in await OffersAsync(fix, place))
            {
                Assert.NotEmpty(await offer.GetOperationsAsync(CancellationToken.None));
                count++;
            }
        }

        return count;
    }

    /// <summary>Takes the only fix that is offered there.</summary>
    /// <returns>Its title.</returns>
    public async Task<string> FixAsync(CodeFixProvider fix)
    {
        CodeAction offer = Assert.Single(await OffersAsync(fix));
        await ApplyAsync(offer);
        return offer.Title;
    }

    /// <summary>Takes the first offer for everything that it can be had for.</summary>
    public async Task FixAllAsync(CodeFixProvider fix, FixAllScope scope)
    {
        CodeAction first = (await OffersAsync(fix))[0];
        var context = new FixAllContext(
            Project.Documents.First(),
            fix,
            scope,
            first.EquivalenceKey!,
            fix.FixableDiagnosticIds,
            new KnownDiagnostics(await DiagnosticsAsync()),
            CancellationToken.None);
        await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>Nobody has a warning or an error any more, and members are emitted.</summary>
    public async Task AssertCleanAsync()
    {
        Assert.Empty(Shown(await DiagnosticsAsync()));
        GeneratedCode code = GeneratorHost.Run(await CompilationAsync());
        Assert.NotEmpty(code.Sources);
        Assert.Empty(Shown(code.CompilerDiagnostics()));
    }

    public void Dispose() => _workspace.Dispose();

    private static IEnumerable<IGrouping<(string Path, TextSpan Span), Diagnostic>> Places(
        CodeFixProvider fix, ImmutableArray<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))
        .GroupBy(diagnostic => (diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.SourceSpan))
        .OrderBy(place => place.Key.FilePath, StringComparer.Ordinal)
        .ThenBy(place => place.Key.SourceSpan);

    private async Task<List<CodeAction>> OffersAsync(CodeFixProvider fix, IGrouping<(string Path, TextSpan Span), Diagnostic> place)
    {
        var offers = new List<CodeAction>();
        var context = new CodeFixContext(
            Document(place.Key.Path), place.Key.Span, [.. place], (offer, _) => offers.Add(offer), CancellationToken.None);
        await fix.RegisterCodeFixesAsync(context);
        return offers;
    }

    private static IEnumerable<string> Shown(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(diagnostic => diagnostic.ToString());

    private async Task ApplyAsync(CodeAction action)
    {
        foreach (CodeActionOperation operation in await action.GetOperationsAsync(CancellationToken.None))
        {
            operation.Apply(_workspace, CancellationToken.None);
        }
    }
}
