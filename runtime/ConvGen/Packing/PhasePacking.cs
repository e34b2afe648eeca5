using ConvGen.Kernels;

namespace ConvGen.Packing;

/// <summary>
/// The order in which kernels of single phases read weights: within a block [phase][input channel][tap][channel of the block]; channels
/// beyond the last are zero.
/// </summary>
/// <param name="Plan">The layer.</param>
/// <param name="Tile">The tile; its channels are the block.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
/// <param name="ByTap">
/// Within a phase [tap][input channel] instead: for small images, which meet their weights tap by tap (<see cref="BorderTreatment.TapByTap"/>).
/// </param>
internal sealed record PhasePacking(LayerPhases Plan, RegisterTile Tile, int InPerGroup, int OutPerGroup, bool ByTap = false) : IWeightPacking
{
    /// <inheritdoc/>
    public BlockLayout Layout { get; } = new(
        Plan.Geometry.Groups, InPerGroup, OutPerGroup, Tile.Channels, checked((long)InPerGroup * Plan.Taps * Tile.Channels));

    /// <inheritdoc/>
    public SimdLevel Level => Tile.Level;

    /// <summary>Within a block, the first weight of a phase.</summary>
    public nint Phase(int phase) => (nint)((long)Plan.FirstTap(phase) * InPerGroup * Tile.Channels);

    /// <summary>From the weights of an input channel to those of the next, in a phase of so many taps.</summary>
    public nint ChannelStep(int phaseTaps) => (nint)Tile.Channels * (ByTap ? 1 : phaseTaps);

    /// <summary>From the weights of a tap to those of the next.</summary>
    public nint TapStep => (nint)Tile.Channels * (ByTap ? InPerGroup : 1);

    /// <inheritdoc/>
    public void Pack(ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, Span<Element> packed)
    {
        int length = InPerGroup * OutPerGroup * (int)Plan.Geometry.KernelVolume;
        for (int group = 0; group < Layout.Groups; group++)
        {
            for (int block = 0; block < Layout.Blocks; block++)
            {
                Span<Element> weights = packed.Slice((int)Layout.Weights(group, block), (int)Layout.BlockLength);
                PackBlock(weight.Slice(group * length, length), block * Layout.Channels, Layout.ChannelsOf(block), weights);
            }
        }

        Layout.PackBias(bias, packed);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackBlock(ReadOnlySpan<Element> weight, int firstChannel, int channels, Span<Element> packed)
    {
        int volume = (int)Plan.Geometry.KernelVolume;
        int phases = Plan.Depth.Phases.Length * Plan.Height.Phases.Length * Plan.Width.Phases.Length;
        int phaseStart = 0;
        for (int phase = 0; phase < phases; phase++)
        {
            ReadOnlySpan<int> taps = Plan.TapsOf(phase);
            for (int c = 0; c < InPerGroup; c++)
            {
                int origin = ((c * OutPerGroup) + firstChannel) * volume;
                int next = phaseStart + (c * (int)ChannelStep(taps.Length));
                foreach (int tap in taps)
                {
                    Gather(weight, origin + tap, volume, channels, packed.Slice(next, Tile.Channels));
                    next += (int)TapStep;
                }
            }

            phaseStart += taps.Length * InPerGroup * Tile.Channels;
        }
    }

    private static void Gather(ReadOnlySpan<Element> weight, int start, int step, int channels, Span<Element> block)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            block[channel] = weight[start + (channel * step)];
        }

        block[channels..].Clear();
    }
}
