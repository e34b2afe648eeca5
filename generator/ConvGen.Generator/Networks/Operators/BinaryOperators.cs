using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Functions of two elements at a time, the shorter shape repeated.</summary>
internal static class BinaryOperators
{
    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
        ((string[])["Add", "Sub", "Mul", "Div", "Pow", "Min", "Max", "PRelu"]).Select(static name =>
            new KeyValuePair<string, OperatorRule>(name, new OperatorRule(Infer, node => new OperatorCall(
                "Elementwise." + name,
                node.Input(0),
                node.Input(0).Shape,
                node.Input(1),
                node.Input(1).Shape,
                node.Output,
                node.Output.Shape))));

    private static void Infer(GraphNode node)
    {
        // Min and Max take any number; networks take two.
        OperatorRule.Require(node.Inputs.Count == 2, node, FormattableString.Invariant($"has {node.Inputs.Count} inputs; two are computed"));
        (int[] first, int[] second) = (node.Input(0).Shape, node.Input(1).Shape);
        int[] shape = Shapes.Broadcast(first, second)
            ?? throw new NetworkException($"{node} combines {Shapes.Text(first)} and {Shapes.Text(second)}, which do not fit");
        OperatorRule.SetShape(node, shape);
        node.Output.Element = first.Length == 0 ? node.Input(1).Element : node.Input(0).Element;
    }
}
