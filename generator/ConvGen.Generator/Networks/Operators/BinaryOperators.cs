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
                Second(node),
                node.Output,
                node.Output.Shape))));

    // Before opset 7 the second shape is led by as many axes of the first as a node says, and followed by ones.
    private static int[] Second(GraphNode node)
    {
        int[] shape = node.Input(1).Shape;
        long lead = node.Attributes.Integer("axis", node.Op == "PRelu" ? 1 : -1);
        long rest = node.Input(0).Shape.Length - lead - shape.Length;
        return node.Opset >= 7 || lead < 0 || rest <= 0 || Shapes.Count(shape) == 1 ? shape : [.. shape, .. Enumerable.Repeat(1, (int)rest)];
    }

    private static void Infer(GraphNode node)
    {
        OperatorRule.Require(node.Inputs.Count == 2, node, FormattableString.Invariant($"has {node.Inputs.Count} inputs; two are computed"));
        if (node.Input(0).Element == ElementKind.Real && node.Input(1) is { Known.Integers: not null } whole)
        {
            node.TakeOnly(node.Input(0), whole.AsReal());
        }

        (int[] first, int[] second) = (node.Input(0).Shape, Second(node));
        OperatorRule.SetShape(node, Shapes.Broadcast(node, first, second));
        node.Output.Element = first.Length == 0 ? node.Input(1).Element : node.Input(0).Element;
    }
}
