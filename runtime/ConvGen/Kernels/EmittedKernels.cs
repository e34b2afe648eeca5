using ConvGen.Kernels.Interleaved;

namespace ConvGen.Kernels;

/// <summary>What a file emitted for a configuration: its kernels, as delegates, and their tap order.</summary>
internal abstract class EmittedKernels
{
    /// <summary>The order in which the kernels meet the taps.</summary>
    public abstract TapOrder Order { get; }

    /// <summary>Something follows the bias.</summary>
    public abstract bool HasEpilogue { get; }

    /// <summary>The transforms of weights.</summary>
    public abstract WeightTransform TransformWeights { get; }

    /// <summary>Makes the delegates for a tile.</summary>
    public abstract TileKernels Create(RegisterTile tile);

    /// <summary>Makes the delegate for interleaved phases.</summary>
    public abstract PhaseKernel CreateInterleaved(InterleavedTile tile);

    /// <summary>Makes the delegates for a vector width.</summary>
    public abstract VectorKernels Create(SimdLevel level);
}

/// <inheritdoc/>
/// <typeparam name="TKernels">The kernels.</typeparam>
internal class EmittedKernels<TKernels> : EmittedKernels
    where TKernels : IPhaseKernels
{
    public override TapOrder Order => TKernels.Order;

    public override bool HasEpilogue => TKernels.HasEpilogue;

    public override WeightTransform TransformWeights => TKernels.TransformWeights;

    public override TileKernels Create(RegisterTile tile) => TileKernels.Create<TKernels>(tile);

    public override PhaseKernel CreateInterleaved(InterleavedTile tile) => TileKernels.CreateInterleaved<TKernels>(tile);

    public override VectorKernels Create(SimdLevel level) => VectorKernels.Create<TKernels>(level);
}

/// <summary>The same where what follows the bias stands apart.</summary>
/// <typeparam name="TKernels">The kernels.</typeparam>
/// <typeparam name="TEpilogue">What follows the bias.</typeparam>
internal sealed class EmittedKernels<TKernels, TEpilogue> : EmittedKernels<TKernels>
    where TKernels : IPhaseKernels
    where TEpilogue : IEpilogueKernel
{
    public override bool HasEpilogue => true;

    public override VectorKernels Create(SimdLevel level) => base.Create(level) with { Finish = VectorKernels.FinishOf<TEpilogue>(level) };
}
