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
