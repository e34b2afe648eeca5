using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Other shapes of the same elements: nothing is computed.</summary>
internal static class ViewOperators
{
    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        new("Identity", new OperatorRule(OperatorRule.SameShape, null)),
        new("Dropout", new OperatorRule(InferDropout, null)),
        new("Cast", new OperatorRule(InferCast, null)),
        new("CastLike", new OperatorRule(InferCastLike, null)),
        new("Reshape", new OperatorRule(InferReshape, null)),
        new("Flatten", new OperatorRule(InferFlatten, null)),
        new("Squeeze", new OperatorRule(InferSqueeze, null)),
        new("Unsqueeze", new OperatorRule(InferUnsqueeze, null)),
    ];

    /// <summary>Whether a node makes another shape of its input.</summary>
    public static bool Has(GraphNode node) => Rules.Any(rule => rule.Key == node.Op);

    private static void InferDropout(GraphNode node)
    {
        OperatorRule.Require(node.Known(2) is not { } training || training.Number(0) == 0, node, "is in training mode; only inference is computed");
        OperatorRule.SameShape(node);
    }

    // Between real types alone; other ones are folded or not computed.
    private static void InferCast(GraphNode node)
    {
        OperatorRule.SameShape(node);
        bool isReal = node.Attributes.Integer("to", 1) is 1 or 10 or 11 or 16;
        OperatorRule.Require(
            isReal == (node.Input(0).Element == ElementKind.Real) || node.Input(0).Known is not null,
            node,
            "changes between real and whole numbers that depend on the network's inputs");
    }

    private static void InferCastLike(GraphNode node)
    {
        OperatorRule.SameShape(node);
        OperatorRule.Require(
            (node.Input(1).Element == ElementKind.Real) == (node.Input(0).Element == ElementKind.Real) || node.Input(0).Known is not null,
            node,
            "changes between real and whole numbers that depend on the network's inputs");
    }

    private static void InferReshape(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        bool allowsZero = node.Attributes.Integer("allowzero", 0) != 0;
        long[] wanted = [.. (node.Integers(1) ?? node.Attributes.Integers("shape") ?? [])
            .Select((length, axis) => length == 0 && !allowsZero && axis < shape.Length ? shape[axis] : length)];
        long rest = wanted.Where(static length => length != -1).Aggregate(1L, static (product, length) => Math.Min(product * length, int.MaxValue));
        OperatorRule.SetShape(node, [.. wanted.Select(length => length == -1 ? (int)(rest == 0 ? 0 : Shapes.Count(shape) / rest) : (int)length)]);
        OperatorRule.Require(
            node.Output.Count == Shapes.Count(shape), node, $"makes {Shapes.Text(node.Output.Shape)} of {Shapes.Text(shape)}, which has other elements");
    }

    private static void InferFlatten(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        long named = node.Attributes.Integer("axis", 1);
        int axis = named == shape.Length ? shape.Length : Axes.Of(named, shape.Length, node);
        OperatorRule.SetShape(node, Shapes.Count(shape.Take(axis)), Shapes.Count(shape.Skip(axis)));
    }

    private static void InferSqueeze(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        int[] axes = Axes.Of(node, 1, shape.Length) ?? [.. Enumerable.Range(0, shape.Length).Where(axis => shape[axis] == 1)];
        OperatorRule.Require(axes.All(axis => shape[axis] == 1), node, $"leaves axes out of {Shapes.Text(shape)} that are longer than 1");
        OperatorRule.SetShape(node, [.. shape.Where((_, axis) => !axes.Contains(axis))]);
    }

    private static void InferUnsqueeze(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        int added = (node.Attributes.Integers("axes") ?? node.Integers(1) ?? []).Length;
        int[] axes = Axes.Of(node, 1, shape.Length + added) ?? [];
        var rest = new Queue<int>(shape);
        OperatorRule.Require(axes.Length == added, node, "adds an axis twice");
        OperatorRule.SetShape(node, [.. Enumerable.Range(0, shape.Length + added).Select(axis => axes.Contains(axis) ? 1 : rest.Dequeue())]);
    }
}
