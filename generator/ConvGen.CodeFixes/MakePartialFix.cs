using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>Makes an annotated type and the types around it partial, so that ConvGen can add members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakePartialFix() : HostFix("CG0001", "partial")
{
    // The modifier goes last, as the language wants it: before `record` in `record struct`.
    private protected override TextChange? Change(TypeDeclarationSyntax part) =>
        part.Modifiers.Any(SyntaxKind.PartialKeyword) ? null : new TextChange(new TextSpan(part.Keyword.SpanStart, 0), "partial ");
}
