using System.Runtime.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Kernels;

namespace ConvGen.Packing;

/// <summary>
/// The order in which kernels read weights: [group][channel block][phase][input channel][tap][channel of the block], then the bias
/// as [group][channel block][channel of the block]; channels beyond the last are zero.
/// </summary>
/// <param name="Plan">The layer.</param>
/// <param name="Form">The tile; its channels are the block.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
/// <param name="ByTap">
/// Within a phase [tap][input channel] instead: for small images, which meet their weights tap by tap (<see cref="BorderForm.TapByTap"/>).
/// </param>
internal readonly record struct WeightPacking(LayerPlan Plan, TileForm Form, int InPerGroup, int OutPerGroup, bool ByTap = false)
{
    /// <summary>Output channels of a block.</summary>
    public int BlockChannels => Form.Channels;

    /// <summary>Blocks of a group.</summary>
    public int Blocks => (OutPerGroup + BlockChannels - 1) / BlockChannels;

    /// <summary>Weights of a block, all phases.</summary>
    public long BlockLength => (long)InPerGroup * Plan.Taps * BlockChannels;

    private long BiasStart => Plan.Geometry.Groups * Blocks * BlockLength;

    /// <summary>Elements in all.</summary>
    public long Length => checked(BiasStart + ((long)Plan.Geometry.Groups * Blocks * BlockChannels));

    /// <summary>First weight of a phase in a block.</summary>
    public nint WeightOffset(int group, int block, int phase) =>
        (nint)((((group * (long)Blocks) + block) * BlockLength) + ((long)Plan.FirstTap(phase) * InPerGroup * BlockChannels));

    /// <summary>From the weights of an input channel to those of the next, in a phase of so many taps.</summary>
    public nint ChannelStep(int phaseTaps) => (nint)BlockChannels * (ByTap ? 1 : phaseTaps);

    /// <summary>From the weights of a tap to those of the next.</summary>
    public nint TapStep => (nint)BlockChannels * (ByTap ? InPerGroup : 1);

    /// <summary>First bias of a block.</summary>
    public nint BiasOffset(int group, int block) => (nint)(BiasStart + (((group * (long)Blocks) + block) * BlockChannels));

    /// <summary>Packs PyTorch's (Cin, Cout/g, kD, kH, kW) and a bias of Cout elements or none.</summary>
    public void Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> packed)
    {
        int kernelVolume = (int)Plan.Geometry.KernelVolume;
        for (int group = 0; group < Plan.Geometry.Groups; group++)
        {
            int length = InPerGroup * OutPerGroup * kernelVolume;
            ReadOnlySpan<float> groupWeight = weight.Slice(group * length, length);
            for (int block = 0; block < Blocks; block++)
            {
                int first = block * BlockChannels;
                int channels = Math.Min(BlockChannels, OutPerGroup - first);
                PackBlock(groupWeight, first, channels, packed.Slice((int)WeightOffset(group, block, 0), (int)BlockLength));
                Span<float> blockBias = packed.Slice((int)BiasOffset(group, block), BlockChannels);
                blockBias.Clear();
                if (!bias.IsEmpty)
                {
                    bias.Slice((group * OutPerGroup) + first, channels).CopyTo(blockBias);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackBlock(ReadOnlySpan<float> weight, int firstChannel, int channels, Span<float> packed)
    {
        (AxisGeometry depth, AxisGeometry height, AxisGeometry width) = (Plan.Geometry.Depth, Plan.Geometry.Height, Plan.Geometry.Width);
        int volume = (int)Plan.Geometry.KernelVolume;
        int phaseStart = 0;
        foreach (AxisPhase z in Plan.Depth.Phases)
        {
            foreach (AxisPhase y in Plan.Height.Phases)
            {
                foreach (AxisPhase x in Plan.Width.Phases)
                {
                    int taps = z.TapCount * y.TapCount * x.TapCount;
                    for (int c = 0; c < InPerGroup; c++)
                    {
                        int origin = ((c * OutPerGroup) + firstChannel) * volume;
                        int next = phaseStart + (c * (int)ChannelStep(taps));
                        for (int tz = 0; tz < z.TapCount; tz++)
                        {
                            for (int ty = 0; ty < y.TapCount; ty++)
                            {
                                int row = origin + (((z.Kernel(tz) * height.Kernel) + y.Kernel(ty)) * width.Kernel);
                                for (int tx = 0; tx < x.TapCount; tx++)
                                {
                                    Gather(weight, row + x.Kernel(tx), volume, channels, packed.Slice(next, BlockChannels));
                                    next += (int)TapStep;
                                }
                            }
                        }
                    }

                    phaseStart += taps * InPerGroup * BlockChannels;
                }
            }
        }
    }

    private static void Gather(ReadOnlySpan<float> weight, int start, int step, int channels, Span<float> block)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            block[channel] = weight[start + (channel * step)];
        }

        block[channels..].Clear();
    }
}
