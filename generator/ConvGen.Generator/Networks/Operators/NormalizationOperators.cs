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
        new("InstanceNormalization", new OperatorRule(static node => InferScaled(node, Channels(node)), static node => new OperatorCall(
            "Normalization.InstanceNormalization",
            node.Input(0), node.Input(0).Shape, node.Input(1), node.Input(2), node.Attributes.Real("epsilon", Epsilon), node.Output))),
        new("GroupNormalization", new OperatorRule(InferGroup, static node => new OperatorCall(
            "Normalization.GroupNormalization",
            node.Input(0), node.Input(0).Shape, (int)node.Attributes.Integer("num_groups", 1), node.Input(1), node.Input(2),
            node.Attributes.Real("epsilon", Epsilon), node.Output))),
        new("LayerNormalization", new OperatorRule(InferLayer, static node => new OperatorCall(
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
        OperatorRule.Require(Enumerable.Range(1, 4).All(input => node.Optional(input) is not null), node, "lacks a scale, a bias, a mean or a variance");
        InferScaled(node, Channels(node));
    }

    // Before opset 21 there is a scale for each group.
    private static void InferGroup(GraphNode node)
    {
        long groups = node.Attributes.Integer("num_groups", 1);
        OperatorRule.Require(
            groups >= 1 && Channels(node) % groups == 0, node, FormattableString.Invariant($"has {groups} groups of {Channels(node)} channels, which do not fit"));
        InferScaled(node, node.Input(1).Count == groups ? (int)groups : Channels(node));
    }

    private static void InferLayer(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        InferScaled(node, Shapes.Count(shape.Skip(Axes.Of(node.Attributes.Integer("axis", -1), shape.Length, node))));
    }

    private static int Channels(GraphNode node) => node.Input(0).Shape is { Length: >= 2 } shape ? shape[1]
        : throw new NetworkException($"{node} normalises {Shapes.Text(node.Input(0).Shape)}, which has no channels");

    // Of all its parameters.
    private static void InferScaled(GraphNode node, int count)
    {
        OperatorRule.Require(
            node.Inputs.Skip(1).All(input => input is null || input.Count == count),
            node,
            FormattableString.Invariant($"has a scale, bias or statistic that is not of {count} numbers; others are not computed"));
        OperatorRule.SameShape(node);
    }
}
