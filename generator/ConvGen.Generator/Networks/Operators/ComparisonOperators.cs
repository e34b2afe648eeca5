using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Comparisons of real numbers, and choices by them. What is true at run time is the real number 1, what is not is 0.</summary>
internal static class ComparisonOperators
{
    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        Comparison("Equal", 0, 1, "Equal"),
        Comparison("Less", 0, 1, "Less"),
        Comparison("LessOrEqual", 0, 1, "LessOrEqual"),
        Comparison("Greater", 1, 0, "Less"),
        Comparison("GreaterOrEqual", 1, 0, "LessOrEqual"),
        new("Where", new OperatorRule(InferWhere, static node => new OperatorCall(
            "Elementwise.Where",
            node.Input(0),
            node.Input(0).Shape,
            node.Input(1),
            node.Input(1).Shape,
            node.Input(2),
            node.Input(2).Shape,
            node.Output,
            node.Output.Shape))),
    ];

    /// <summary>Whether a value is what a comparison makes.</summary>
    public static bool Makes(GraphValue value) => value.Producer is { Op: "Equal" or "Less" or "LessOrEqual" or "Greater" or "GreaterOrEqual" };

    private static KeyValuePair<string, OperatorRule> Comparison(string name, int first, int second, string method) => new(name, new OperatorRule(
        Infer,
        node => new OperatorCall(
            "Elementwise." + method,
            node.Input(first),
            node.Input(first).Shape,
            node.Input(second),
            node.Input(second).Shape,
            node.Output,
            node.Output.Shape)));

    private static void Infer(GraphNode node) => OperatorRule.SetShape(node, Shapes.Broadcast(node, node.Input(0).Shape, node.Input(1).Shape));

    // A condition that is known is one of whole numbers.
    private static void InferWhere(GraphNode node)
    {
        if (node.Input(0).Known?.Integers is not null && node.Input(1).Element == ElementKind.Real)
        {
            node.TakeOnly(node.Input(0).AsReal(), node.Input(1), node.Input(2));
        }

        OperatorRule.SetShape(node, Shapes.Broadcast(node, Shapes.Broadcast(node, node.Input(0).Shape, node.Input(1).Shape), node.Input(2).Shape));
        node.Output.Element = node.Input(1).Element;
    }
}
