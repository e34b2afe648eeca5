using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Parsing;
using ConvGen.Generator.Networks.Planning;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Diagnostics;

/// <summary>What is wrong with a type's networks.</summary>
internal static class NetworkFindings
{
    // A manifest stays the same object while an editor's user types elsewhere: its networks are planned once.
    private static readonly ConditionalWeakTable<SourceText, ConcurrentDictionary<NetworkSpec, string?>> s_problems = new();

    /// <summary>Adds what is wrong.</summary>
    public static void Add(
        INamedTypeSymbol host, AttributeData[] attributes, IEnumerable<AdditionalText> files, List<Finding> findings, CancellationToken cancellation)
    {
        if (NetworkParser.Parse(host, attributes, findings, cancellation) is not { } spec)
        {
            return;
        }

        AdditionalText[] manifests = [.. files.Where(ManifestFile.Is)];
        for (int i = 0; i < attributes.Length; i++)
        {
            NetworkSpec network = spec.Networks[i];
            AdditionalText? file = manifests.FirstOrDefault(manifest => Path.GetFileNameWithoutExtension(manifest.Path) == network.File);
            // An editor knows of models before the first build has read them.
            if (file is null)
            {
                string nearest = ManifestFile.Nearest(network.File, manifests.Select(static manifest => Path.GetFileNameWithoutExtension(manifest.Path)));
                findings.Add(new Finding(Descriptors.ModelNotFound, attributes[i], "file", -1, [network.File, nearest]));
            }
            else if (ManifestFile.Read(file, cancellation) is { } manifest && Problem(network, manifest) is { } problem)
            {
                findings.Add(new Finding(Descriptors.NetworkNotCompiled, attributes[i], "file", -1, [network.File, problem]));
            }
        }
    }

    /// <summary>Why a network cannot be compiled; null where it can be.</summary>
    public static string? Problem(NetworkSpec network, ManifestFile manifest) =>
        s_problems.GetOrCreateValue(manifest.Text).GetOrAdd(network, network => Find(network, manifest.Text));

    private static string? Find(NetworkSpec network, SourceText manifest)
    {
        try
        {
            NetworkPlan.Create(manifest.ToString(), network.Input, network.Algorithm);
            return null;
        }
        catch (NetworkException exception)
        {
            return exception.Message;
        }
    }
}
