namespace ConvGen.Packing;

/// <summary>
/// Where packed weights lie: [group][channel block][weights of the block], then the bias as [group][channel block][channel of the
/// block].
/// </summary>
/// <param name="Groups">Groups.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
/// <param name="Channels">Output channels of a block; those beyond the last are zero.</param>
/// <param name="BlockLength">Weights of a block.</param>
internal readonly record struct BlockLayout(int Groups, int InPerGroup, int OutPerGroup, int Channels, long BlockLength)
{
    /// <summary>Blocks of a group.</summary>
    public int Blocks => (OutPerGroup + Channels - 1) / Channels;

    /// <summary>Elements of all weights.</summary>
    public long WeightsLength => checked((long)Groups * Blocks * BlockLength);

    /// <summary>Elements in all.</summary>
    public long Length => checked(WeightsLength + ((long)Groups * Blocks * Channels));

    /// <summary>First weight of a block.</summary>
    public nint Weights(int group, int block) => (nint)(((group * (long)Blocks) + block) * BlockLength);

    /// <summary>First bias of a block.</summary>
    public nint Bias(int group, int block) => (nint)(WeightsLength + (((group * (long)Blocks) + block) * Channels));

    /// <summary>Output channels that a block has.</summary>
    public int ChannelsOf(int block) => Math.Min(Channels, OutPerGroup - (block * Channels));

    /// <summary>Packs a bias of Cout elements or none.</summary>
    public void PackBias(ReadOnlySpan<Element> bias, Span<Element> packed)
    {
        packed = packed[(int)WeightsLength..(int)Length];
        packed.Clear();
        for (int group = 0; group < Groups && !bias.IsEmpty; group++)
        {
            bias.Slice(group * OutPerGroup, OutPerGroup).CopyTo(packed[(group * Blocks * Channels)..]);
        }
    }
}
