using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>System.Numerics.Tensors, which emitted code serves where the user references it.</summary>
internal static class TensorPackage
{
    /// <summary>Whether its tensor spans are there and final: before version 10 they were experimental, and using them a warning.</summary>
    public static bool IsReferenced(Compilation compilation) =>
        IsFinal(compilation, "System.Numerics.Tensors.TensorSpan`1")
        && IsFinal(compilation, "System.Numerics.Tensors.ReadOnlyTensorSpan`1");

    // A namesake of the user's own, and a reference under an alias alone, are not what emitted code would name.
    private static bool IsFinal(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName(name) is { DeclaredAccessibility: Accessibility.Public } type
        && type.ContainingAssembly.Name == "System.Numerics.Tensors"
        && compilation.GetMetadataReference(type.ContainingAssembly)?.Properties.Aliases is { } aliases
        && (aliases.IsEmpty || aliases.Contains(MetadataReferenceProperties.GlobalAlias))
        && !type.GetAttributes().Any(static a => a.AttributeClass?.Name == "ExperimentalAttribute");
}
