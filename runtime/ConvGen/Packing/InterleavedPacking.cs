using ConvGen.Kernels.Interleaved;

namespace ConvGen.Packing;

/// <summary>
/// The order in which the kernels of interleaved phases read weights: within a block [kernel][input channel][tap][channel of the block].
/// </summary>
/// <param name="Plan">The kernels.</param>
/// <param name="Tile">The tile; its channels are the block.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
internal sealed record InterleavedPacking(InterleavedPlan Plan, InterleavedTile Tile, int InPerGroup, int OutPerGroup) : IWeightPacking
{
    /// <inheritdoc/>
    public BlockLayout Layout { get; } = new(
        Plan.Layer.Geometry.Groups, InPerGroup, OutPerGroup, Tile.Channels, checked((long)InPerGroup * Plan.Layer.Taps * Tile.Channels));

    /// <inheritdoc/>
    public SimdLevel Level => Tile.Level;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, Span<Element> packed)
    {
        int volume = (int)Plan.Layer.Geometry.KernelVolume;
        int next = 0;
        for (int group = 0; group < Plan.Layer.Geometry.Groups; group++)
        {
            for (int first = 0; first < OutPerGroup; first += Tile.Channels)
            {
                foreach (int[] taps in Plan.Taps)
                {
                    for (int c = 0; c < InPerGroup; c++)
                    {
                        int origin = ((((group * InPerGroup) + c) * OutPerGroup) + first) * volume;
                        foreach (int tap in taps)
                        {
                            for (int channel = 0; channel < Tile.Channels; channel++)
                            {
                                packed[next++] = weight[origin + (channel * volume) + tap];
                            }
                        }
                    }
                }
            }
        }

        Layout.PackBias(bias, packed);
    }
}
