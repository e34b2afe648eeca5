namespace ConvGen.Generator.Networks.Graph;

/// <summary>An operator of a network with what it takes and makes.</summary>
/// <param name="op">The name of the operator, as ONNX has it.</param>
/// <param name="name">Its name in the model; what it makes gives the name where the model has none.</param>
/// <param name="attributes">What the model says of it.</param>
internal class GraphNode(string op, string name, NodeAttributes attributes)
{
    private readonly List<GraphValue?> _inputs = [];

    public string Op { get; set; } = op;

    public string Name => name.Length > 0 || Outputs.Count == 0 ? name : Output.Name;

    public NodeAttributes Attributes { get; set; } = attributes;

    /// <summary>What it takes; null where an input was left out.</summary>
    public IReadOnlyList<GraphValue?> Inputs => _inputs;

    public List<GraphValue> Outputs { get; } = [];

    /// <summary>The version of the operators that the model is written in.</summary>
    public int Opset { get; set; }

    /// <summary>The names of the nodes that became part of this one, with their operators, in the order in which they are computed.</summary>
    public List<string> Fused { get; } = [];

    /// <summary>The model has no such node: it stands for those that are fused into it.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>The nodes of the model that it computes.</summary>
    public IEnumerable<string> Parts => IsStandIn ? Fused : [Op + " " + Name, .. Fused];

    public GraphValue Output => Outputs[0];

    /// <summary>An input that must be there.</summary>
    public GraphValue Input(int index) => Optional(index)
        ?? throw new NetworkException(FormattableString.Invariant($"{this} lacks input {index}"));

    /// <summary>An input that may have been left out.</summary>
    public GraphValue? Optional(int index) => index < Inputs.Count ? Inputs[index] : null;

    /// <summary>The elements of an input that must be known; null where it was left out.</summary>
    public KnownTensor? Known(int index) => Optional(index) is not { } value ? null
        : value.Known ?? throw new NetworkException($"{this} takes {value.Name}, which depends on the network's inputs; it must be known");

    /// <summary>The elements of an input that must be known and whole; null where it was left out.</summary>
    public long[]? Integers(int index) => Known(index) is not { } known ? null
        : known.Integers ?? throw new NetworkException($"{this} takes {Optional(index)!.Name}, which is of real numbers; it must be of whole ones");

    /// <summary>Takes one value more.</summary>
    public void Take(GraphValue? value)
    {
        _inputs.Add(value);
        value?.Consumers.Add(this);
    }

    /// <summary>Takes these values and no others.</summary>
    public void TakeOnly(params GraphValue?[] values)
    {
        _inputs.ForEach(input => input?.Consumers.Remove(this));
        _inputs.Clear();
        foreach (GraphValue? value in values)
        {
            Take(value);
        }
    }

    public override string ToString() => $"{Op} node {Name}";
}
