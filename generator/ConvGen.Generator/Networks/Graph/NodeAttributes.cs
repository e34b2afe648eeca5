namespace ConvGen.Generator.Networks.Graph;

/// <summary>The attributes of a node: numbers, lists of numbers, text, a tensor.</summary>
/// <param name="node">The node, as messages name it.</param>
internal sealed class NodeAttributes(string node = "The node")
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public void Add(string name, object value) => _values[name] = value;

    public bool Has(string name) => _values.ContainsKey(name);

    /// <exception cref="NetworkException">It is something else; so for the other types.</exception>
    public long Integer(string name, long otherwise) => Has(name) ? Of<long>(name, "a whole number") : otherwise;

    public float Real(string name, float otherwise) => Has(name) ? Of<float>(name, "a real number") : otherwise;

    public string Text(string name, string otherwise) => Has(name) ? Of<string>(name, "text") : otherwise;

    /// <summary>A list of whole numbers; null where it was left out.</summary>
    public long[]? Integers(string name) => Has(name) ? Of<long[]>(name, "whole numbers") : null;

    /// <summary>A list of real numbers; null where it was left out.</summary>
    public float[]? Reals(string name) => Has(name) ? Of<float[]>(name, "real numbers") : null;

    /// <summary>A tensor; null where it was left out.</summary>
    public KnownTensor? Tensor(string name) => Has(name) ? Of<KnownTensor>(name, "a tensor of few numbers") : null;

    private T Of<T>(string name, string what) => _values[name] is T value ? value : throw new NetworkException($"{node} has the attribute {name}, which is not {what}");
}
