using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.CodeFixes;

/// <summary>
/// Takes a fix for many annotated types at once. The batch fixer merges the fixes one by one, and drops those that change what two
/// others have changed already: types that share a container.
/// </summary>
internal sealed class HostFixAll(HostFix fix, string title) : FixAllProvider
{
    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
        CodeAction.Create(title, cancellation => FixAsync(fixAllContext.WithCancellationToken(cancellation)), title));

    private async Task<Solution> FixAsync(FixAllContext context)
    {
        var parts = new List<TypeDeclarationSyntax>();
        foreach (Diagnostic diagnostic in await DiagnosticsAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document)
            {
                parts.AddRange(
                    await fix.FindAsync(document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false));
            }
        }

        return await fix.ChangeAsync(context.Solution, parts, context.CancellationToken).ConfigureAwait(false);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        var diagnostics = new List<Diagnostic>();
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            ImmutableArray<Diagnostic> ofProject = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            diagnostics.AddRange(ofProject);
        }

        return diagnostics;
    }
}
