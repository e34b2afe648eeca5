namespace ConvGen.Kernels.Winograd;

internal delegate void TransformKernel(in TransformArguments args);

internal delegate void LaneKernel(in LaneArguments args);

internal delegate void WeightTransform(in WeightArguments args);

/// <summary>The emitted transforms of a layer at a vector width.</summary>
/// <param name="Inputs">Inputs of patches to points, along an axis.</param>
/// <param name="Outputs">Products of points to outputs, along an axis but the last.</param>
/// <param name="Rows">The same along the last axis, to the strip.</param>
/// <param name="LaneInputs">Inputs of rows whose lanes are patches.</param>
/// <param name="LaneOutputs">Outputs of those.</param>
internal sealed record TransformKernels(
    TransformKernel Inputs, TransformKernel Outputs, TransformKernel Rows, LaneKernel LaneInputs, LaneKernel LaneOutputs)
{
    /// <summary>Makes the delegates; nothing is compiled before it is called.</summary>
    public static TransformKernels Create<TKernels>(SimdLevel level)
        where TKernels : IPhaseKernels => level switch
        {
            SimdLevel.Vector512 => Create<TKernels, Simd512, Vector512<Element>>(),
            SimdLevel.Vector256 => Create<TKernels, Simd256, Vector256<Element>>(),
            SimdLevel.Vector128 => Create<TKernels, Simd128, Vector128<Element>>(),
            _ => Create<TKernels, SimdScalar, Element>(),
        };

    private static TransformKernels Create<TKernels, TSimd, TVector>()
        where TKernels : IPhaseKernels
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => new(
        TKernels.TransformInputs<TSimd, TVector>,
        TKernels.TransformOutputs<TSimd, TVector>,
        TKernels.WriteOutputs<TSimd, TVector>,
        TKernels.TransformLaneInputs<TSimd, TVector>,
        TKernels.WriteLaneOutputs<TSimd, TVector>);
}

/// <summary>The transform of an axis, as emitted ones are told it.</summary>
internal static class AxisTransformArguments
{
    public static TransformArguments Arguments(this WinogradAxis axis, ref Element source, ref Element target) => new()
    {
        Outputs = axis.Patch,
        Taps = axis.Taps,
        HasRaw = axis.HasRawPhases,
        Source = ref source,
        Target = ref target,
    };
}
