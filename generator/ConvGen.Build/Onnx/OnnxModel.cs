namespace ConvGen.Build.Onnx;

/// <summary>What an ONNX file holds, as far as a network is computed from it.</summary>
/// <param name="producer">What wrote it, and its version.</param>
/// <param name="opsets">The version of each domain of operators.</param>
/// <param name="graph">The network.</param>
internal sealed class OnnxModel(string producer, IReadOnlyDictionary<string, long> opsets, OnnxGraph graph)
{
    public string Producer => producer;

    /// <summary>By domain; the default one is empty.</summary>
    public IReadOnlyDictionary<string, long> Opsets => opsets;

    public OnnxGraph Graph => graph;
}

/// <summary>Nodes in the order of the file, and what they begin and end with.</summary>
internal sealed class OnnxGraph
{
    /// <summary>Initializers among them, as old files have them.</summary>
    public List<ValueInfo> Inputs { get; } = [];

    public List<ValueInfo> Outputs { get; } = [];

    public List<Tensor> Initializers { get; } = [];

    public List<Node> Nodes { get; } = [];
}

/// <summary>The type of an input or output.</summary>
/// <param name="name">Its name.</param>
/// <param name="element">What its elements are.</param>
/// <param name="dimensions">Its axes; null where their number is unknown.</param>
internal sealed class ValueInfo(string name, ElementType element, IReadOnlyList<Dimension>? dimensions)
{
    public string Name => name;

    public ElementType Element => element;

    public IReadOnlyList<Dimension>? Dimensions => dimensions;
}

/// <summary>The length of an axis: a number, a symbol, or neither.</summary>
internal readonly struct Dimension(int? length, string symbol)
{
    public int? Length => length;

    /// <summary>Empty where it is unknown.</summary>
    public string Symbol => symbol;
}

/// <summary>An operator, what it reads and what it makes; an empty name is one left out.</summary>
internal sealed class Node
{
    public string Operator { get; set; } = "";

    public string Domain { get; set; } = "";

    public string Name { get; set; } = "";

    public List<string> Inputs { get; } = [];

    public List<string> Outputs { get; } = [];

    public List<NodeAttribute> Attributes { get; } = [];
}

/// <summary>An attribute: its value is a <see cref="long"/>, a <see cref="float"/>, a <see cref="ByteRange"/> of text, an array of these, a
/// <see cref="Tensor"/>, or null for what no manifest carries: graphs, sparse tensors, types, several tensors.</summary>
internal sealed class NodeAttribute(string name, object? value)
{
    public string Name => name;

    public object? Value => value;
}
