namespace ConvGen;

/// <summary>
/// A batch normalisation in inference that follows a layer, as PyTorch's <c>BatchNorm1d/2d/3d</c> has it:
/// <c>y = (x - mean) / sqrt(variance + eps) * scale + shift</c>, a number of each per output channel. <c>Pack</c> folds it into weights and bias.
/// </summary>
/// <param name="scale">PyTorch's <c>weight</c>; empty for 1.</param>
/// <param name="shift">PyTorch's <c>bias</c>; empty for 0.</param>
/// <param name="mean">The running mean.</param>
/// <param name="variance">The running variance.</param>
/// <param name="eps">What is added to it; 1e-5 by default, as PyTorch has it.</param>
public readonly ref struct BatchNorm(
    ReadOnlySpan<Element> scale, ReadOnlySpan<Element> shift, ReadOnlySpan<Element> mean, ReadOnlySpan<Element> variance, Element eps = 1e-5f)
{
    /// <summary>The batch norm of a checkpoint, as PyTorch names its tensors: <c>weight</c>, <c>bias</c>, <c>running_mean</c>, <c>running_var</c>.</summary>
    /// <param name="file">The file; it must not be disposed of before <c>Pack</c> has used the result.</param>
    /// <param name="layer">The layer's name, <c>net.4</c> of <c>net.4.running_mean</c>; weight and bias may be missing (<c>affine=False</c>).</param>
    /// <param name="eps">What is added to the variance, of which checkpoints say nothing; 1e-5 by default, as PyTorch has it.</param>
    /// <exception cref="KeyNotFoundException">The file has no running mean or variance of this name; the message tells the nearest names.</exception>
    /// <exception cref="InvalidDataException">A tensor cannot be read as float32.</exception>
    public static BatchNorm From(WeightFile file, string layer, Element eps = 1e-5f)
    {
        ArgumentNullException.ThrowIfNull(file);
        ReadOnlySpan<Element> scale = file.TryGet(layer + ".weight", out WeightTensor? weight) ? weight.AsSpan() : [];
        ReadOnlySpan<Element> shift = file.TryGet(layer + ".bias", out WeightTensor? bias) ? bias.AsSpan() : [];
        return new BatchNorm(scale, shift, file[layer + ".running_mean"].AsSpan(), file[layer + ".running_var"].AsSpan(), eps);
    }

    /// <summary>PyTorch's <c>weight</c>.</summary>
    public ReadOnlySpan<Element> Scale { get; } = scale;

    /// <summary>PyTorch's <c>bias</c>.</summary>
    public ReadOnlySpan<Element> Shift { get; } = shift;

    /// <summary>The running mean.</summary>
    public ReadOnlySpan<Element> Mean { get; } = mean;

    /// <summary>The running variance.</summary>
    public ReadOnlySpan<Element> Variance { get; } = variance;

    /// <summary>What is added to the variance.</summary>
    public Element Eps { get; } = eps;

    /// <summary>None at all: what no one constructed.</summary>
    internal bool IsNone => Eps == 0 && Scale.IsEmpty && Shift.IsEmpty && Mean.IsEmpty && Variance.IsEmpty;

    /// <summary>Weights and bias of a layer with this behind it.</summary>
    internal void Fold(
        LayerGeometry geometry, int inChannels, ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, Span<Element> folded, Span<Element> shifts)
    {
        int volume = (int)geometry.KernelVolume;
        (int inPerGroup, int outPerGroup) = (inChannels / geometry.Groups, shifts.Length / geometry.Groups);
        for (int kernel = 0; kernel < weight.Length / volume; kernel++)
        {
            // Of transposed weights the output channels of a group are the second axis.
            int channel = geometry.IsOrdinary ? kernel / inPerGroup : (kernel / outPerGroup / inPerGroup * outPerGroup) + (kernel % outPerGroup);
            double factor = Factor(channel);
            for (int element = kernel * volume; element < (kernel + 1) * volume; element++)
            {
                folded[element] = (Element)(weight[element] * factor);
            }
        }

        for (int channel = 0; channel < shifts.Length; channel++)
        {
            shifts[channel] = (Element)Apply(channel, bias.IsEmpty ? 0 : bias[channel]);
        }
    }

    /// <summary>An output of a channel, normalised.</summary>
    internal double Apply(int channel, double output) => ((output - Mean[channel]) * Factor(channel)) + (Shift.IsEmpty ? 0.0 : Shift[channel]);

    /// <summary>What outputs of a channel are multiplied by.</summary>
    internal double Factor(int channel) => (Scale.IsEmpty ? 1.0 : Scale[channel]) / Math.Sqrt((double)Variance[channel] + Eps);
}
