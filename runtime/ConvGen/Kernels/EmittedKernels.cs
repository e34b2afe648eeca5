namespace ConvGen.Kernels;

/// <summary>What a file emitted for a configuration: its kernels, as delegates, and their tap order.</summary>
/// <param name="Order">The order in which the kernels meet the taps.</param>
/// <param name="HasEpilogue">Something follows the bias.</param>
/// <param name="TransformWeights">The transforms of weights.</param>
/// <param name="OfTile">Makes the delegates for a tile.</param>
/// <param name="Interleaved">Makes the delegate for interleaved phases.</param>
/// <param name="OfLevel">Makes the delegates for a vector width.</param>
internal sealed record EmittedKernels(
    TapOrder Order, bool HasEpilogue, WeightTransform TransformWeights, Func<RegisterTile, TileKernels> OfTile,
    Func<InterleavedTile, PhaseKernel> Interleaved, Func<SimdLevel, VectorKernels> OfLevel)
{
    /// <summary>Those of a type; nothing is compiled before it is called.</summary>
    public static EmittedKernels Of<TKernels>()
        where TKernels : IPhaseKernels => new(
        TKernels.Order,
        TKernels.HasEpilogue,
        TKernels.TransformWeights,
        TileKernels.Create<TKernels>,
        TileKernels.CreateInterleaved<TKernels>,
        VectorKernels.Create<TKernels>);

    /// <summary>Those of a type with what follows the bias standing apart.</summary>
    public static EmittedKernels Of<TKernels, TEpilogue>()
        where TKernels : IPhaseKernels
        where TEpilogue : IEpilogueKernel => Of<TKernels>() with
        {
            HasEpilogue = true,
            OfLevel = static level => VectorKernels.Create<TKernels>(level) with { Finish = VectorKernels.FinishOf<TEpilogue>(level) },
        };
}
