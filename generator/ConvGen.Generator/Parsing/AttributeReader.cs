using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Parsing;

/// <summary>
/// Reads the typed constants of an attribute; half-typed ones are normal input and read as missing. It reads every attribute of a
/// project after every key that is hit, so it asks the compiler once for what the compiler makes anew each time.
/// </summary>
internal sealed class AttributeReader
{
    private readonly ImmutableArray<IParameterSymbol> _parameters;
    private readonly ImmutableArray<TypedConstant> _arguments;
    private readonly ImmutableArray<KeyValuePair<string, TypedConstant>> _named;

    public AttributeReader(AttributeData attribute)
    {
        Attribute = attribute;
        _parameters = attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        _arguments = attribute.ConstructorArguments;
        _named = attribute.NamedArguments;
        IsOrdinary = attribute.AttributeClass?.Name == AttributeNames.Conv;
        int count = AttributeNames.IsNetwork(attribute.AttributeClass) ? 1 : IsOrdinary ? 5 : 6;
        IsComplete = _parameters.Length == count && _arguments.Length == count && AreKnown(_arguments) && AreNamedKnown();
    }

    public AttributeData Attribute { get; }

    /// <summary>It asks for an ordinary convolution.</summary>
    public bool IsOrdinary { get; }

    /// <summary>Every argument is there and of the right type; otherwise the compiler has said so.</summary>
    public bool IsComplete { get; }

    public bool UsesLists => _arguments[0].Kind == TypedConstantKind.Array;

    public bool Has(string property) => Named(property) is not null;

    /// <summary>A constructor argument that is one number.</summary>
    public int Number(string parameter) => Constructor(parameter).Value as int? ?? 0;

    /// <summary>A constructor argument that is a list; null where it was left out or is null.</summary>
    public int[]? List(string parameter) => Integers(Constructor(parameter));

    public int Property(string property, int otherwise) =>
        Named(property)?.Value is { } value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A property that is a number with a fraction.</summary>
    public float Real(string property, float otherwise) =>
        Named(property)?.Value is { } value ? Convert.ToSingle(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A constructor argument that is text; null where it was left out or is null.</summary>
    public string? ConstructorText(string parameter) => Constructor(parameter).Value as string;

    /// <summary>A property that is text; null where it was left out or is null.</summary>
    public string? Text(string property) => Named(property)?.Value as string;

    /// <summary>A property that is a list; null where it was left out or is null.</summary>
    public int[]? ListProperty(string property) => Named(property) is { } list ? Integers(list) : null;

    private static int[]? Integers(TypedConstant list)
    {
        if (list.IsNull)
        {
            return null;
        }

        ImmutableArray<TypedConstant> values = list.Values;
        var numbers = new int[values.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = values[i].Value as int? ?? 0;
        }

        return numbers;
    }

    private static bool AreKnown(ImmutableArray<TypedConstant> constants)
    {
        foreach (TypedConstant constant in constants)
        {
            if (!IsKnown(constant))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKnown(TypedConstant constant) =>
        constant.Kind != TypedConstantKind.Error
            && (constant.Kind != TypedConstantKind.Array || constant.IsNull || AreKnown(constant.Values));

    private bool AreNamedKnown()
    {
        foreach (KeyValuePair<string, TypedConstant> named in _named)
        {
            if (!IsKnown(named.Value))
            {
                return false;
            }
        }

        return true;
    }

    private TypedConstant Constructor(string parameter)
    {
        for (int i = 0; i < _arguments.Length; i++)
        {
            if (_parameters[i].Name == parameter)
            {
                return _arguments[i];
            }
        }

        return default;
    }

    private TypedConstant? Named(string property)
    {
        foreach (KeyValuePair<string, TypedConstant> named in _named)
        {
            if (named.Key == property)
            {
                return named.Value;
            }
        }

        return null;
    }
}
