using System.Numerics.Tensors;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests;

/// <summary>The reference to System.Numerics.Tensors, which a user's project may have.</summary>
internal static class TensorReference
{
    public static MetadataReference Value { get; } = MetadataReference.CreateFromFile(typeof(Tensor).Assembly.Location);
}
