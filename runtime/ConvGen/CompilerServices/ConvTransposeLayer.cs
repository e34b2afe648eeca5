namespace ConvGen.CompilerServices;

/// <summary>A transposed convolution.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConvTransposeLayer : ConvolutionLayer
{
    private protected ConvTransposeLayer(in LayerParameters parameters, EmittedKernels emitted)
        : base(isOrdinary: false, parameters, emitted)
    {
    }
}

/// <summary>A transposed convolution with its emitted kernels.</summary>
/// <typeparam name="TKernels">The kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvTransposeLayer<TKernels> : ConvTransposeLayer
    where TKernels : IPhaseKernels
{
    /// <summary>Makes the layer; its parameters were checked when the code was generated.</summary>
    public ConvTransposeLayer(LayerParameters parameters)
        : base(in parameters, EmittedKernels.Of<TKernels>())
    {
    }
}

/// <summary>A transposed convolution of a network, whose kernels other layers share.</summary>
/// <typeparam name="TKernels">The kernels.</typeparam>
/// <typeparam name="TEpilogue">What follows the bias.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvTransposeLayer<TKernels, TEpilogue> : ConvTransposeLayer
    where TKernels : IPhaseKernels
    where TEpilogue : IEpilogueKernel
{
    /// <summary>Makes the layer; its parameters were checked when the code was generated.</summary>
    public ConvTransposeLayer(LayerParameters parameters)
        : base(in parameters, EmittedKernels.Of<TKernels, TEpilogue>())
    {
    }
}
