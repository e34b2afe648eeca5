using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes;

/// <summary>The declarations that ConvGen's part of a type must fit: those of the type, and of the types around it.</summary>
internal static class HostParts
{
    /// <summary>All parts, in whatever files, of the type whose name stands at a place and of its containing types.</summary>
    public static async Task<List<TypeDeclarationSyntax>> FindAsync(Document document, TextSpan name, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        INamedTypeSymbol? host = root?.FindToken(name.Start).Parent is TypeDeclarationSyntax part
            ? model?.GetDeclaredSymbol(part, cancellation) as INamedTypeSymbol
            : null;
        var parts = new List<TypeDeclarationSyntax>();
        for (INamedTypeSymbol? type = host; type is not null; type = type.ContainingType)
        {
            // The outermost first, as actions name them.
            parts.InsertRange(
                0, type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>());
        }

        return parts;
    }
}
