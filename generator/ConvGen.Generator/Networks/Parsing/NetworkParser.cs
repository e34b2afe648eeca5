using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Networks.Parsing;

/// <summary>A type annotated with networks to a <see cref="NetworkHostSpec"/>, or to everything that is wrong with it.</summary>
internal static class NetworkParser
{
    // Members that a network adds, which a nested class may not be called.
    private static readonly string[] s_members = ["Run", "LoadWeights"];

    /// <summary>The attributes of networks of a type on all its parts.</summary>
    public static AttributeData[] Attributes(INamedTypeSymbol host) => HostParser.Attributes(host, AttributeNames.IsNetwork);

    /// <summary>The host; null where anything is wrong or half-typed.</summary>
    public static NetworkHostSpec? Parse(INamedTypeSymbol host, AttributeData[] attributes, List<Finding> findings, CancellationToken cancellation)
    {
        AttributeReader[] readers = Array.ConvertAll(attributes, static attribute => new AttributeReader(attribute));
        NetworkSpec?[] networks = Array.ConvertAll(readers, reader => Network(reader, findings));
        HostSpec? type = HostParser.Type(host, readers, findings, cancellation);
        return type is null || findings.Count > 0 || networks.Length == 0 || networks.Contains(null)
            ? null
            : new NetworkHostSpec(type, new([.. networks.Select(static network => network!)]));
    }

    private static NetworkSpec? Network(AttributeReader reader, List<Finding> findings)
    {
        if (!reader.IsComplete || reader.ConstructorText("file") is not { } file)
        {
            return null;
        }

        string? name = reader.Text("Name");
        if (name is not null && (!SyntaxFacts.IsValidIdentifier(name) || s_members.Contains(name)))
        {
            findings.Add(new Finding(Descriptors.NameInvalid, reader.Attribute, "Name", -1, [name]));
        }

        var algorithm = (Algorithm)reader.Property("Algorithm", (int)Algorithm.Auto);
        if (!Enum.IsDefined(typeof(Algorithm), algorithm))
        {
            findings.Add(new Finding(Descriptors.UnknownAlgorithm, reader.Attribute, "Algorithm", -1, [(int)algorithm]));
        }

        return new NetworkSpec(name, file, new(reader.ListProperty("Input") ?? []), algorithm);
    }
}
