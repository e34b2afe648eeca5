using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.CompilerServices;
using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels;

/// <summary>
/// The direct forms: box by box of the output, the inputs are copied, the sums gathered in a strip by the kernels, and the strip
/// written out. No scatter, no inserted zeros, no column buffer; borders meet exactly the taps that lie inside the input.
/// </summary>
internal static class DirectForward
{
    // Elements of a panel of weights that stay in the second-level cache while the tiles of a box pass over it: 64 KB.
    private const int PanelElements = 16 * 1024;

    public static void Run(
        ConvTransposeLayer layer,
        in LayerShape shape,
        in WeightPacking packing,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> packed,
        Span<float> output)
    {
        if (shape.Batch == 0)
        {
            return;
        }

        LayerPlan plan = layer.Plan;
        TileForm form = packing.Form;
        Extent box = BoxSize.Choose(plan, packing, shape);
        long inputCapacity = InputBox.Capacity(plan, box, shape.Input, packing.InPerGroup);
        long stripCapacity = Strip.Capacity(plan, form, box);
        var scratch = new Scratch(
            Scratch.BytesFor<float>(inputCapacity) + Scratch.BytesFor<float>(stripCapacity) + RunTable.Bytes(plan, form, box));
        try
        {
            Span<float> inputs = scratch.Take<float>((int)inputCapacity);
            Span<float> sums = scratch.Take<float>((int)stripCapacity);
            var table = new RunTable(plan, form, box, ref scratch);
            for (int z = 0; z < shape.Output.Depth; z += box.Depth)
            {
                AxisWindow depth = plan.Depth.Window(z, End(z, box.Depth, shape.Output.Depth), shape.Input.Depth);
                for (int y = 0; y < shape.Output.Height; y += box.Height)
                {
                    AxisWindow height = plan.Height.Window(y, End(y, box.Height, shape.Output.Height), shape.Input.Height);
                    for (int x = 0; x < shape.Output.Width; x += box.Width)
                    {
                        AxisWindow width = plan.Width.Window(x, End(x, box.Width, shape.Output.Width), shape.Input.Width);
                        var inputBox = new InputBox(depth, height, width, shape.Input);
                        var strip = new Strip(plan, form, depth, height, width);
                        table.Fill(inputBox, strip);
                        RunBox(layer, shape, packing, inputBox, strip, table, input, inputs, packed, sums, output);
                    }
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private static int End(int start, int length, int total) => (int)Math.Min((long)start + length, total);

    private static void RunBox(
        ConvTransposeLayer layer,
        in LayerShape shape,
        in WeightPacking packing,
        in InputBox inputBox,
        in Strip strip,
        in RunTable table,
        ReadOnlySpan<float> input,
        Span<float> inputs,
        ReadOnlySpan<float> packed,
        Span<float> sums,
        Span<float> output)
    {
        int groups = layer.Plan.Geometry.Groups;
        int inGroup = (int)(packing.InPerGroup * shape.Input.Volume);
        int outPlane = (int)shape.Output.Volume;
        bool bare = layer.Plan.Depth.HasBareOutputs || layer.Plan.Height.HasBareOutputs || layer.Plan.Width.HasBareOutputs;
        for (int image = 0; image < shape.Batch; image++)
        {
            for (int group = 0; group < groups; group++)
            {
                inputBox.Copy(input.Slice(((image * groups) + group) * inGroup, inGroup), packing.InPerGroup, inputs);
                for (int block = 0; block < packing.Blocks; block++)
                {
                    ReadOnlySpan<float> bias = packed.Slice((int)packing.BiasOffset(group, block), packing.BlockChannels);
                    if (bare)
                    {
                        strip.Fill(bias, sums);
                    }

                    Accumulate(layer, packing, inputBox, strip, table, inputs, packed, sums, group, block);
                    int channel = block * packing.BlockChannels;
                    int channels = Math.Min(packing.BlockChannels, packing.OutPerGroup - channel);
                    int plane = (((image * groups) + group) * packing.OutPerGroup) + channel;
                    strip.Write(sums, bias, output.Slice(plane * outPlane, channels * outPlane), channels, shape.Output);
                }
            }
        }
    }

    private static void Accumulate(
        ConvTransposeLayer layer,
        in WeightPacking packing,
        in InputBox inputBox,
        in Strip strip,
        in RunTable table,
        Span<float> inputs,
        ReadOnlySpan<float> packed,
        Span<float> sums,
        int group,
        int block)
    {
        TileKernels kernels = layer.Kernels(packing.Form);
        int most = ChannelsAtATime(layer.Plan, packing);
        ref float weights = ref MemoryMarshal.GetReference(packed);
        for (int first = 0; first < packing.InPerGroup; first += most)
        {
            int channels = Math.Min(most, packing.InPerGroup - first);
            foreach (ref readonly RunEntry entry in table.Entries)
            {
                nint panel = packing.WeightOffset(group, block, entry.Phase)
                    + ((nint)first * entry.Taps.PhaseTaps * packing.BlockChannels);
                var run = new TileRun
                {
                    Input = ref inputs[first * inputBox.ChannelStep],
                    Weights = ref Unsafe.Add(ref weights, panel),
                    Bias = ref Unsafe.Add(ref weights, packing.BiasOffset(group, block)),
                    Strip = ref MemoryMarshal.GetReference(sums),
                    Offsets = ref table.Offsets(entry),
                    Tiles = entry.Tiles,
                    Channels = channels,
                    Continues = first > 0,
                    ChannelStep = inputBox.ChannelStep,
                    SliceStep = inputBox.SliceStep,
                    RowStep = inputBox.RowStep,
                    StripChannelStep = strip.ChannelStep,
                };
                if (!entry.Taps.IsWhole)
                {
                    kernels.Border(in run, entry.Taps);
                }
                else if (!packing.Form.Wide && entry.Taps.PhaseTaps <= layer.UnrolledTaps)
                {
                    kernels.Unrolled(entry.Phase, in run);
                }
                else
                {
                    kernels.Looped(in run, entry.Taps);
                }
            }
        }
    }

    // Tiles whose lanes are pixels keep their sums in registers to the end; their few weights fit the cache whole.
    private static int ChannelsAtATime(LayerPlan plan, in WeightPacking packing)
    {
        if (!packing.Form.LanesAreChannels)
        {
            return packing.InPerGroup;
        }

        int most = Math.Max(1, PanelElements / (plan.MostTaps * packing.BlockChannels));
        int parts = (packing.InPerGroup + most - 1) / most;
        return (packing.InPerGroup + parts - 1) / parts;
    }
}
