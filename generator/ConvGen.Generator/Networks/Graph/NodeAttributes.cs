namespace ConvGen.Generator.Networks.Graph;

/// <summary>The attributes of a node: numbers, lists of numbers, text, a tensor.</summary>
internal sealed class NodeAttributes
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    public void Add(string name, object value) => _values[name] = value;

    public bool Has(string name) => _values.ContainsKey(name);

    public long Integer(string name, long otherwise) => _values.TryGetValue(name, out object? value) && value is long number ? number : otherwise;

    public float Real(string name, float otherwise) => _values.TryGetValue(name, out object? value) && value is float number ? number : otherwise;

    public string Text(string name, string otherwise) => _values.TryGetValue(name, out object? value) && value is string text ? text : otherwise;

    /// <summary>A list of whole numbers; null where it was left out.</summary>
    public long[]? Integers(string name) => _values.TryGetValue(name, out object? value) ? value as long[] : null;

    /// <summary>A list of real numbers; null where it was left out.</summary>
    public float[]? Reals(string name) => _values.TryGetValue(name, out object? value) ? value as float[] : null;

    /// <summary>A tensor; null where it was left out.</summary>
    public KnownTensor? Tensor(string name) => _values.TryGetValue(name, out object? value) ? value as KnownTensor : null;
}
