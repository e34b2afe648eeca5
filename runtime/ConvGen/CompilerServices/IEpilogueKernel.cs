namespace ConvGen.CompilerServices;

/// <summary>What follows the bias of a layer, where it stands apart from kernels that several layers share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEpilogueKernel
{
    /// <inheritdoc cref="IPhaseKernels.Finish"/>
    static abstract void Finish<TSimd, TVector>(in EpilogueArguments args)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct;
}
