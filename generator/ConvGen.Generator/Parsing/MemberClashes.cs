using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>Generated members that a host cannot have: a name is taken by one of its own, by a type parameter or by itself.</summary>
internal static class MemberClashes
{
    /// <summary>Adds what clashes to <paramref name="findings"/>, once per name.</summary>
    /// <param name="host">The annotated type.</param>
    /// <param name="generatedFile">The file whose members are none of the host's own.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="layers">What they say, in the same order.</param>
    /// <param name="findings">What is wrong.</param>
    public static void Check(
        INamedTypeSymbol host, string generatedFile, AttributeData[] attributes, List<LayerSpec> layers, List<Finding> findings)
    {
        // Names come from declarations and cost little; members are looked at where a name is taken.
        IEnumerable<string> types = host.GetTypeMembers().Select(static type => type.Name);
        var taken = new HashSet<string>(host.MemberNames.Concat(types), StringComparer.Ordinal);
        for (int i = 0; i < layers.Count; i++)
        {
            (AttributeData attribute, LayerSpec layer) = (attributes[i], layers[i]);
            if (layer.Name is { } name)
            {
                CheckName(name, layer, attribute);
            }
            else
            {
                CheckMembers(layer, attribute);
            }
        }

        void CheckName(string name, LayerSpec layer, AttributeData attribute)
        {
            if (GeneratedMembers.Names(layer).Contains(name)
                || layers.Any(other => other.Name is null && GeneratedMembers.Names(other).Contains(name)))
            {
                Report(attribute, "Name", $"The Name '{name}' is that of a member which ConvGen generates");
            }
            else if (IsTypeParameter(name) || (taken.Contains(name) && OwnMembers(name).Any()))
            {
                Report(attribute, "Name", $"The Name '{name}' is that of a member or type parameter of '{host.Name}'");
            }
        }

        void CheckMembers(LayerSpec layer, AttributeData attribute)
        {
            foreach (string name in GeneratedMembers.Names(layer))
            {
                if (name == host.Name)
                {
                    Report(attribute, null, $"'{name}' is itself named like a member that ConvGen generates");
                }
                else if (IsTypeParameter(name))
                {
                    Report(attribute, null, $"'{host.Name}' has a type parameter '{name}', a name that ConvGen generates too");
                }
                else if (taken.Contains(name) && OwnMembers(name).Any(member => IsSame(member, layer)))
                {
                    Report(attribute, null, $"'{host.Name}' has a member '{name}' of its own, which ConvGen generates too");
                }
            }
        }

        bool IsTypeParameter(string name) => host.TypeParameters.Any(parameter => parameter.Name == name);

        IEnumerable<ISymbol> OwnMembers(string name) =>
            host.GetMembers(name).Where(member => !member.Locations.All(IsGenerated));

        bool IsGenerated(Location location) =>
            location.SourceTree is { } tree && tree.FilePath.EndsWith(generatedFile, StringComparison.Ordinal);

        void Report(AttributeData attribute, string? argument, string clash) =>
            findings.Add(new Finding(Descriptors.MemberClash, attribute, argument, -1, [clash]));
    }

    // Methods may share a name with generated ones as long as their parameters differ.
    private static bool IsSame(ISymbol member, LayerSpec layer) =>
        member is not IMethodSymbol method
        || GeneratedMembers.Constants(layer).Contains(method.Name)
        || (method.Arity == 0 && GeneratedMembers.Methods(layer).Any(generated => generated.Name == method.Name
            && generated.Parameters.SequenceEqual(method.Parameters.Select(static parameter => parameter.Type.ToDisplayString()))));
}
