namespace ConvGen.CompilerServices;

/// <content>Weights, and what else a call takes of the channels.</content>
public abstract partial class ConvolutionLayer
{
    /// <summary>Packs weights for <c>Forward</c>: once, at start-up.</summary>
    /// <param name="weight">
    /// PyTorch's layout, row-major: (Cin, Cout/g, ...) of a transposed convolution, (Cout, Cin/g, ...) of an ordinary one, with the kernel's axes last.
    /// </param>
    /// <param name="bias">One number per output channel, or empty for none.</param>
    /// <param name="inChannels">Input channels, a multiple of the groups.</param>
    /// <param name="outChannels">Output channels, a multiple of the groups.</param>
    /// <param name="inputSize">
    /// The spatial size that inputs will mostly have, one length per axis, to choose the form by; inputs of any size are computed. Empty
    /// where it is unknown.
    /// </param>
    /// <exception cref="ArgumentException">A channel count, the length of weight or bias, or the size does not fit the layer.</exception>
    public PackedWeights Pack(
        ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, int inChannels, int outChannels, ReadOnlySpan<int> inputSize) =>
        Pack(weight, bias, default, inChannels, outChannels, inputSize);

    /// <summary>Packs weights for <c>Forward</c>: once, at start-up.</summary>
    /// <param name="weight">
    /// PyTorch's layout, row-major: (Cin, Cout/g, ...) of a transposed convolution, (Cout, Cin/g, ...) of an ordinary one, with the kernel's axes last.
    /// </param>
    /// <param name="bias">One number per output channel, or empty for none.</param>
    /// <param name="slope">Of PRelu the slopes, of Snake the factors: one number per output channel, or one for all.</param>
    /// <param name="inChannels">Input channels, a multiple of the groups.</param>
    /// <param name="outChannels">Output channels, a multiple of the groups.</param>
    /// <param name="inputSize">
    /// The spatial size that inputs will mostly have, one length per axis, to choose the form by; inputs of any size are computed. Empty
    /// where it is unknown.
    /// </param>
    /// <exception cref="ArgumentException">A channel count, the length of weight, bias or slope, or the size does not fit the layer.</exception>
    public PackedWeights Pack(
        ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, ReadOnlySpan<Element> slope, int inChannels, int outChannels,
        ReadOnlySpan<int> inputSize)
    {
        _checks.Channels(inChannels, nameof(inChannels), outChannels, nameof(outChannels));
        _checks.Weights(weight.Length, bias.Length, inChannels, outChannels);
        ReadOnlySpan<Element> parameters = ChannelParameters(slope, outChannels);
        int[] size = _checks.InputSize(inputSize, nameof(inputSize));
        (int inPerGroup, int outPerGroup) = (inChannels / Plan.Geometry.Groups, outChannels / Plan.Geometry.Groups);
        if (Plan.Geometry.IsOrdinary)
        {
            var arranged = new Element[weight.Length];
            OrdinaryWeights.Arrange(weight, Plan.Geometry.Groups, inPerGroup, outPerGroup, arranged);
            weight = arranged;
        }

        var packed = new PackedWeights(this, _choice.For(weight, inPerGroup, outPerGroup, size), weight, bias, parameters);
        // Sums of weights that are too large would make none of the outputs a number, though every weight is one.
        return AlgorithmRule.IsFast(packed.Algorithm) && !packed.AreFinite && Margin.Suits(weight)
            ? new PackedWeights(this, _choice.Direct(weight, inPerGroup, outPerGroup, size), weight, bias, parameters)
            : packed;
    }

