using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>An operator that networks are computed of.</summary>
/// <param name="Infer">Works out the shapes of what a node makes.</param>
/// <param name="Call">How it is computed; null of nodes that make another shape of the same elements, and of layers.</param>
internal sealed record OperatorRule(Action<GraphNode> Infer, Func<GraphNode, OperatorCall>? Call)
{
    /// <summary>The operators by their names in ONNX, and those that passes make of several.</summary>
    public static IReadOnlyDictionary<string, OperatorRule> All { get; } =
        new[]
        {
            UnaryOperators.Rules,
            BinaryOperators.Rules,
            ComparisonOperators.Rules,
            ReductionOperators.Rules,
            NormalizationOperators.Rules,
            MovementOperators.Rules,
            ViewOperators.Rules,
            PoolingOperators.Rules,
            ResizeOperators.Rules,
            MatrixOperators.Rules,
            LayerOperators.Rules,
        }
        .SelectMany(static rules => rules)
        .ToDictionary(static rule => rule.Key, static rule => rule.Value, StringComparer.Ordinal);

    /// <summary>The shape of the first input.</summary>
    public static void SameShape(GraphNode node) => SetShape(node, node.Input(0).Shape);

    /// <summary>Sets the shape of the first output.</summary>
    public static void SetShape(GraphNode node, params int[] shape)
    {
        if (shape.Any(static length => length < 0) || Shapes.Count(shape) == int.MaxValue)
        {
            throw new NetworkException($"{node} would make {Shapes.Text(shape)}, which is no shape or too large");
        }

        node.Output.Shape = shape;
        node.Output.Element = node.Input(0).Element;
    }

    /// <summary>Refuses what is not supported of an operator that is.</summary>
    public static void Require(bool holds, GraphNode node, string lack)
    {
        if (!holds)
        {
            throw new NetworkException($"{node} {lack}");
        }
    }
}
