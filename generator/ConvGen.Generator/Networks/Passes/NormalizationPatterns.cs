using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;
using static ConvGen.Generator.Networks.Passes.Patterns;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>
/// A layer normalisation that exporters write as several nodes, (x - mean) / sqrt(mean of squares + eps) * scale + shift: over the channels of images,
/// or over the last axis.
/// </summary>
internal static class NormalizationPatterns
{
    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        foreach (GraphNode last in graph.Nodes.ToArray())
        {
            var nodes = new List<GraphNode>();
            if (Find(last, nodes) is not { } found || !IsClosed(graph, nodes, last))
            {
                continue;
            }

            var attributes = new NodeAttributes();
            attributes.Add("epsilon", found.Epsilon);
            attributes.Add("axis", -1L);
            string op = found.IsOverChannels ? NormalizationOperators.OverChannels : "LayerNormalization";
            Substitute(graph, nodes, last, new GraphNode(op, last.Name, attributes) { Opset = last.Opset, IsStandIn = true }, found.Input, found.Scale, found.Shift);
        }
    }

    private static (GraphValue Input, GraphValue Scale, GraphValue Shift, float Epsilon, bool IsOverChannels)? Find(GraphNode last, List<GraphNode> nodes)
    {
        if (last.Op != "Add" || WithConstant(last) is not { } shifted || Made(shifted.Value, "Mul") is not { } product
            || WithConstant(product) is not { } scaled || scaled.Value.Producer is not { } quotient || Quotient(quotient, nodes) is not { } parts
            || Made(parts.Dividend, "Sub") is not { } centred || Made(parts.Divisor, "Sqrt") is not { } root
            || Made(root.Inputs[0], "Add") is not { } sum || WithScalar(sum) is not { } variance
            || Made(variance.Value, "ReduceMean") is not { } mean || Square(mean.Input(0)) is not { } square
            || square.Inputs[0] != centred.Output || Made(centred.Inputs[1], "ReduceMean") is not { } average || average.Inputs[0] != centred.Inputs[0])
        {
            return null;
        }

        nodes.AddRange([last, product, quotient, centred, root, sum, mean, square, average]);
        GraphValue input = centred.Input(0);
        int rank = input.Shape.Length;
        int[]? axes = Axes.Of(mean, 1, rank);
        bool keeps = mean.Attributes.Integer("keepdims", 1) != 0 && average.Attributes.Integer("keepdims", 1) != 0;
        if (!keeps || axes is not { Length: 1 } || Axes.Of(average, 1, rank)?.SequenceEqual(axes) != true)
        {
            return null;
        }

        int axis = axes[0];
        bool isOverChannels = axis == 1 && rank > 2;
        bool fits = isOverChannels
            ? IsPerChannel(scaled.Constant, input.Shape) && IsPerChannel(shifted.Constant, input.Shape)
            : axis == rank - 1 && IsRow(scaled.Constant, input.Shape[axis]) && IsRow(shifted.Constant, input.Shape[axis]);
        return fits ? (input, scaled.Constant, shifted.Constant, variance.Scalar, isOverChannels) : null;
    }

    // A quotient, or a product with a reciprocal.
    private static (GraphValue Dividend, GraphValue Divisor)? Quotient(GraphNode node, List<GraphNode> nodes)
    {
        if (node.Op == "Div")
        {
            return (node.Input(0), node.Input(1));
        }

        GraphNode? inverse = node.Op == "Mul" ? Made(node.Inputs[1], "Reciprocal") ?? Made(node.Inputs[0], "Reciprocal") : null;
        if (inverse is null || Other(node, inverse.Output) is not { } dividend)
        {
            return null;
        }

        nodes.Add(inverse);
        return (dividend, inverse.Input(0));
    }

    private static bool IsRow(GraphValue constant, int length) => constant.Count == length && constant.Shape.LastOrDefault() == length;

    private static GraphNode? Square(GraphValue value) => Made(value, "Pow") is { } power && Is(power.Optional(1), 2) ? power
        : Made(value, "Mul") is { } product && product.Inputs[0] == product.Inputs[1] ? product
        : null;

    /// <summary>A constant with a number for each channel of (N, C, ...).</summary>
    public static bool IsPerChannel(GraphValue constant, int[] shape)
    {
        int lead = constant.Shape.Length - shape.Length;
        int channel = 1 + lead;
        return lead <= 0 && channel >= 0 && channel < constant.Shape.Length
            && constant.Count == shape[1]
            && constant.Shape[channel] == shape[1];
    }

    private static (GraphValue Value, GraphValue Constant)? WithConstant(GraphNode node) => node.Inputs.Count != 2 || node.Inputs[0] is not { } first || node.Inputs[1] is not { } second ? null
        : second.IsConstant && !first.IsConstant ? (first, second)
        : first.IsConstant && !second.IsConstant ? (second, first)
        : null;
}
