using ConvGen.Generator.Model;
using ConvGen.Generator.Networks.Parsing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>The members that an attribute adds. Methods may share a name with them as long as their parameters differ.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Name">The nested class that receives them; null for the host itself.</param>
/// <param name="Names">Their names.</param>
/// <param name="Has">Whether a method of one of the names is one of them.</param>
internal sealed record AddedMembers(AttributeData Attribute, string? Name, IEnumerable<string> Names, Func<IMethodSymbol, bool> Has)
{
    // Overloads do not differ by question marks.
    private static readonly SymbolDisplayFormat s_typeNames = SymbolDisplayFormat.CSharpErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Those of a layer.</summary>
    public static AddedMembers Of(AttributeData attribute, LayerSpec layer) => new(
        attribute,
        layer.Name,
        GeneratedMembers.Names(layer),
        method => GeneratedMembers.Constants(layer).Contains(method.Name)
            || (method.Arity == 0 && GeneratedMembers.Methods(layer).Any(generated =>
                generated.Name == method.Name && generated.Parameters.SequenceEqual(method.Parameters.Select(Parameter)))));

    /// <summary>Those of a network.</summary>
    public static AddedMembers Of(AttributeData attribute, NetworkSpec network) => new(
        attribute,
        network.Name,
        GeneratedMembers.NetworkNames,
        static method => method.Arity == 0 && GeneratedMembers.IsOfNetwork(method.Name, [.. method.Parameters.Select(Parameter)]));

    /// <summary>A parameter as far as overloads differ by it: its type, and whether it is passed by reference, no matter how.</summary>
    internal static string Parameter(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "in ") + parameter.Type.ToDisplayString(s_typeNames);
}
