using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>Replaces a number by the nearest one that is legal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ClampNumberFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CG0004", "CG0005", "CG0016");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // The number is the one that is reported, or another that decides over it.
            bool isAnother = diagnostic.AdditionalLocations.Count > 0;
            TextSpan number = (isAnother ? diagnostic.AdditionalLocations[0] : diagnostic.Location).SourceSpan;
            if (diagnostic.Properties.TryGetValue("Nearest", out string? nearest) && nearest is not null
                && await IsNumberAsync(context.Document, number, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        isAnother ? $"Change p to {nearest}" : $"Change to {nearest}",
                        cancellation => ReplaceAsync(context.Document, number, nearest, cancellation),
                        equivalenceKey: nameof(ClampNumberFix)),
                    diagnostic);
            }
        }
    }

    // Rules strike at a list as a whole where its elements do not stand one by one.
    private static async Task<bool> IsNumberAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root?.FindNode(span, getInnermostNodeForTie: true) is ExpressionSyntax number
            && model?.GetConstantValue(number, cancellation).Value is not null;
    }

    private static async Task<Document> ReplaceAsync(Document document, TextSpan span, string number, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(new TextChange(span, number)));
    }
}
