using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>The attributes that ask for a layer.</summary>
internal static class AttributeNames
{
    /// <summary>Of a transposed convolution.</summary>
    public const string ConvTranspose = "ConvTransposeAttribute";

    /// <summary>Of an ordinary one.</summary>
    public const string Conv = "ConvAttribute";

    /// <summary>Of a network.</summary>
    public const string Network = "NetworkAttribute";

    /// <summary>Their namespace.</summary>
    public const string Space = "ConvGen";

    /// <summary>Whether a type asks for a layer.</summary>
    public static bool Has(INamedTypeSymbol? type) => type is { Name: ConvTranspose or Conv } && IsOurs(type);

    /// <summary>Whether a type asks for a network.</summary>
    public static bool IsNetwork(INamedTypeSymbol? type) => type is { Name: Network } && IsOurs(type);

    // Without its display name, which takes the compiler longer than all else here.
    private static bool IsOurs(INamedTypeSymbol type) =>
        type is
        {
            Arity: 0,
            ContainingType: null,
            ContainingNamespace: { Name: Space, ContainingNamespace.IsGlobalNamespace: true },
        };
}
