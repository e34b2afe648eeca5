namespace ConvGen.Kernels;

internal delegate void TransformKernel(in TransformArguments args);

internal delegate void LaneKernel(in LaneArguments args);

internal delegate void SchemeInputKernel(ref Element first, ref Element second, nint toNext, nint length, ref Element products, nint productStep);

internal delegate void SchemeOutputKernel(ref Element products, nint productStep, ref Element first, ref Element second, nint toNext, nint length);

internal delegate void PlanesKernel(int number, in PlaneArguments args);

internal delegate void LinesKernel(in LineArguments args);

/// <summary>The emitted kernels of a layer that take no tile, at a vector width: transforms of fast forms, and planes.</summary>
/// <param name="Inputs">Inputs of patches to points, along an axis.</param>
/// <param name="Outputs">Products of points to outputs, along an axis but the last.</param>
/// <param name="Rows">The same along the last axis, to the strip.</param>
/// <param name="LaneInputs">Inputs of rows whose lanes are patches.</param>
/// <param name="LaneOutputs">Outputs of those.</param>
/// <param name="SchemeInputs">Inputs of the products of Strassen's scheme.</param>
/// <param name="SchemeOutputs">Outputs from those.</param>
/// <param name="Planes">Planes with positions as lanes, by number.</param>
/// <param name="Lines">Planes with neighbouring outputs as lanes.</param>
/// <param name="Finish">What follows the bias.</param>
internal sealed record VectorKernels(
    TransformKernel Inputs, TransformKernel Outputs, TransformKernel Rows, LaneKernel LaneInputs, LaneKernel LaneOutputs,
    SchemeInputKernel SchemeInputs, SchemeOutputKernel SchemeOutputs, PlanesKernel Planes, LinesKernel Lines, EpilogueKernel Finish)
{
    /// <summary>Makes the delegates; nothing is compiled before it is called.</summary>
    public static VectorKernels Create<TKernels>(SimdLevel level)
        where TKernels : IPhaseKernels => level switch
        {
            SimdLevel.Vector512 => Create<TKernels, Simd512, Vector512<Element>>(),
            SimdLevel.Vector256 => Create<TKernels, Simd256, Vector256<Element>>(),
            SimdLevel.Vector128 => Create<TKernels, Simd128, Vector128<Element>>(),
            _ => Create<TKernels, SimdScalar, Element>(),
        };

    /// <summary>An epilogue that stands apart.</summary>
    public static EpilogueKernel FinishOf<TEpilogue>(SimdLevel level)
        where TEpilogue : IEpilogueKernel => level switch
        {
            SimdLevel.Vector512 => TEpilogue.Finish<Simd512, Vector512<Element>>,
            SimdLevel.Vector256 => TEpilogue.Finish<Simd256, Vector256<Element>>,
            SimdLevel.Vector128 => TEpilogue.Finish<Simd128, Vector128<Element>>,
            _ => TEpilogue.Finish<SimdScalar, Element>,
        };

    private static VectorKernels Create<TKernels, TSimd, TVector>()
        where TKernels : IPhaseKernels
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => new(
        TKernels.TransformInputs<TSimd, TVector>,
        TKernels.TransformOutputs<TSimd, TVector>,
        TKernels.WriteOutputs<TSimd, TVector>,
        TKernels.TransformLaneInputs<TSimd, TVector>,
        TKernels.WriteLaneOutputs<TSimd, TVector>,
        TKernels.SchemeInputs<TSimd, TVector>,
        TKernels.SchemeOutputs<TSimd, TVector>,
        TKernels.RunPlanes<TSimd, TVector>,
        TKernels.RunLines<TSimd, TVector>,
        TKernels.Finish<TSimd, TVector>);
}
