using ConvGen.Build.Onnx;

namespace ConvGen.Build.Manifest;

/// <summary>
/// A graph as a manifest tells it: all tensors stand under names of their own, those of Constant nodes and of attributes too, and every value is defined once.
/// </summary>
internal sealed class ModelContents
{
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);
    private readonly Dictionary<NodeAttribute, string> _attributeTensors = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>What a caller gives: inputs without an initializer.</summary>
    public List<ValueInfo> Inputs { get; } = [];

    public List<Tensor> Tensors { get; } = [];

    /// <summary>Those that compute something.</summary>
    public List<Node> Nodes { get; } = [];

    /// <param name="graph">The graph.</param>
    /// <exception cref="ModelException">A value is defined twice, read or returned but never defined, or a tensor has no number type.</exception>
    public static ModelContents Of(OnnxGraph graph)
    {
        var contents = new ModelContents();
        foreach (Tensor initializer in graph.Initializers)
        {
            contents.Add(initializer.IsNumeric ? initializer : throw ModelException.Unsupported(
                $"The tensor {ModelException.Quote(initializer.Name)} holds {initializer.Element?.Name ?? "elements of an unknown type"}, which is not read"));
        }

        contents.AddInputs(graph);
        foreach (Node node in graph.Nodes)
        {
            contents.Add(node);
        }

        contents.RequireDefined(graph);
        contents.NameAttributeTensors();
        return contents;
    }

    /// <summary>The name of the tensor in an attribute.</summary>
    public string TensorName(NodeAttribute attribute) => _attributeTensors[attribute];

    private void AddInputs(OnnxGraph graph)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ValueInfo input in graph.Inputs)
        {
            if (!names.Add(input.Name))
            {
                throw Twice(input.Name);
            }

            if (!_defined.Contains(input.Name))
            {
                Define(input.Name);
                Inputs.Add(input);
            }
        }

        names.Clear();
        foreach (ValueInfo output in graph.Outputs)
        {
            if (!names.Add(output.Name))
            {
                throw ModelException.Damaged($"the output {ModelException.Quote(output.Name)} is named twice");
            }
        }

        ModelLimits.Check(Inputs.Count + graph.Outputs.Count, ModelLimits.InputsAndOutputs, "inputs and outputs");
    }

    private void Add(Node node)
    {
        if (ConstantTensor.Of(node) is { } constant)
        {
            Add(constant);
            return;
        }

        foreach (string output in node.Outputs.Where(static output => output.Length > 0))
        {
            Define(output);
        }

        Nodes.Add(node);
    }

    private void Add(Tensor tensor)
    {
        Define(tensor.Name);
        Tensors.Add(tensor);
        ModelLimits.Check(Tensors.Count, ModelLimits.Tensors, "tensors");
    }

    private void Define(string name)
    {
        if (name.Length == 0)
        {
            throw ModelException.Damaged($"an input or a tensor has no name");
        }

        if (!_defined.Add(name))
        {
            throw Twice(name);
        }
    }

    private void RequireDefined(OnnxGraph graph)
    {
        foreach (Node node in Nodes)
        {
            if (node.Inputs.Find(input => input.Length > 0 && !_defined.Contains(input)) is { } input)
            {
                throw ModelException.Damaged(
                    $"the node {ModelException.Quote(node.Name)} ({ModelException.Quote(node.Operator)}) reads {ModelException.Quote(input)}, which nothing defines");
            }

            var names = new HashSet<string>(StringComparer.Ordinal);
            if (node.Attributes.Find(attribute => !names.Add(attribute.Name)) is { } twice)
            {
                throw ModelException.Damaged($"the node {ModelException.Quote(node.Name)} has two attributes {ModelException.Quote(twice.Name)}");
            }
        }

        if (graph.Outputs.Find(output => !_defined.Contains(output.Name)) is { } missing)
        {
            throw ModelException.Damaged($"nothing defines the output {ModelException.Quote(missing.Name)}");
        }
    }

    // When all other names are known, so that none of them has to give way.
    private void NameAttributeTensors()
    {
        foreach (Node node in Nodes)
        {
            foreach (NodeAttribute attribute in node.Attributes)
            {
                if (attribute.Value is Tensor tensor)
                {
                    string name = Free((node.Outputs.FirstOrDefault() ?? "") + "/" + attribute.Name);
                    _attributeTensors.Add(attribute, name);
                    Add(tensor.Named(name));
                }
            }
        }
    }

    private string Free(string name)
    {
        // Where the last search for this name ended: many may have it.
        _numbers.TryGetValue(name, out int number);
        string free = number == 0 ? name : Numbered(number);
        while (_defined.Contains(free))
        {
            free = Numbered(++number);
        }

        _numbers[name] = number;
        return free;

        string Numbered(int i) => FormattableString.Invariant($"{name}_{i}");
    }

    private static ModelException Twice(string name) => ModelException.Damaged($"the value {ModelException.Quote(name)} is defined twice");
}
