using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Bench.Editor;

/// <summary>
/// Looks at the same classes and makes nothing of them: what it costs, the compiler takes from every generator that is driven by this
/// attribute.
/// </summary>
internal sealed class EmptyTransformGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<int> nothing = context.SyntaxProvider.ForAttributeWithMetadataName(
            typeof(ConvTransposeAttribute).FullName!,
            static (node, _) => node is TypeDeclarationSyntax,
            static (_, _) => 0);
        context.RegisterSourceOutput(nothing, static (_, _) => { });
    }
}