    /// <summary>Packs weights with a batch normalisation that follows the layer, before its activation: once, at start-up.</summary>
    /// <param name="weight">
    /// PyTorch's layout, row-major: (Cin, Cout/g, ...) of a transposed convolution, (Cout, Cin/g, ...) of an ordinary one, with the kernel's axes last.
    /// </param>
    /// <param name="bias">One number per output channel, or empty for none.</param>
    /// <param name="norm">What is folded into weights and bias.</param>
    /// <param name="slope">Of PRelu the slopes, of Snake the factors: one number per output channel, or one for all.</param>
    /// <param name="inChannels">Input channels, a multiple of the groups.</param>
    /// <param name="outChannels">Output channels, a multiple of the groups.</param>
    /// <param name="inputSize">
    /// The spatial size that inputs will mostly have, one length per axis, to choose the form by; inputs of any size are computed. Empty
    /// where it is unknown.
    /// </param>
    /// <exception cref="ArgumentException">A channel count, the length of an argument, or the size does not fit the layer.</exception>
    public PackedWeights Pack(
        ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, BatchNorm norm, ReadOnlySpan<Element> slope, int inChannels, int outChannels,
        ReadOnlySpan<int> inputSize)
    {
        _checks.Channels(inChannels, nameof(inChannels), outChannels, nameof(outChannels));
        _checks.Weights(weight.Length, bias.Length, inChannels, outChannels);
        LayerChecks.Norm(norm, outChannels);
        var folded = new Element[weight.Length];
        var shifts = new Element[outChannels];
        norm.Fold(Plan.Geometry, inChannels, weight, bias, folded, shifts);
        return Pack(folded, shifts, slope, inChannels, outChannels, inputSize);
    }

    /// <summary>Packs weights of a checkpoint, whose shape tells the channels: once, at start-up.</summary>
    /// <param name="weight">Of PyTorch's shape: (Cin, Cout/g, ...) of a transposed convolution, (Cout, Cin/g, ...) of an ordinary one.</param>
    /// <param name="bias">One number per output channel, or null for none.</param>
    /// <param name="slope">Of PRelu the slopes, of Snake the factors: one number per output channel, or one for all.</param>
    /// <param name="norm">What follows the layer, before its activation, and is folded into weights and bias; none by default.</param>
    /// <param name="inputSize">
    /// The spatial size that inputs will mostly have, one length per axis, to choose the form by; inputs of any size are computed. Empty
    /// where it is unknown.
    /// </param>
    /// <exception cref="ArgumentNullException">The weight, or the slope of a layer that takes one, is null.</exception>
    /// <exception cref="ArgumentException">The weight's shape, the length of another argument, or the size does not fit the layer.</exception>
    /// <exception cref="InvalidDataException">A tensor cannot be read as float32.</exception>
    /// <exception cref="ObjectDisposedException">The file of a tensor was disposed of.</exception>
    public PackedWeights Pack(WeightTensor weight, WeightTensor? bias, WeightTensor? slope, BatchNorm norm, ReadOnlySpan<int> inputSize)
    {
        ArgumentNullException.ThrowIfNull(weight);
        (int inChannels, int outChannels) = _checks.Channels(weight);
        if (_takesChannelParameters)
        {
            ArgumentNullException.ThrowIfNull(slope);
        }

        ReadOnlySpan<Element> shifts = bias is null ? [] : bias.AsSpan();
        ReadOnlySpan<Element> slopes = slope is null ? [] : slope.AsSpan();
        return norm.IsNone
            ? Pack(weight.AsSpan(), shifts, slopes, inChannels, outChannels, inputSize)
            : Pack(weight.AsSpan(), shifts, norm, slopes, inChannels, outChannels, inputSize);
    }

    private void CheckSlope(ReadOnlySpan<Element> slope, int outChannels)
    {
        if (_takesChannelParameters)
        {
            LayerChecks.Slope(slope.Length, outChannels);
        }
    }

    // One for all channels, or one for each.
    private ReadOnlySpan<Element> ChannelParameters(ReadOnlySpan<Element> slope, int outChannels)
    {
        CheckSlope(slope, outChannels);
        var parameters = new Element[_takesChannelParameters ? outChannels : 0];
        Spread(slope, parameters);
        return parameters;
    }

    private static void Spread(ReadOnlySpan<Element> slope, Span<Element> parameters)
    {
        if (slope.Length == 1)
        {
            parameters.Fill(slope[0]);
        }
        else if (!parameters.IsEmpty)
        {
            slope.CopyTo(parameters);
        }
    }
}
