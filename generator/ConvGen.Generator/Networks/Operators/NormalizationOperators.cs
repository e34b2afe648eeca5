using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Normalisations, with the statistics of training or of their own input.</summary>
internal static class NormalizationOperators
{
    /// <summary>The name of a layer normalisation over the channels of images, which passes make of several nodes.</summary>
    public const string OverChannels = "ChannelNormalization";

    private const float Epsilon = 1e-5f;

    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        new("BatchNormalization", new OperatorRule(InferBatch, static node => new OperatorCall(
            "Normalization.BatchNormalization",
            node.Input(0), node.Input(0).Shape, node.Input(1), node.Input(2), node.Input(3), node.Input(4),
            node.Attributes.Real("epsilon", Epsilon), node.Output))),
        new("InstanceNormalization", new OperatorRule(OperatorRule.SameShape, static node => new OperatorCall(
            "Normalization.InstanceNormalization",
            node.Input(0), node.Input(0).Shape, node.Input(1), node.Input(2), node.Attributes.Real("epsilon", Epsilon), node.Output))),
        new("GroupNormalization", new OperatorRule(InferGroup, static node => new OperatorCall(
            "Normalization.GroupNormalization",
            node.Input(0), node.Input(0).Shape, (int)node.Attributes.Integer("num_groups", 1), node.Input(1), node.Input(2),
            node.Attributes.Real("epsilon", Epsilon), node.Output))),
        new("LayerNormalization", new OperatorRule(OperatorRule.SameShape, static node => new OperatorCall(
            "Normalization.LayerNormalization",
            node.Input(0), node.Input(0).Shape, Axes.Of(node.Attributes.Integer("axis", -1), node.Input(0).Shape.Length, node),
            node.Input(1), (object?)node.Optional(2) ?? "default", node.Attributes.Real("epsilon", Epsilon), node.Output))),
        new(OverChannels, new OperatorRule(OperatorRule.SameShape, static node => new OperatorCall(
            "Normalization.ChannelNormalization",
            node.Input(0), node.Input(0).Shape, node.Input(1), node.Input(2), node.Attributes.Real("epsilon", Epsilon), node.Output))),
    ];

    private static void InferBatch(GraphNode node)
    {
        OperatorRule.Require(node.Attributes.Integer("training_mode", 0) == 0, node, "is in training mode; only inference is computed");
        OperatorRule.SameShape(node);
    }

    // Before opset 21 there is a scale for each group.
    private static void InferGroup(GraphNode node)
    {
        OperatorRule.Require(
            node.Opset >= 21 || node.Input(1).Count == node.Input(0).Shape[1],
            node,
            "has a scale for each group, as before opset 21; only one for each channel is computed");
        OperatorRule.SameShape(node);
    }
}
