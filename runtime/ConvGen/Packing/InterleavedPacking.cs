namespace ConvGen.Packing;

/// <summary>
/// The order in which the kernels of interleaved phases read weights: within a block [kernel][input channel][tap][channel of the block].
/// </summary>
/// <param name="Plan">The kernels.</param>
/// <param name="Tile">The tile; its channels are the block.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
internal sealed record InterleavedPacking(InterleavedPlan Plan, InterleavedTile Tile, int InPerGroup, int OutPerGroup)
    : TapPacking(Plan.Layer, Tile.Channels, Tile.Level, InPerGroup, OutPerGroup)
{
    /// <inheritdoc/>
    public override int Kernels => Plan.Taps.Length;

    /// <inheritdoc/>
    public override ReadOnlySpan<int> TapsOf(int kernel) => Plan.Taps[kernel];
}
