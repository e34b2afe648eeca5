using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Networks.Parsing;

/// <summary>A type annotated with networks to a <see cref="NetworkHostSpec"/>, or to everything that is wrong with it.</summary>
internal static class NetworkParser
{
    /// <summary>The attributes of networks of a type on all its parts.</summary>
    public static AttributeData[] Attributes(INamedTypeSymbol host) => HostParser.Attributes(host, AttributeNames.IsNetwork);

    /// <summary>The host; null where anything is wrong or half-typed.</summary>
    public static NetworkHostSpec? Parse(INamedTypeSymbol host, AttributeData[] attributes, List<Finding> findings, CancellationToken cancellation)
    {
        AttributeReader[] readers = Array.ConvertAll(attributes, static attribute => new AttributeReader(attribute));
        NetworkSpec?[] networks = Array.ConvertAll(readers, reader => Network(reader, findings));
        AttributeReader[] layers = Array.ConvertAll(HostParser.Attributes(host), static attribute => new AttributeReader(attribute));
        HostSpec? type = HostParser.Type(host, readers, layers.Select(static layer => layer.Text("Name")).OfType<string>(), findings, cancellation);
        if (type is null || networks.Length == 0 || networks.Contains(null))
        {
            return null;
        }

        var spec = new NetworkHostSpec(type, new([.. networks.Select(static network => network!)]));
        MemberClashes.Check(host, spec, attributes, [.. layers.SelectMany(Added)], findings);
        return findings.Count == 0 ? spec : null;
    }

    private static IEnumerable<AddedMembers> Added(AttributeReader reader) =>
        LayerParser.Parse(reader, []) is { } layer ? [AddedMembers.Of(reader.Attribute, layer)] : [];

    private static NetworkSpec? Network(AttributeReader reader, List<Finding> findings)
    {
        if (!reader.IsComplete)
        {
            return null;
        }

        string? name = reader.Text("Name");
        if (name is not null && !SyntaxFacts.IsValidIdentifier(name))
        {
            findings.Add(new Finding(Descriptors.NameInvalid, reader.Attribute, "Name", -1, [name]));
        }

        var algorithm = (Algorithm)reader.Property("Algorithm", (int)Algorithm.Auto);
        if (!Enum.IsDefined(typeof(Algorithm), algorithm))
        {
            findings.Add(new Finding(Descriptors.UnknownAlgorithm, reader.Attribute, "Algorithm", -1, [(int)algorithm]));
        }

        return new NetworkSpec(name, reader.ConstructorText("file") ?? "", new(reader.ListProperty("Input") ?? []), algorithm);
    }
}
