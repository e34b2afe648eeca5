using System.Runtime.CompilerServices;
using ConvGen.Kernels.Rows;

namespace ConvGen.Packing;

/// <summary>
/// The order in which the kernels of phase rows read weights: within a block [row][input channel][tap][channel of the block].
/// </summary>
/// <param name="Plan">The rows.</param>
/// <param name="Form">The tile; its channels are the block.</param>
/// <param name="InPerGroup">Input channels of a group.</param>
/// <param name="OutPerGroup">Output channels of a group.</param>
internal readonly record struct RowPacking(RowPlan Plan, RowForm Form, int InPerGroup, int OutPerGroup)
{
    public BlockLayout Layout => new(
        Plan.Layer.Geometry.Groups, OutPerGroup, Form.Channels, checked((long)InPerGroup * Plan.Layer.Taps * Form.Channels));

    /// <summary>Elements in all.</summary>
    public long Length => Layout.Length;

    /// <summary>Packs PyTorch's (Cin, Cout/g, kD, kH, kW) and a bias of Cout elements or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pack(ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> packed)
    {
        int volume = (int)Plan.Layer.Geometry.KernelVolume;
        int next = 0;
        for (int group = 0; group < Plan.Layer.Geometry.Groups; group++)
        {
            for (int first = 0; first < OutPerGroup; first += Form.Channels)
            {
                foreach (int[] taps in Plan.Taps)
                {
                    for (int c = 0; c < InPerGroup; c++)
                    {
                        int origin = ((((group * InPerGroup) + c) * OutPerGroup) + first) * volume;
                        foreach (int tap in taps)
                        {
                            for (int channel = 0; channel < Form.Channels; channel++)
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
