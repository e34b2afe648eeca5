using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.CompilerServices;
using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>
/// The direct form with lanes as pixels where phases lie side by side: tile by tile the inputs stay in the first-level cache while
/// all channel blocks pass over them, and sums go from registers into the output.
/// </summary>
internal static class RowForward
{
    // Elements of input that tiles share: somewhat more than a first-level cache holds, so that rows are written in long pieces.
    private const int CachedElements = 12 * 1024;

    private const int MostTiles = 64;

    // Input channels at a time where tiles meet their inputs but once per block: their sums are continued in the output.
    private const int MostChannels = 256;

    public static WorkGrid Grid(in LayerCall call)
    {
        RowPacking packing = call.Rows!.Value;
        Extent box = BoxSize.ForRows(call.Layer.Plan, packing.Plan.SharesWindow, packing.InPerGroup, call.Shape);
        return new WorkGrid(
            call.Shape.Output.PartsOf(box), call.Shape.Batch, call.Layer.Plan.Geometry.Groups, packing.Layout.Blocks);
    }

    public static long ScratchBytes(in LayerCall call) => new RowSizes(call).Bytes;

    public static void Run(in LayerCall call, int first, int end)
    {
        RowPacking packing = call.Rows!.Value;
        var sizes = new RowSizes(call);
        WorkGrid grid = Grid(call);
        var scratch = new Scratch(sizes.Bytes);
        try
        {
            Span<float> inputs = scratch.Take<float>((int)sizes.Inputs);
            var work = new RowWork
            {
                Panel = scratch.Take<float>((int)sizes.Panel),
                Slots = scratch.Take<float>((int)sizes.Slots),
                Zeros = scratch.Take<float>(packing.Form.Channels),
                Tiles = new RowTiles(packing.Plan, packing.Form, sizes.Box, ref scratch),
                Group = sizes.Group,
                Channels = sizes.Channels,
            };
            work.Zeros.Clear();
            (int box, int copied) = (-1, -1);
            for (int index = first; index < end; index++)
            {
                WorkUnit unit = grid[index];
                if (unit.Box != box)
                {
                    box = unit.Box;
                    work.Box = RowBox.Create(packing, unit.Place, sizes.Box, call.Shape);
                    work.Tiles.Fill(work.Box, call.Shape.Output, overlap: !sizes.Continues, sizes.Group, sizes.Channels);
                }

                if (unit.Input != copied)
                {
                    copied = unit.Input;
                    work.Box.Input.Copy(call.GroupInput(unit), packing.InPerGroup, inputs);
                }

                RunUnit(call, unit, inputs, work);
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    /// <summary>Input channels at a time, and tiles that share them in the first-level cache.</summary>
    public static (int Channels, int Group) Blocking(in RowPacking packing)
    {
        int parts = packing.Plan.SharesWindow ? (packing.InPerGroup + MostChannels - 1) / MostChannels : 1;
        int channels = (packing.InPerGroup + parts - 1) / parts;
        return (channels, Math.Clamp(CachedElements / (channels * packing.Form.Positions), 1, MostTiles));
    }

    private static void RunUnit(in LayerCall call, in WorkUnit unit, Span<float> inputs, in RowWork work)
    {
        RowPacking packing = call.Rows!.Value;
        for (int start = 0; start < work.Tiles.Count; start += work.Group)
        {
            int end = Math.Min(start + work.Group, work.Tiles.Count);
            for (int first = 0; first < packing.InPerGroup; first += work.Channels)
            {
                int channels = Math.Min(work.Channels, packing.InPerGroup - first);
                work.Gather(packing, inputs, start, end, first, channels);
                RunBlocks(call, packing, unit, new RowRange(start, end, first, channels), inputs, work);
            }
        }
    }

    // Called with little work at a time: what does not change from kernel to kernel is worked out once.
    private static void RunBlocks(
        in LayerCall call, in RowPacking packing, in WorkUnit unit, in RowRange range, Span<float> inputs, in RowWork work)
    {
        RowPlan plan = packing.Plan;
        BlockLayout layout = packing.Layout;
        PhaseKernel kernel = call.Layer.RowKernel(packing.Form);
        int straight = Math.Clamp(work.Tiles.Straight, range.Start, range.End);
        bool ends = range.First + range.Channels == packing.InPerGroup;
        nint size = packing.Form.ElementsPerOperand;
        nint volume = (nint)call.Shape.Output.Volume;
        nint blockVolume = volume * packing.Form.Channels;
        ref float packed = ref MemoryMarshal.GetReference(call.Weights);
        ref float weights = ref Unsafe.Add(ref packed, layout.Weights(unit.Group, unit.FirstBlock) * size);
        ref float bias = ref Unsafe.Add(ref packed, layout.Bias(unit.Group, unit.FirstBlock) * size);
        nint image = ((nint)unit.Image * plan.Layer.Geometry.Groups) + unit.Group;
        ref float planes = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(call.Output), (image * packing.OutPerGroup * volume) + (unit.FirstBlock * blockVolume));
        var run = new TileRun
        {
            Input = ref plan.SharesWindow ? ref work.Panel[0] : ref inputs[range.First * work.Box.Input.ChannelStep],
            PositionStep = plan.Layer.Width.Axis.Stride,
            Channels = range.Channels,
            Continues = range.First > 0,
            ChannelStep = (plan.SharesWindow ? packing.Form.Positions : work.Box.Input.ChannelStep) * size,
            SliceStep = work.Box.Input.SliceStep * size,
            RowStep = work.Box.Input.RowStep * size,
        };
        for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
        {
            int slot = work.FirstSlot(packing, block - unit.FirstBlock);
            run.Bias = ref range.First > 0 ? ref work.Zeros[0] : ref bias;
            for (int row = 0; row < plan.Taps.Length; row++)
            {
                nint taps = ((nint)plan.FirstTaps[row] * packing.InPerGroup) + ((nint)range.First * plan.Taps[row].Length);
                run.Weights = ref Unsafe.Add(ref weights, taps * packing.Form.Channels * size);
                if (straight > range.Start)
                {
                    run.Strip = ref planes;
                    run.StripChannelStep = volume;
                    run.Offsets = ref work.Tiles.Offsets(row, range.Start);
                    run.Tiles = straight - range.Start;
                    kernel(row, in run);
                }

                if (straight < range.End)
                {
                    run.Strip = ref work.Slots[slot];
                    run.StripChannelStep = work.Tiles.SlotStep;
                    run.Offsets = ref work.Tiles.Offsets(row, straight);
                    run.Tiles = range.End - straight;
                    kernel(row, in run);
                }
            }

            if (ends && straight < range.End)
            {
                RowEdges.Write(call, unit, block, straight, range.End, work.Slots[slot..], work);
            }

            weights = ref Unsafe.Add(ref weights, (nint)layout.BlockLength * size);
            bias = ref Unsafe.Add(ref bias, layout.Channels * size);
            planes = ref Unsafe.Add(ref planes, blockVolume);
        }
    }
}

/// <summary>Tiles that share inputs, and the input channels that they take at a time.</summary>
internal readonly record struct RowRange(int Start, int End, int First, int Channels);
