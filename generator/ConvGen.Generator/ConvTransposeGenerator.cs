using ConvGen.Generator.Emission;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator;

/// <summary>The pipeline: annotated types to models, models to files. One file a type, nothing collected.</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class ConvTransposeGenerator : IIncrementalGenerator
{
    /// <summary>The tracking name of the step that yields the models.</summary>
    public const string HostsStep = "Hosts";

    /// <summary>The tracking name of the step that tells whether tensors of System.Numerics.Tensors are known.</summary>
    public const string TensorsStep = "Tensors";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<HostSpec> hosts = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                HostParser.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => Model(target, cancellation))
            .Where(static host => host is not null)
            .WithTrackingName(HostsStep)!;
        IncrementalValueProvider<bool> hasTensorSpans = context.CompilationProvider
            .Select(static (compilation, _) => TensorPackage.IsReferenced(compilation))
            .WithTrackingName(TensorsStep);
        context.RegisterSourceOutput(
            hosts.Combine(hasTensorSpans),
            static (output, host) => output.AddSource(host.Left.HintName, HostWriter.Write(host.Left, hasTensorSpans: host.Right)));
    }

    private static HostSpec? Model(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var host = (INamedTypeSymbol)target.TargetSymbol;
        if (host.DeclaringSyntaxReferences.Length == 1)
        {
            // The compiler has found the attributes already.
            return HostParser.Parse(host, [.. target.Attributes], [], cancellation);
        }

        // Every annotated part of a type comes here; the first one alone speaks for all.
        AttributeData[] attributes = HostParser.Attributes(host);
        return attributes.Length > 0
            && attributes[0].ApplicationSyntaxReference!.GetSyntax(cancellation).Parent?.Parent == target.TargetNode
            ? HostParser.Parse(host, attributes, [], cancellation)
            : null;
    }
}
