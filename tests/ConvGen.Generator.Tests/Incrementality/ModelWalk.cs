using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests.Incrementality;

/// <summary>
/// Walks the objects that a model holds, field by field, and names what must not be there: anything of the compiler, which keeps
/// whole compilations alive, and anything that compares by reference, which is never equal to what the next run makes.
/// </summary>
internal static class ModelWalk
{
    private static readonly Type[] s_forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxToken), typeof(SyntaxReference), typeof(Location),
        typeof(Compilation), typeof(SemanticModel), typeof(AttributeData), typeof(TypedConstant), typeof(Diagnostic),
    ];

    /// <summary>The paths to everything that must not be in a model, with the reason.</summary>
    public static IReadOnlyList<string> Offences(object model)
    {
        var offences = new List<string>();
        Visit(model, model.GetType().Name, comparesByElements: false, new HashSet<object>(ReferenceEqualityComparer.Instance), offences);
        return offences;
    }

    private static void Visit(object value, string path, bool comparesByElements, HashSet<object> seen, List<string> offences)
    {
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum || value is string || !seen.Add(value))
        {
            return;
        }

        if (s_forbidden.FirstOrDefault(forbidden => forbidden.IsInstanceOfType(value)) is { } compiler)
        {
            offences.Add($"{path} is a {compiler.Name}");
            return;
        }

        if (!comparesByElements && !type.IsValueType && type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType == typeof(object))
        {
            offences.Add($"{path} compares by reference");
            return;
        }

        if (value is Array array)
        {
            int index = 0;
            foreach (object? element in array)
            {
                Visit(element!, $"{path}[{index++}]", comparesByElements: false, seen, offences);
            }

            return;
        }

        // The array inside compares by its elements.
        bool ownsArray = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);
        foreach (FieldInfo field in Fields(type))
        {
            if (field.GetValue(value) is { } content)
            {
                Visit(content, $"{path}.{field.Name}", ownsArray, seen, offences);
            }
        }
    }

    // Private fields of base types are found on those alone.
    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (; type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(own))
            {
                yield return field;
            }
        }
    }
}
