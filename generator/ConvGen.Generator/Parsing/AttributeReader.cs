using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>Reads the typed constants of an attribute; half-typed ones are normal input and read as missing.</summary>
internal sealed class AttributeReader(AttributeData attribute)
{
    public AttributeData Attribute { get; } = attribute;

    /// <summary>Every argument is there and of the right type; otherwise the compiler has said so.</summary>
    public bool IsComplete =>
        Attribute.AttributeConstructor is { Parameters.Length: 6 }
        && Attribute.ConstructorArguments.Length == 6
        && Attribute.ConstructorArguments.All(IsKnown)
        && Attribute.NamedArguments.All(static named => IsKnown(named.Value));

    public bool UsesLists => Attribute.ConstructorArguments[0].Kind == TypedConstantKind.Array;

    public bool Has(string property) => Attribute.NamedArguments.Any(named => named.Key == property);

    /// <summary>A constructor argument that is one number.</summary>
    public int Number(string parameter) => Constructor(parameter).Value as int? ?? 0;

    /// <summary>A constructor argument that is a list; null where it was left out or is null.</summary>
    public int[]? List(string parameter) => Integers(Constructor(parameter));

    public int Property(string property, int otherwise) =>
        Has(property) && Named(property).Value is { } value ? Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)
            : otherwise;

    public string? Text(string property) => Has(property) ? Named(property).Value as string : null;

    public int[]? ListProperty(string property) => Has(property) ? Integers(Named(property)) : null;

    private static int[]? Integers(TypedConstant list) =>
        list.IsNull ? null : [.. list.Values.Select(static element => element.Value as int? ?? 0)];

    private static bool IsKnown(TypedConstant constant) =>
        constant.Kind != TypedConstantKind.Error
            && (constant.Kind != TypedConstantKind.Array || constant.IsNull || constant.Values.All(IsKnown));

    private TypedConstant Constructor(string parameter)
    {
        for (int i = 0; i < Attribute.ConstructorArguments.Length; i++)
        {
            if (Attribute.AttributeConstructor!.Parameters[i].Name == parameter)
            {
                return Attribute.ConstructorArguments[i];
            }
        }

        return default;
    }

    private TypedConstant Named(string property) => Attribute.NamedArguments.First(named => named.Key == property).Value;
}
