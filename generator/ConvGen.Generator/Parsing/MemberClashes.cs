using ConvGen.Generator.Diagnostics;
using ConvGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Parsing;

/// <summary>Generated members that a host cannot have: a name is taken by one of its own, by a type parameter or by itself.</summary>
internal static class MemberClashes
{
    // Overloads do not differ by question marks.
    private static readonly SymbolDisplayFormat s_typeNames = SymbolDisplayFormat.CSharpErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Adds what clashes to <paramref name="findings"/>, once per name.</summary>
    /// <param name="host">The annotated type.</param>
    /// <param name="parts">Its declarations.</param>
    /// <param name="spec">What it asks for; members in the file that is emitted for it are none of its own.</param>
    /// <param name="attributes">Its attributes, in the order of the configurations.</param>
    /// <param name="findings">What is wrong.</param>
    public static void Check(
        INamedTypeSymbol host, SyntaxNode[] parts, HostSpec spec, AttributeData[] attributes, List<Finding> findings)
    {
        EquatableArray<LayerSpec> layers = spec.Layers;
        if (!MayClash(host, parts, layers))
        {
            return;
        }

        string generatedFile = spec.HintName;

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
            else if (IsTypeParameter(name) || (taken.Contains(name) && OwnMembers(name).Any(IsNotGeneric)))
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

    // A generic type may share its name with one that is not.
    private static bool IsNotGeneric(ISymbol member) => member is not INamedTypeSymbol { Arity: > 0 };

    /// <summary>A parameter as far as overloads differ by it: its type, and whether it is passed by reference, no matter how.</summary>
    internal static string Parameter(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "in ") + parameter.Type.ToDisplayString(s_typeNames);

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

    // Methods may share a name with generated ones as long as their parameters differ.
    private static bool IsSame(ISymbol member, LayerSpec layer) =>
        member is not IMethodSymbol method
        || GeneratedMembers.Constants(layer).Contains(method.Name)
        || (method.Arity == 0 && GeneratedMembers.Methods(layer).Any(generated => generated.Name == method.Name
            && generated.Parameters.SequenceEqual(method.Parameters.Select(Parameter))));
}
