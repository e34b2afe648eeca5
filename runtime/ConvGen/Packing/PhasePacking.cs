namespace ConvGen.Packing;

/// <summary>
/// The order in which kernels of single phases read weights: within a block [phase][input channel][tap][channel of the block].
/// </summary>
/// <param name="Plan">The layer.</param>
/// <param name="Tile">The tile; its channels are the block.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
/// <param name="ByTap">
/// Within a phase [tap][input channel] instead: for small images, which meet their weights tap by tap (<see cref="BorderTreatment.TapByTap"/>).
/// </param>
internal sealed record PhasePacking(LayerPhases Plan, RegisterTile Tile, int InPerGroup, int OutPerGroup, bool ByTap = false)
    : TapPacking(Plan, Tile.Channels, Tile.Level, InPerGroup, OutPerGroup)
{
    /// <inheritdoc/>
    public override int Kernels => Plan.Depth.Phases.Length * Plan.Height.Phases.Length * Plan.Width.Phases.Length;

    /// <summary>Within a block, the first weight of a phase.</summary>
    public nint Phase(int phase) => (nint)((long)Plan.FirstTap(phase) * InPerGroup * Tile.Channels);

    /// <inheritdoc/>
    public override nint ChannelStep(int kernelTaps) => ByTap ? Tile.Channels : base.ChannelStep(kernelTaps);

    /// <inheritdoc/>
    public override nint TapStep => (nint)Tile.Channels * (ByTap ? InPerGroup : 1);

    /// <inheritdoc/>
    public override ReadOnlySpan<int> TapsOf(int kernel) => Plan.TapsOf(kernel);
}
