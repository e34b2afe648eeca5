using System.ComponentModel;
using ConvGen.Kernels;

namespace ConvGen.CompilerServices;

/// <summary>An ordinary convolution with its emitted kernels.</summary>
/// <typeparam name="TKernels">The kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConvLayer<TKernels> : ConvolutionLayer
    where TKernels : IPhaseKernels
{
    /// <summary>Makes the layer; its parameters were checked when the code was generated.</summary>
    public ConvLayer(LayerParameters parameters)
        : base(Axes(parameters), parameters, new EmittedKernels<TKernels>())
    {
    }

    private static AxisGeometry[] Axes(in LayerParameters parameters)
    {
        var axes = new AxisGeometry[parameters.Kernel.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            int end = parameters.PaddingEnd.IsEmpty ? parameters.Padding[i] : parameters.PaddingEnd[i];
            axes[i] = AxisGeometry.Ordinary(parameters.Kernel[i], parameters.Stride[i], parameters.Padding[i], end, parameters.Dilation[i]);
        }

        return axes;
    }
}
