using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>System.Numerics.Tensors, which emitted code serves where the user references it.</summary>
internal static class TensorPackage
{
    /// <summary>Whether its tensor spans are there and final: before version 10 they were experimental, and using them a warning.</summary>
    public static bool IsReferenced(Compilation compilation) =>
        IsFinal(compilation.GetTypeByMetadataName("System.Numerics.Tensors.TensorSpan`1"))
        && IsFinal(compilation.GetTypeByMetadataName("System.Numerics.Tensors.ReadOnlyTensorSpan`1"));

    private static bool IsFinal(INamedTypeSymbol? type) =>
        type is { DeclaredAccessibility: Accessibility.Public }
        && !type.GetAttributes().Any(static a => a.AttributeClass?.Name == "ExperimentalAttribute");
}
