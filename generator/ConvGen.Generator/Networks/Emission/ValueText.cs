using System.Globalization;
using ConvGen.Generator.Emission;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Planning;

namespace ConvGen.Generator.Networks.Emission;

/// <summary>
/// Values as emitted code names them: a local for each piece of memory, which a step declares that uses it first. Two values in one place have one name.
/// </summary>
internal sealed class ValueText
{
    private readonly Storage _storage;
    private readonly NetworkNames _names;
    private readonly Func<GraphValue, string> _rootSpan;
    private readonly Func<GraphValue, bool> _isRead;
    private readonly Func<string, string[], string> _list;
    private readonly Func<GraphValue, bool> _isInline;
    private readonly Dictionary<(GraphValue Root, int Offset, int Count), string> _locals = [];

    /// <param name="storage">Where values lie.</param>
    /// <param name="names">The names that are taken.</param>
    /// <param name="rootSpan">The memory that a root is.</param>
    /// <param name="isRead">Whether a root is only read.</param>
    /// <param name="list">A list of constants, by the type of its numbers.</param>
    /// <param name="isInline">Whether a root is used once, for the most part, and needs no local.</param>
    public ValueText(
        Storage storage, NetworkNames names, Func<GraphValue, string> rootSpan, Func<GraphValue, bool> isRead, Func<string, string[], string> list,
        Func<GraphValue, bool> isInline) =>
        (_storage, _names, _rootSpan, _isRead, _list, _isInline) = (storage, names, rootSpan, isRead, list, isInline);

    /// <summary>Names a root that needs no declaration.</summary>
    public void Declare(GraphValue root, string name) => _locals[(root, 0, root.Count)] = name;

    /// <summary>Whether the memory that a value lies in has a name.</summary>
    public bool IsNamed(GraphValue value) => _locals.Keys.Any(local => local.Root == _storage.Find(value).Root);

    /// <summary>The name of a value; a declaration is written where it has none yet.</summary>
    public string Name(GraphValue value, SourceWriter writer)
    {
        (GraphValue root, int offset) = _storage.Find(value);
        if (_locals.TryGetValue((root, offset, value.Count), out string? known))
        {
            return known;
        }

        string span = offset == 0 && value.Count == root.Count ? _rootSpan(root)
            : $"{Whole(root, writer)}.Slice({Number(offset)}, {Number(value.Count)})";
        if (value.Count == root.Count && _isInline(root))
        {
            Declare(root, span);
            return span;
        }

        string name = _names.Add(value.Name);
        string type = (_isRead(root) ? "ReadOnlySpan<" : "Span<") + (root.Element == ElementKind.Real ? "float" : "long") + ">";
        writer.Line($"{type} {name} = {span};");
        _locals.Add((root, offset, value.Count), name);
        return name;
    }

    /// <summary>An argument of a call.</summary>
    public string Argument(object argument, SourceWriter writer) => argument switch
    {
        GraphValue value => Name(value, writer),
        int[] list => List(list),
        float[] list => _list("float", [.. list.Select(EpilogueWriter.Literal)]),
        float number => EpilogueWriter.Literal(number),
        int number => Number(number),
        bool flag => flag ? "true" : "false",
        _ => (string)argument,
    };

    /// <summary>A shape or another list.</summary>
    public string List(IEnumerable<int> numbers) => _list("int", [.. numbers.Select(Number)]);

    private string Whole(GraphValue root, SourceWriter writer) =>
        _locals.TryGetValue((root, 0, root.Count), out string? known) ? known : Name(root, writer);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
