using ConvGen.Generator.Model;

namespace ConvGen.Generator.Networks.Graph;

/// <summary>A layer of a network: a convolution with what passes made part of it.</summary>
/// <param name="node">The node that it was.</param>
/// <param name="spec">Its parameters, all sizes fixed.</param>
internal sealed class LayerNode(GraphNode node, LayerSpec spec) : GraphNode(node.Op, node.Name, node.Attributes)
{
    public LayerSpec Spec { get; set; } = spec;

    public GraphValue Data { get; set; } = node.Input(0);

    public GraphValue Weight { get; } = node.Input(1);

    public GraphValue? Bias { get; } = node.Optional(2);

    /// <summary>Of an activation with a parameter per channel.</summary>
    public GraphValue? Slope { get; set; }

    /// <summary>What is added to the output.</summary>
    public GraphValue? Residual { get; set; }

    /// <summary>What the weights take in before they are packed, in the order in which it follows the sum.</summary>
    public List<ChannelFold> Folds { get; } = [];

    public EpilogueSpec Epilogue
    {
        get => Spec.Epilogue;
        set => Spec = Spec with { Epilogue = value };
    }

    /// <summary>Takes what its parts name.</summary>
    public void TakeParts() => TakeOnly([Data, Weight, Bias, Slope, Residual, .. Folds.SelectMany(static fold => fold.Values)]);
}

/// <summary>A function of each output channel that weights and bias take in.</summary>
/// <param name="Method">The method that does it where weights are loaded: Norm, Multiply, Divide, Add or Subtract.</param>
/// <param name="Values">Its parameters: a number for each channel, or one for all.</param>
/// <param name="Epsilon">Of a normalisation.</param>
internal sealed record ChannelFold(string Method, GraphValue[] Values, float Epsilon = 0);
