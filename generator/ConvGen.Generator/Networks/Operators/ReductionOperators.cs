using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Sums, means and greatest elements along axes.</summary>
internal static class ReductionOperators
{
    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        Reduction("ReduceMean"),
        Reduction("ReduceSum"),
        Reduction("ReduceMax"),
        Reduction("ReduceL2"),
        GlobalPool("GlobalAveragePool"),
        GlobalPool("GlobalMaxPool"),
        Softmax("Softmax"),
        Softmax("LogSoftmax"),
        new("ArgMax", new OperatorRule(InferArgMax, static node => new OperatorCall(
            "Reductions.ArgMax",
            node.Input(0),
            node.Input(0).Shape,
            Axes.Of(node.Attributes.Integer("axis", 0), node.Input(0).Shape.Length, node),
            node.Attributes.Integer("select_last_index", 0) != 0,
            node.Output))),
    ];

    private static KeyValuePair<string, OperatorRule> Reduction(string name) => new(name, new OperatorRule(
        static node => Infer(node, Named(node)),
        node => new OperatorCall("Reductions." + name, node.Input(0), node.Input(0).Shape, Named(node), node.Output)));

    private static KeyValuePair<string, OperatorRule> GlobalPool(string name) => new(name, new OperatorRule(
        static node =>
        {
            int rank = node.Input(0).Shape.Length;
            OperatorRule.Require(rank >= 2, node, "takes (N, C, ...)");
            Infer(node, [.. Enumerable.Range(2, rank - 2)]);
        },
        node => new OperatorCall("Reductions." + name, node.Input(0), node.Input(0).Shape, node.Output)));

    private static void Infer(GraphNode node, int[] axes)
    {
        bool keeps = node.Attributes.Integer("keepdims", 1) != 0;
        OperatorRule.SetShape(node, [.. node.Input(0).Shape
            .Select((length, axis) => (Length: axes.Contains(axis) ? 1 : length, IsKept: keeps || !axes.Contains(axis)))
            .Where(static axis => axis.IsKept)
            .Select(static axis => axis.Length)]);
    }

    private static int[] Named(GraphNode node)
    {
        int rank = node.Input(0).Shape.Length;
        bool isNone = node.Attributes.Integer("noop_with_empty_axes", 0) != 0;
        return Axes.Of(node, 1, rank) is { Length: > 0 } axes ? axes : isNone ? [] : [.. Enumerable.Range(0, rank)];
    }

    // Before opset 13 all axes from the named one on are one.
    private static KeyValuePair<string, OperatorRule> Softmax(string name) => new(name, new OperatorRule(OperatorRule.SameShape, node =>
    {
        int[] shape = node.Input(0).Shape;
        bool isFlat = node.Opset < 13;
        int axis = Axes.Of(node.Attributes.Integer("axis", isFlat ? 1 : -1), shape.Length, node);
        return isFlat
            ? new OperatorCall("Reductions." + name, node.Input(0), new[] { Shapes.Count(shape.Take(axis)), Shapes.Count(shape.Skip(axis)) }, 1, node.Output)
            : new OperatorCall("Reductions." + name, node.Input(0), shape, axis, node.Output);
    }));

    private static void InferArgMax(GraphNode node)
    {
        Infer(node, [Axes.Of(node.Attributes.Integer("axis", 0), node.Input(0).Shape.Length, node)]);
        node.Output.Element = ElementKind.Integer;
    }
}
