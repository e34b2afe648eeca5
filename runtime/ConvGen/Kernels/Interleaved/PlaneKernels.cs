namespace ConvGen.Kernels.Interleaved;

internal delegate void PlanesKernel(int number, in PlaneArguments args);

internal delegate void LinesKernel(in LineArguments args);

/// <summary>The emitted kernels of planes at a vector width.</summary>
/// <param name="Planes">Those with positions as lanes, by number.</param>
/// <param name="Lines">The one with neighbouring outputs as lanes.</param>
internal sealed record PlaneKernels(PlanesKernel Planes, LinesKernel Lines)
{
    /// <summary>Makes the delegates; nothing is compiled before it is called.</summary>
    public static PlaneKernels Create<TKernels>(SimdLevel level)
        where TKernels : IPhaseKernels => level switch
        {
            SimdLevel.Vector512 => new(TKernels.RunPlanes<Simd512, Vector512<Element>>, TKernels.RunLines<Simd512, Vector512<Element>>),
            SimdLevel.Vector256 => new(TKernels.RunPlanes<Simd256, Vector256<Element>>, TKernels.RunLines<Simd256, Vector256<Element>>),
            SimdLevel.Vector128 => new(TKernels.RunPlanes<Simd128, Vector128<Element>>, TKernels.RunLines<Simd128, Vector128<Element>>),
            _ => new(TKernels.RunPlanes<SimdScalar, Element>, TKernels.RunLines<SimdScalar, Element>),
        };
}
