namespace ConvGen.CompilerServices;

/// <summary>An ordinary convolution with its emitted kernels.</summary>
/// <typeparam name="TKernels">The kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvLayer<TKernels> : ConvolutionLayer
    where TKernels : IPhaseKernels
{
    /// <summary>Makes the layer; its parameters were checked when the code was generated.</summary>
    public ConvLayer(LayerParameters parameters)
        : base(isOrdinary: true, parameters, EmittedKernels.Of<TKernels>())
    {
    }
}

/// <summary>An ordinary convolution of a network, whose kernels other layers share.</summary>
/// <typeparam name="TKernels">The kernels.</typeparam>
/// <typeparam name="TEpilogue">What follows the bias.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvLayer<TKernels, TEpilogue> : ConvolutionLayer
    where TKernels : IPhaseKernels
    where TEpilogue : IEpilogueKernel
{
    /// <summary>Makes the layer; its parameters were checked when the code was generated.</summary>
    public ConvLayer(LayerParameters parameters)
        : base(isOrdinary: true, parameters, EmittedKernels.Of<TKernels, TEpilogue>())
    {
    }
}
