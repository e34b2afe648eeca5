using ConvGen.Generator.Emission;

namespace ConvGen.Generator.Networks.Emission;

/// <summary>
/// Shapes and other lists of constants that steps hand on: arrays, each once, called after their numbers. Spans of constant data, collection expressions
/// among them, allocate in every call that is not compiled with optimisation.
/// </summary>
internal sealed class ConstantLists
{
    private const int MostNamedNumbers = 8;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Type, string Field)> _fields = [];

    /// <summary>A list as an expression that makes it: for what is done once.</summary>
    public static string Inline(string[] numbers) => numbers.Length == 0 ? "default" : "new[] " + Braces(numbers);

    /// <summary>The name of a list. No value has it: those of values begin with a letter.</summary>
    public string Name(string type, string[] numbers)
    {
        if (numbers.Length == 0)
        {
            return "default";
        }

        // Numbers of different types read differently.
        string list = Braces(numbers);
        if (!_names.TryGetValue(list, out string? name))
        {
            name = numbers.Length > MostNamedNumbers ? FormattableString.Invariant($"_list{_fields.Count + 1}")
                : "_" + string.Join("_", numbers).Replace('-', 'm').Replace('.', 'p').Replace("+", "");
            _names.Add(list, name);
            _fields.Add((type, name + " = " + list));
        }

        return name;
    }

    /// <summary>Writes them.</summary>
    public void Write(SourceWriter writer)
    {
        foreach (IGrouping<string, string> lists in _fields.GroupBy(static list => list.Type, static list => list.Field))
        {
            string[] fields = [.. lists];
            writer.Line();
            writer.Line($"private static readonly {lists.Key}[]");
            for (int i = 0; i < fields.Length; i++)
            {
                writer.Line("    " + fields[i] + (i + 1 < fields.Length ? "," : ";"));
            }
        }
    }

    private static string Braces(string[] numbers) => "{ " + string.Join(", ", numbers) + " }";
}
