using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Convolutions, transposed and ordinary: computed by kernels that are emitted.</summary>
internal static class LayerOperators
{
    public const string Conv = "Conv";
    public const string ConvTranspose = "ConvTranspose";

    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        new(Conv, new OperatorRule(InferConv, null)),
        new(ConvTranspose, new OperatorRule(InferTransposed, null)),
    ];

    /// <summary>Whether a node is a layer.</summary>
    public static bool Has(GraphNode node) => node.Op is Conv or ConvTranspose;

    private static void InferConv(GraphNode node)
    {
        var window = Window.Of(node);
        int[] shape = node.Input(0).Shape;
        CheckWeights(node, window, shape[1], channelsOf: 1);
        OperatorRule.SetShape(node, [
            shape[0], node.Input(1).Shape[0], .. window.Kernel.Select((_, axis) => window.OutputLength(axis, shape[axis + 2], ceils: false))]);
        CheckOutput(node);
    }

    private static void InferTransposed(GraphNode node)
    {
        (Window window, int[] added) = Window.Transposed(node);
        int[] shape = node.Input(0).Shape;
        CheckWeights(node, window, shape[1], channelsOf: 0);
        OperatorRule.SetShape(node, [
            shape[0],
            checked(node.Input(1).Shape[1] * (int)node.Attributes.Integer("group", 1)),
            .. window.Kernel.Select((_, axis) => checked(
                ((shape[axis + 2] - 1) * window.Strides[axis]) + window.Span(axis) + added[axis] - window.Begins[axis] - window.Ends[axis]))]);
        CheckOutput(node);
    }

    private static void CheckWeights(GraphNode node, Window window, int channels, int channelsOf)
    {
        GraphValue weight = node.Input(1);
        OperatorRule.Require(weight.IsConstant, node, "has weights that depend on the network's inputs");
        OperatorRule.Require(
            weight.Shape.Skip(2).SequenceEqual(window.Kernel), node, $"has weights of shape {Shapes.Text(weight.Shape)}, which are not of its kernel size");
        long groups = node.Attributes.Integer("group", 1);
        long wanted = channelsOf == 0 ? weight.Shape[0] : weight.Shape[1] * groups;
        OperatorRule.Require(
            groups >= 1 && channels == wanted && (channelsOf == 0 ? channels : weight.Shape[0]) % groups == 0,
            node,
            FormattableString.Invariant($"has {channels} input channels, {groups} groups and weights of shape {Shapes.Text(weight.Shape)}, which do not fit"));
        OperatorRule.Require(
            window.Begins.Concat(window.Ends).All(static pad => pad >= 0), node, "has negative paddings");
    }

    private static void CheckOutput(GraphNode node)
    {
        OperatorRule.Require(
            node.Output.Shape.All(static length => length >= 1), node, $"would make {Shapes.Text(node.Output.Shape)}; legal are lengths from 1");
        int channels = node.Output.Shape[1];
        OperatorRule.Require(
            node.Optional(2) is not { } bias || bias.Count == channels,
            node,
            FormattableString.Invariant($"has a bias of {node.Optional(2)?.Count} numbers for {channels} output channels"));
    }
}
