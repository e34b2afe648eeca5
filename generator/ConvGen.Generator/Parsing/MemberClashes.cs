using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using ConvGen.Generator.Networks.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing;

/// <summary>Generated members that a host cannot have: a name is taken by one of its own, by a type parameter or by itself.</summary>
internal static class MemberClashes
{
    /// <summary>Adds what clashes with members of layers to <paramref name="findings"/>, once per name.</summary>
    /// <param name="host">The annotated type.</param>
    /// <param name="parts">Its declarations.</param>
    /// <param name="spec">What it asks for; members in the file that is emitted for it are none of its own.</param>
    /// <param name="attributes">Its attributes, in the order of the configurations.</param>
    /// <param name="findings">What is wrong.</param>
    public static void Check(
        INamedTypeSymbol host, SyntaxNode[] parts, HostSpec spec, AttributeData[] attributes, List<Finding> findings)
    {
        if (MayClash(host, parts, spec.Layers))
        {
            Check(host, [spec.HintName], [.. attributes.Zip(spec.Layers, AddedMembers.Of)], [], findings);
        }
    }

    /// <summary>The same of members of networks; where layers stand beside them, the networks yield.</summary>
    /// <param name="host">The annotated type.</param>
    /// <param name="spec">Its networks.</param>
    /// <param name="attributes">Their attributes.</param>
    /// <param name="layers">What the layers beside them add.</param>
    /// <param name="findings">What is wrong.</param>
    public static void Check(
        INamedTypeSymbol host, NetworkHostSpec spec, AttributeData[] attributes, AddedMembers[] layers, List<Finding> findings) =>
        Check(host, [spec.HintName, spec.Type.HintName], [.. attributes.Zip(spec.Networks, AddedMembers.Of)], layers, findings);

    private static void Check(
        INamedTypeSymbol host, string[] generatedFiles, AddedMembers[] added, AddedMembers[] beside, List<Finding> findings)
    {
        // Names come from declarations and cost little; members are looked at where a name is taken.
        IEnumerable<string> types = host.GetTypeMembers().Select(static type => type.Name);
        var taken = new HashSet<string>(host.MemberNames.Concat(types), StringComparer.Ordinal);
        foreach (AddedMembers members in added)
        {
            if (members.Name is { } name)
            {
                CheckName(name, members);
            }
            else
            {
                CheckMembers(members);
            }
        }

        void CheckName(string name, AddedMembers members)
        {
            if (members.Names.Contains(name) || added.Concat(beside).Any(other => other.Name is null && other.Names.Contains(name)))
            {
                Report(members.Attribute, "Name", $"The Name '{name}' is that of a member which ConvGen generates");
            }
            else if (IsTypeParameter(name) || (taken.Contains(name) && OwnMembers(name).Any(IsNotGeneric)))
            {
                Report(members.Attribute, "Name", $"The Name '{name}' is that of a member or type parameter of '{host.Name}'");
            }
        }

        void CheckMembers(AddedMembers members)
        {
            foreach (string name in members.Names)
            {
                if (name == host.Name)
                {
                    Report(members.Attribute, null, $"'{name}' is itself named like a member that ConvGen generates");
                }
                else if (IsTypeParameter(name))
                {
                    Report(members.Attribute, null, $"'{host.Name}' has a type parameter '{name}', a name that ConvGen generates too");
                }
                else if (beside.Any(other => other.Name == name))
                {
                    Report(members.Attribute, null, $"'{host.Name}' has a layer of the Name '{name}', a name that ConvGen generates too");
                }
                else if (taken.Contains(name) && OwnMembers(name).Any(member => member is not IMethodSymbol method || members.Has(method)))
                {
                    Report(members.Attribute, null, $"'{host.Name}' has a member '{name}' of its own, which ConvGen generates too");
                }
            }
        }

        bool IsTypeParameter(string name) => host.TypeParameters.Any(parameter => parameter.Name == name);

        IEnumerable<ISymbol> OwnMembers(string name) =>
            host.GetMembers(name).Where(member => !member.Locations.All(IsGenerated));

        bool IsGenerated(Location location) =>
            location.SourceTree is { } tree && generatedFiles.Any(file => tree.FilePath.EndsWith(file, StringComparison.Ordinal));

        void Report(AttributeData attribute, string? argument, string clash) =>
            findings.Add(new Finding(Descriptors.MemberClash, attribute, argument, -1, [clash]));
    }

    // A generic type may share its name with one that is not.
    private static bool IsNotGeneric(ISymbol member) => member is not INamedTypeSymbol { Arity: > 0 };

    // Every host comes here after every key that is hit, and hardly any has a name that matters.
    private static bool MayClash(INamedTypeSymbol host, SyntaxNode[] parts, EquatableArray<LayerSpec> layers)
    {
        if (GeneratedMembers.Has(host.Name))
        {
            return true;
        }

        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Name is { } name && GeneratedMembers.Has(name))
            {
                return true;
            }
        }

        return !Array.TrueForAll(parts, DeclaresNothing) && DeclaresAny(host, layers);
    }

    private static bool DeclaresNothing(SyntaxNode part) =>
        part is TypeDeclarationSyntax { Members.Count: 0, ParameterList: null, TypeParameterList: null };

    private static bool DeclaresAny(INamedTypeSymbol host, EquatableArray<LayerSpec> layers)
    {
        return host.MemberNames.Any(IsTaken)
            || host.GetTypeMembers().Any(type => IsTaken(type.Name))
            || host.TypeParameters.Any(parameter => IsTaken(parameter.Name));

        bool IsTaken(string name) => GeneratedMembers.Has(name) || layers.Any(layer => layer.Name == name);
    }
}
