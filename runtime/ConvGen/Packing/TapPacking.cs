namespace ConvGen.Packing;

/// <summary>
/// Weights kernel by kernel: within a block [kernel][input channel][tap][channel of the block]; channels beyond the last are zero.
/// </summary>
/// <param name="Layer">The layer.</param>
/// <param name="BlockChannels">Channels of a block.</param>
/// <param name="Level">The vector width.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
internal abstract record TapPacking(LayerPhases Layer, int BlockChannels, SimdLevel Level, int InPerGroup, int OutPerGroup) : IWeightPacking
{
    /// <inheritdoc/>
    public BlockLayout Layout { get; } = new(
        Layer.Geometry.Groups, InPerGroup, OutPerGroup, BlockChannels, checked((long)InPerGroup * Layer.Taps * BlockChannels));

    /// <summary>Kernels, whose taps are all of the layer's.</summary>
    public abstract int Kernels { get; }

    /// <summary>The taps of a kernel in the order in which it meets them: elements of a kernel of the layer.</summary>
    public abstract ReadOnlySpan<int> TapsOf(int kernel);

    /// <summary>From the weights of an input channel to those of the next, in a kernel of so many taps.</summary>
    public virtual nint ChannelStep(int kernelTaps) => (nint)BlockChannels * kernelTaps;

    /// <summary>From the weights of a tap to those of the next.</summary>
    public virtual nint TapStep => BlockChannels;

    /// <inheritdoc/>
    public void Pack(ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, Span<Element> packed)
    {
        (BlockLayout layout, int volume) = (Layout, (int)Layer.Geometry.KernelVolume);
        int length = InPerGroup * OutPerGroup * volume;
        for (int group = 0; group < layout.Groups; group++)
        {
            for (int block = 0; block < layout.Blocks; block++)
            {
                Span<Element> weights = packed.Slice((int)layout.Weights(group, block), (int)layout.BlockLength);
                PackBlock(weight.Slice(group * length, length), volume, block * layout.Channels, layout.ChannelsOf(block), weights);
            }
        }

        layout.PackBias(bias, packed);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackBlock(ReadOnlySpan<Element> weight, int volume, int firstChannel, int channels, Span<Element> packed)
    {
        (int start, int blockChannels) = (0, BlockChannels);
        for (int kernel = 0; kernel < Kernels; kernel++)
        {
            ReadOnlySpan<int> taps = TapsOf(kernel);
            (int channelStep, int tapStep) = ((int)ChannelStep(taps.Length), (int)TapStep);
            for (int c = 0; c < InPerGroup; c++)
            {
                int origin = ((c * OutPerGroup) + firstChannel) * volume;
                int next = start + (c * channelStep);
                foreach (int tap in taps)
                {
                    int from = origin + tap;
                    for (int to = next; to < next + channels; to++)
                    {
                        packed[to] = weight[from];
                        from += volume;
                    }

                    // Most blocks are full, and a call that clears nothing would take as long as the copies.
                    if (channels < blockChannels)
                    {
                        packed[(next + channels)..(next + blockChannels)].Clear();
                    }

                    next += tapStep;
                }
            }

            start += taps.Length * InPerGroup * blockChannels;
        }
    }
}
