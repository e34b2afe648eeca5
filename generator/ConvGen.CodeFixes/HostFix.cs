using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>Gives a modifier to all parts of an annotated type and of the types around it: one part alone would not help.</summary>
public abstract class HostFix : CodeFixProvider
{
    private readonly string _modifier;

    private protected HostFix(string rule, string modifier)
    {
        FixableDiagnosticIds = ImmutableArray.Create(rule);
        _modifier = modifier;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new HostFixAll(this, $"Make all annotated types {_modifier}");

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        TypeDeclarationSyntax[] wrong = await FindAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false);
        if (wrong.Length == 0)
        {
            return;
        }

        // The types of a host are reported at one place: one action for all of them.
        string names = string.Join(" and ", wrong.Select(static part => $"'{part.Identifier.ValueText}'").Distinct());
        Solution solution = context.Document.Project.Solution;
        context.RegisterCodeFix(
            CodeAction.Create($"Make {names} {_modifier}", cancellation => ChangeAsync(solution, wrong, cancellation), _modifier),
            context.Diagnostics);
    }

    /// <summary>The parts that must change, for the type whose name stands at a place; none where that would do harm.</summary>
    internal async Task<TypeDeclarationSyntax[]> FindAsync(Document document, TextSpan name, CancellationToken cancellation)
    {
        List<TypeDeclarationSyntax> parts = await HostParts.FindAsync(document, name, cancellation).ConfigureAwait(false);
        TypeDeclarationSyntax[] wrong = [.. parts.Where(part => Change(part) is not null)];
        Compilation? compilation = await document.Project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        return wrong.All(MayChangePart) ? wrong : [];

        bool MayChangePart(TypeDeclarationSyntax part) =>
            compilation?.GetSemanticModel(part.SyntaxTree).GetDeclaredSymbol(part, cancellation) is { } type && MayChange(type);
    }

    /// <summary>Changes all parts that need it. Text, not syntax: everything beside the modifier stays to the byte.</summary>
    internal async Task<Solution> ChangeAsync(
        Solution solution, IEnumerable<TypeDeclarationSyntax> parts, CancellationToken cancellation)
    {
        Solution changed = solution;
        foreach (IGrouping<SyntaxTree, TypeDeclarationSyntax> file in parts.GroupBy(static part => part.SyntaxTree))
        {
            // What generators wrote is not the user's to change.
            if (solution.GetDocument(file.Key) is { } document and not SourceGeneratedDocument)
            {
                SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
                IEnumerable<TextChange> changes =
                    file.Select(Change).OfType<TextChange>().Distinct().OrderBy(static change => change.Span);
                changed = changed.WithDocumentText(document.Id, text.WithChanges(changes));
            }
        }

        return changed;
    }

    /// <summary>What must change in a part; null where nothing must.</summary>
    private protected abstract TextChange? Change(TypeDeclarationSyntax part);

    /// <summary>Whether a type with the modifier would still be itself.</summary>
    private protected virtual bool MayChange(INamedTypeSymbol type) => true;
}
