using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>Makes a file-local annotated type, or the one around it, internal: generated members live in another file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakeInternalFix() : HostFix("CG0002", "internal")
{
    private protected override TextChange? Change(TypeDeclarationSyntax part) =>
        part.Modifiers.FirstOrDefault(static modifier => modifier.IsKind(SyntaxKind.FileKeyword)) is { RawKind: not 0 } file
            ? HasAccess(part) ? new TextChange(WithSpace(file), "") : new TextChange(file.Span, "internal")
            : null;

    private static TextSpan WithSpace(SyntaxToken file) => TextSpan.FromBounds(
        file.SpanStart,
        file.TrailingTrivia.All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? file.FullSpan.End : file.Span.End);

    // A namesake in another file, against which `file` may be there, would become the same type.
    private protected override bool MayChange(INamedTypeSymbol type) =>
        type.ContainingNamespace.GetTypeMembers(type.Name, type.Arity).Length == 1;

    // Together with another one the modifier is an error of its own; the other one stays.
    private static bool HasAccess(TypeDeclarationSyntax part) => part.Modifiers.Any(static modifier => modifier.Kind()
        is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword);
}
