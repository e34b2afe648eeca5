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
            ? new TextChange(file.Span, "internal")
            : null;
}
