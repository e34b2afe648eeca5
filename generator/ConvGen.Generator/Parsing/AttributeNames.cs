using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>The attributes that ask for a layer.</summary>
internal static class AttributeNames
{
    /// <summary>Of a transposed convolution.</summary>
    public const string ConvTranspose = "ConvTransposeAttribute";

    /// <summary>Of an ordinary one.</summary>
    public const string Conv = "ConvAttribute";

    /// <summary>Their namespace.</summary>
    public const string Space = "ConvGen";

    /// <summary>Whether a type is one of them. Without its display name, which takes the compiler longer than all else here.</summary>
    public static bool Has(INamedTypeSymbol? type) =>
        type is
        {
            Name: ConvTranspose or Conv,
            Arity: 0,
            ContainingType: null,
            ContainingNamespace: { Name: Space, ContainingNamespace.IsGlobalNamespace: true },
        };
}
