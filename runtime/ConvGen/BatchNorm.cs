namespace ConvGen;

/// <summary>
/// A batch normalisation in inference that follows a layer, as PyTorch's <c>BatchNorm1d/2d/3d</c> has it:
/// <c>y = (x - mean) / sqrt(variance + eps) * scale + shift</c>, a number of each per output channel. <c>Pack</c> folds it into weights and bias.
/// </summary>
public readonly ref struct BatchNorm
{
    /// <param name="scale">PyTorch's <c>weight</c>; empty for 1.</param>
    /// <param name="shift">PyTorch's <c>bias</c>; empty for 0.</param>
    /// <param name="mean">The running mean.</param>
    /// <param name="variance">The running variance.</param>
    /// <param name="eps">What is added to it; 1e-5 by default, as PyTorch has it.</param>
    public BatchNorm(
        ReadOnlySpan<Element> scale, ReadOnlySpan<Element> shift, ReadOnlySpan<Element> mean, ReadOnlySpan<Element> variance, Element eps = 1e-5f)
    {
        Scale = scale;
        Shift = shift;
        Mean = mean;
        Variance = variance;
        Eps = eps;
    }

    /// <summary>PyTorch's <c>weight</c>.</summary>
    public ReadOnlySpan<Element> Scale { get; }

    /// <summary>PyTorch's <c>bias</c>.</summary>
    public ReadOnlySpan<Element> Shift { get; }

    /// <summary>The running mean.</summary>
    public ReadOnlySpan<Element> Mean { get; }

    /// <summary>The running variance.</summary>
    public ReadOnlySpan<Element> Variance { get; }

    /// <summary>What is added to the variance.</summary>
    public Element Eps { get; }

    /// <summary>The factor of an output channel.</summary>
    internal double Factor(int channel) =>
        (Scale.IsEmpty ? 1.0 : Scale[channel]) / Math.Sqrt((double)Variance[channel] + Eps);

    /// <summary>What becomes of the bias of an output channel.</summary>
    internal Element Bias(int channel, Element bias) =>
        (Element)((((double)bias - Mean[channel]) * Factor(channel)) + (Shift.IsEmpty ? 0.0 : Shift[channel]));
}
