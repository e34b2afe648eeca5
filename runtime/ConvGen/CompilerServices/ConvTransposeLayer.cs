using System.ComponentModel;
using ConvGen.Kernels;

namespace ConvGen.CompilerServices;

/// <summary>A transposed convolution.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConvTransposeLayer : ConvolutionLayer
{
    private protected ConvTransposeLayer(in LayerParameters parameters, EmittedKernels emitted)
        : base(Axes(parameters), parameters, emitted)
    {
    }

    private static AxisGeometry[] Axes(in LayerParameters parameters)
    {
        var axes = new AxisGeometry[parameters.Kernel.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            int end = parameters.PaddingEnd.IsEmpty ? parameters.Padding[i] : parameters.PaddingEnd[i];
            axes[i] = AxisGeometry.Transposed(
                parameters.Kernel[i], parameters.Stride[i], parameters.Padding[i], end, parameters.OutputPadding[i], parameters.Dilation[i]);
        }

        return axes;
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
        : base(in parameters, new EmittedKernels<TKernels>())
    {
    }
}
