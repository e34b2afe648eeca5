using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Operators that others make in a few steps become those.</summary>
internal static class Compositions
{
    // What the self-normalising function takes for its constants: (lambda, alpha) of ONNX.
    private const float SeluScale = 1.05070102f;
    private const float SeluSlope = 1.67326319f;

    private static readonly Dictionary<string, Action<Writer>> s_rules = new(StringComparer.Ordinal)
    {
        ["ReduceL1"] = static to => to.Last("ReduceSum", to.Node.Attributes, to.Step("Abs", to.X), to.Axes),
        ["ReduceSumSquare"] = static to => to.Last("ReduceSum", to.Node.Attributes, to.Step("Mul", to.X, to.X), to.Axes),
        ["ReduceMin"] = static to => to.Last("Neg", null, to.Step("ReduceMax", to.Node.Attributes, to.Step("Neg", to.X), to.Axes)),
        ["Mean"] = static to => to.Last("Div", null, to.Step("Sum", [.. to.Node.Inputs]), to.Number(to.Node.Inputs.Count)),
        ["Ceil"] = static to => to.Last("Neg", null, to.Step("Floor", to.Step("Neg", to.X))),
        ["Softsign"] = static to => to.Last("Div", null, to.X, to.Step("Add", to.Step("Abs", to.X), to.Number(1))),
        ["Selu"] = static to => to.Last(
            "Mul", null, to.Step("Elu", Alpha(to.Node.Attributes.Real("alpha", SeluSlope)), to.X), to.Number(to.Node.Attributes.Real("gamma", SeluScale))),
        ["Celu"] = static to => to.Last(
            "Mul", null, to.Step("Elu", Alpha(1), to.Step("Div", to.X, to.Number(to.Node.Attributes.Real("alpha", 1)))), to.Number(to.Node.Attributes.Real("alpha", 1))),
    };

    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph) => graph.Nodes = [.. graph.Nodes.SelectMany(static node =>
    {
        var writer = new Writer(node);
        if (s_rules.TryGetValue(node.Op, out Action<Writer>? rule))
        {
            rule(writer);
        }

        return writer.Steps.Append(node);
    })];

    private static NodeAttributes Alpha(float alpha)
    {
        var attributes = new NodeAttributes();
        attributes.Add("alpha", alpha);
        return attributes;
    }

    /// <summary>Writes steps before a node, which becomes the last of them.</summary>
    private sealed class Writer(GraphNode node)
    {
        public GraphNode Node => node;

        public List<GraphNode> Steps { get; } = [];

        public GraphValue X => node.Input(0);

        /// <summary>Axes that are an input, from some version on.</summary>
        public GraphValue? Axes => node.Optional(1);

        public GraphValue Number(float number) => new(Name()) { IsConstant = true, Known = new KnownTensor([], null, [number]) };

        public GraphValue Step(string op, params GraphValue?[] inputs) => Step(op, new NodeAttributes(), inputs);

        public GraphValue Step(string op, NodeAttributes attributes, params GraphValue?[] inputs)
        {
            var step = new GraphNode(op, Name(), attributes) { Opset = node.Opset };
            step.TakeOnly(inputs);
            step.Outputs.Add(new GraphValue(step.Name) { Producer = step });
            Steps.Add(step);
            return step.Output;
        }

        public void Last(string op, NodeAttributes? attributes, params GraphValue?[] inputs)
        {
            (node.Op, node.Attributes) = (op, attributes ?? new NodeAttributes());
            node.TakeOnly(inputs);
        }

        private string Name() => FormattableString.Invariant($"{node.Name}_{Steps.Count + 1}");
    }
}
