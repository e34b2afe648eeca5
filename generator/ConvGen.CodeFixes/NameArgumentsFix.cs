using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>Names every positional argument of an attribute as it is bound now: the layer stays, and says what it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NameArgumentsFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CG0024");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            TextChange[] names =
                await NamesAsync(context.Document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false);
            if (names.Length > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Name the arguments",
                        cancellation => InsertAsync(context.Document, names, cancellation),
                        equivalenceKey: nameof(NameArgumentsFix)),
                    diagnostic);
            }
        }
    }

    // None where the code has changed meanwhile and is no whole attribute any more.
    private static async Task<TextChange[]> NamesAsync(Document document, TextSpan argument, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root?.FindNode(argument).FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList.Arguments: var arguments } attribute
            && model.GetSymbolInfo(attribute, cancellation).Symbol is IMethodSymbol constructor
            ? [.. Names(arguments, constructor.Parameters)]
            : [];
    }

    // Positional arguments stand where the constructor's parameters do.
    private static IEnumerable<TextChange> Names(
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments, ImmutableArray<IParameterSymbol> parameters) => parameters
        .Where(parameter => parameter.Ordinal < arguments.Count && arguments[parameter.Ordinal] is { NameColon: null, NameEquals: null })
        .Select(parameter => new TextChange(new TextSpan(arguments[parameter.Ordinal].SpanStart, 0), parameter.Name + ": "));

    private static async Task<Document> InsertAsync(Document document, TextChange[] names, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(names));
    }
}
