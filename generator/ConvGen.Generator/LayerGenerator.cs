using ConvGen.Generator.Emission;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator;

/// <summary>The pipeline: annotated types to models, models to files. One file a type, nothing collected.</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class LayerGenerator : IIncrementalGenerator
{
    /// <summary>The tracking name of the step that yields the models.</summary>
    public const string HostsStep = "Hosts";

    /// <summary>The tracking name of the step that tells whether tensors of System.Numerics.Tensors are known.</summary>
    public const string TensorsStep = "Tensors";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<bool> hasTensorSpans = context.CompilationProvider
            .Select(static (compilation, _) => TensorPackage.IsReferenced(compilation))
            .WithTrackingName(TensorsStep);
        foreach (string name in (string[])[AttributeNames.ConvTranspose, AttributeNames.Conv])
        {
            context.RegisterSourceOutput(
                Hosts(context, name).Combine(hasTensorSpans),
                static (output, host) => output.AddSource(host.Left.HintName, HostWriter.Write(host.Left, hasTensorSpans: host.Right)));
        }
    }

    private static IncrementalValuesProvider<HostSpec> Hosts(IncrementalGeneratorInitializationContext context, string attribute) =>
        context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.Space + "." + attribute,
                static (node, _) => node is TypeDeclarationSyntax,
                (target, cancellation) => Model(target, attribute, cancellation))
            .Where(static host => host is not null)
            .WithTrackingName(HostsStep)!;

    private static HostSpec? Model(GeneratorAttributeSyntaxContext target, string attribute, CancellationToken cancellation)
    {
        var host = (INamedTypeSymbol)target.TargetSymbol;
        if (host.DeclaringSyntaxReferences.Length == 1 && Count((TypeDeclarationSyntax)target.TargetNode) == target.Attributes.Length)
        {
            // The compiler has found the attributes already.
            return HostParser.Parse(host, [.. target.Attributes], [], cancellation);
        }

        // Every annotated part of a type comes here, once for each kind of layer; the first attribute alone speaks for all.
        AttributeData[] attributes = HostParser.Attributes(host);
        return attributes.Length > 0
            && attributes[0].AttributeClass!.Name == attribute
            && attributes[0].ApplicationSyntaxReference!.GetSyntax(cancellation).Parent?.Parent == target.TargetNode
            ? HostParser.Parse(host, attributes, [], cancellation)
            : null;
    }

    private static int Count(TypeDeclarationSyntax type)
    {
        int count = 0;
        foreach (AttributeListSyntax list in type.AttributeLists)
        {
            count += list.Attributes.Count;
        }

        return count;
    }
}
