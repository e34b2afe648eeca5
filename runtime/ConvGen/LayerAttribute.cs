namespace ConvGen;

/// <summary>What both kinds of layers can be asked for.</summary>
/// <remarks>
/// After its sum and the bias, an output x becomes <c>ScaleBefore x + ShiftBefore</c>, plus the residual, then the activation of that, then
/// <c>ScaleAfter x + ShiftAfter</c>, plus a residual that comes after the activation.
/// </remarks>
public abstract class LayerAttribute : Attribute
{
    private protected LayerAttribute(int[] k, int[]? s, int[]? p, int[]? d, int g) => (K, S, P, D, G) = (k, s ?? [], p ?? [], d ?? [], g);

    /// <summary>Kernel sizes as given.</summary>
    public IReadOnlyList<int> K { get; }

    /// <summary>Strides as given; empty where the list was left out.</summary>
    public IReadOnlyList<int> S { get; }

    /// <summary>Paddings as given; empty where the list was left out.</summary>
    public IReadOnlyList<int> P { get; }

    /// <summary>Dilations as given; empty where the list was left out.</summary>
    public IReadOnlyList<int> D { get; }

    /// <summary>Groups.</summary>
    public int G { get; }

    /// <summary>1, 2 (the default) or 3 spatial axes; only beside plain numbers, since lists tell the rank by their length.</summary>
    public int Rank { get; set; } = 2;

    /// <summary>
    /// The nested static class that receives the members. Required from the second configuration of a class on;
    /// an identifier that is neither used twice nor the name of its host. By default null: the host itself receives them.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>Fixes the input channels, a positive multiple of the groups; 0 leaves them open.</summary>
    public int InChannels { get; set; }

    /// <summary>Fixes the output channels, a positive multiple of the groups; 0 leaves them open.</summary>
    public int OutChannels { get; set; }

    /// <summary>
    /// Fixes the spatial input size: one positive length per axis, depth before height before width; null, the default, leaves it open.
    /// </summary>
    public int[]? InputSize { get; set; }

    /// <summary>
    /// Paddings at the ends where they are not those at the beginnings, which p says: a number per axis, from 0; null, the default, where both are
    /// alike. So ONNX's <c>pads</c> and Keras's <c>"same"</c> can be said.
    /// </summary>
    public int[]? PEnd { get; set; }

    /// <summary>Forces a form of the computation; <see cref="Algorithm.Auto"/> chooses.</summary>
    public Algorithm Algorithm { get; set; }

    /// <summary>The function of the outputs; none by default.</summary>
    public Activation Activation { get; set; }

    /// <summary>Of <see cref="Activation.LeakyRelu"/>, the factor of negative numbers; 0.01 by default, as PyTorch has it.</summary>
    public float Slope { get; set; } = 0.01f;

    /// <summary>Of <see cref="Activation.Clamp"/>, the least output; unlimited by default.</summary>
    public float Minimum { get; set; } = float.NegativeInfinity;

    /// <summary>Of <see cref="Activation.Clamp"/>, the greatest output; unlimited by default.</summary>
    public float Maximum { get; set; } = float.PositiveInfinity;

    /// <summary>What outputs are multiplied by before the activation; 1 by default.</summary>
    public float ScaleBefore { get; set; } = 1;

    /// <summary>What is added before the activation; 0 by default.</summary>
    public float ShiftBefore { get; set; }

    /// <summary>What outputs are multiplied by after the activation; 1 by default.</summary>
    public float ScaleAfter { get; set; } = 1;

    /// <summary>What is added after the activation; 0 by default.</summary>
    public float ShiftAfter { get; set; }

    /// <summary>Whether a tensor of the output's shape is added, which <c>Forward</c> is given then; none by default.</summary>
    public Residual Residual { get; set; }
}
