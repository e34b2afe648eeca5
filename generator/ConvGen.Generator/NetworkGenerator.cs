using ConvGen.Generator.Model;
using ConvGen.Generator.Networks.Emission;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Parsing;
using ConvGen.Generator.Networks.Planning;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator;

/// <summary>The pipeline of networks: annotated types and the manifests that they name to files, one a type.</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The tracking name of the step that yields types with their manifests.</summary>
    public const string NetworksStep = "Networks";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<ManifestFile>> manifests = context.AdditionalTextsProvider
            .Where(ManifestFile.Is)
            .Select(static (file, cancellation) => ManifestFile.Read(file, cancellation))
            .Where(static file => file is not null)
            .Collect()
            .Select(static (files, _) => new EquatableArray<ManifestFile>([.. files.Select(static file => file!)]));
        IncrementalValuesProvider<NetworkSources> networks = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.Space + "." + AttributeNames.Network,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => Host(target, cancellation))
            .Where(static host => host is not null)
            .Combine(manifests)
            .Select(static (pair, _) => NetworkSources.Of(pair.Left!, pair.Right))
            .Where(static sources => sources is not null)
            .WithTrackingName(NetworksStep)!;
        context.RegisterSourceOutput(networks, static (output, sources) =>
        {
            if (sources.TryPlan() is { } plans)
            {
                output.AddSource(sources.Host.HintName, NetworkHostWriter.Write(sources.Host, plans));
            }
        });
    }

    // Every annotated part of a type comes here; the first attribute alone speaks for all.
    private static NetworkHostSpec? Host(GeneratorAttributeSyntaxContext target, CancellationToken cancellation)
    {
        var host = (INamedTypeSymbol)target.TargetSymbol;
        AttributeData[] attributes = NetworkParser.Attributes(host);
        return attributes.Length > 0 && attributes[0].ApplicationSyntaxReference!.GetSyntax(cancellation).Parent?.Parent == target.TargetNode
            ? NetworkParser.Parse(host, attributes, [], cancellation)
            : null;
    }

    /// <summary>A type with the manifests of its networks.</summary>
    /// <param name="Host">The type.</param>
    /// <param name="Manifests">A manifest for each network.</param>
    internal sealed record NetworkSources(NetworkHostSpec Host, EquatableArray<ManifestFile> Manifests)
    {
        /// <summary>Null where a manifest is missing.</summary>
        public static NetworkSources? Of(NetworkHostSpec host, EquatableArray<ManifestFile> all)
        {
            ManifestFile?[] own = [.. host.Networks.Select(network => all.FirstOrDefault(file => file.Model == network.File))];
            return own.Contains(null) ? null : new NetworkSources(host, new([.. own.Select(static file => file!)]));
        }

        /// <summary>Null where the analyzer says why.</summary>
        public NetworkPlan[]? TryPlan()
        {
            try
            {
                return [.. Host.Networks.Zip(Manifests, static (network, manifest) =>
                    NetworkPlan.Create(manifest.Text.ToString(), network.Input, network.Algorithm))];
            }
            catch (NetworkException)
            {
                return null;
            }
        }
    }
}
