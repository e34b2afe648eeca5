using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.Emit;

namespace ConvGen.Bench.Editor;

/// <summary>How much is emitted for a layer: bytes of source, and of the bodies of the methods that the compiler makes of it.</summary>
internal sealed record EmittedSize(int Source, int Il)
{
    /// <exception cref="CompilationFailedException">The emitted code does not compile.</exception>
    public static EmittedSize Of(LayerRequest request)
    {
        GeneratedCode code = GeneratorHost.Run(
            $"using ConvGen;\nnamespace Annotated;\n[{request.AttributeText}] public static partial class Layer;\n");
        using var image = new MemoryStream();
        EmitResult result = code.Compilation.Emit(image);
        return result.Success
            ? new EmittedSize(code.Sources.Sum(source => Encoding.UTF8.GetByteCount(source.SourceText.ToString())), Bodies(image))
            : throw new CompilationFailedException(string.Join("; ", result.Diagnostics));
    }

    // The annotated class has no methods of its own.
    private static int Bodies(MemoryStream image)
    {
        image.Position = 0;
        using var reader = new PEReader(image);
        MetadataReader metadata = reader.GetMetadataReader();
        return metadata.MethodDefinitions
            .Select(handle => metadata.GetMethodDefinition(handle).RelativeVirtualAddress)
            .Where(address => address != 0)
            .Sum(address => reader.GetMethodBody(address).Size);
    }
}
