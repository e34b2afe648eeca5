using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Functions of each element.</summary>
internal static class UnaryOperators
{
    // As many as exporters mean where a limit was left out.
    private const float Unlimited = float.PositiveInfinity;

    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        .. ((string[])["Relu", "Tanh", "Sigmoid", "HardSwish", "Softplus", "Mish", "Erf", "SiLU", "Sqrt", "Exp", "Log", "Abs", "Neg", "Reciprocal",
            "Floor", "Sin", "Cos"]).Select(static name => Rule(name, node => [])),
        Rule("LeakyRelu", static node => [node.Attributes.Real("alpha", 0.01f)]),
        Rule("Elu", static node => [node.Attributes.Real("alpha", 1)]),
        Rule("HardSigmoid", static node => [node.Attributes.Real("alpha", 0.2f), node.Attributes.Real("beta", 0.5f)]),
        Rule("Clip", static node => [Limit(node, 1, "min", -Unlimited), Limit(node, 2, "max", Unlimited)]),
        new("Gelu", new OperatorRule(OperatorRule.SameShape, static node => new OperatorCall(
            node.Attributes.Text("approximate", "none") == "tanh" ? "Elementwise.GeluTanh" : "Elementwise.Gelu", node.Input(0), node.Output))),
    ];

    /// <summary>A limit of <c>Clip</c>: an attribute before opset 11, then an input.</summary>
    public static float Limit(GraphNode node, int input, string attribute, float otherwise) =>
        node.Known(input) is { Count: > 0 } limit ? (float)limit.Number(0) : node.Attributes.Real(attribute, otherwise);

    private static KeyValuePair<string, OperatorRule> Rule(string name, Func<GraphNode, object[]> parameters) => new(name, new OperatorRule(
        OperatorRule.SameShape, node => new OperatorCall("Elementwise." + name, [node.Input(0), .. parameters(node), node.Output])));
}
