using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.CompilerServices;
using ConvGen.Memory;
using ConvGen.Packing;
using ConvGen.Planning;

namespace ConvGen.Kernels.Rows;

/// <summary>
/// The direct form with lanes as pixels where phases lie side by side: tile by tile the inputs stay in the first-level cache while
/// all channel blocks pass over them, and sums go from registers into the output.
/// </summary>
internal static class RowForward
{
    // Elements of input that tiles share. A panel is half of a second-level cache of 512 KB, from which tiles are fed fast enough: the
    // weights are read once for all its tiles. Inputs of a box without a panel are better kept in the first-level cache.
    public const int PanelElements = 64 * 1024;

    private const int CachedElements = 12 * 1024;

    private const int MostTiles = 64;

    // Elements of input that no second-level cache holds for long.
    private const int LargeInput = 1 << 20;

    // Tiles of a few products pass faster than a line is fetched, and hints cost them more than they bring unless lines come from afar.
    private const int ShortTilesAhead = 4;
    private const int LargeOutput = 1 << 21;

    public static WorkGrid Grid(in LayerCall call) =>
        DoublingForward.Suits(call) ? DoublingForward.Grid(call)
        : EnlargingForward.Suits(call) ? EnlargingForward.Grid(call)
        : Grid(call, RowSizes.Of(call).Box);

    public static long ScratchBytes(in LayerCall call) =>
        DoublingForward.Suits(call) ? DoublingForward.ScratchBytes(call)
        : EnlargingForward.Suits(call) ? EnlargingForward.ScratchBytes(call)
        : RowSizes.Of(call).Bytes;

    public static void Run(in LayerCall call, int first, int end)
    {
        if (DoublingForward.Suits(call))
        {
            DoublingForward.Run(call, first, end);
        }
        else if (EnlargingForward.Suits(call))
        {
            EnlargingForward.Run(call, first, end);
        }
        else
        {
            RunTiles(call, first, end);
        }
    }

    private static void RunTiles(in LayerCall call, int first, int end)
    {
        RowPacking packing = call.Rows!.Value;
        var sizes = RowSizes.Of(call);
        WorkGrid grid = Grid(call, sizes.Box);
        var scratch = new Scratch(sizes.Bytes);
        try
        {
            Span<float> inputs = scratch.Take<float>((int)sizes.Inputs);
            var work = new RowWork
            {
                Panel = new RowPanel(packing, sizes.Panel, sizes.Group, ref scratch),
                Slots = scratch.Take<float>((int)sizes.Slots),
                Tiles = new RowTiles(packing.Plan, packing.Form, sizes.Box, ref scratch),
                Edges = new RowEdges(packing, sizes.Box, ref scratch),
                Group = sizes.Group,
            };
            int box = -1;
            for (int index = first, next; index < end; index = next)
            {
                WorkUnit unit = grid.Sharing(index, end, out next);
                if (unit.Box != box)
                {
                    box = unit.Box;
                    work.Box = RowBox.Create(packing, unit.Place, sizes.Box, call.Shape);
                    work.Tiles.Fill(work.Box, call.Shape.Output, sizes.Group, packing.InPerGroup);
                    work.Edges.Fill(work.Box, work.Tiles, call.Shape.Output, sizes.Group);
                }

                if (!packing.Plan.SharesWindow && !work.Box.Input.InPlace)
                {
                    work.Box.Input.Copy(call.GroupInput(unit), packing.InPerGroup, inputs);
                }

                work.Ahead = next < end ? Ahead(call, unit, grid[next], work.Box, sizes.Box) : default;
                RunUnit(call, unit, inputs, work);
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private static WorkGrid Grid(in LayerCall call, Extent box) => new(
        call.Shape.Output.PartsOf(box), call.Shape.Batch, call.Layer.Plan.Geometry.Groups, call.Rows!.Value.Layout.Blocks);

    /// <summary>Tiles that share inputs in a cache.</summary>
    public static int GroupSize(in RowPacking packing)
    {
        int elements = packing.Plan.SharesWindow ? PanelElements : CachedElements;
        return (int)Math.Clamp(elements / ((long)packing.InPerGroup * packing.Form.Positions), 1, MostTiles);
    }

    private static InputAhead Ahead(
        in LayerCall call, scoped in WorkUnit unit, scoped in WorkUnit next, scoped in RowBox box, Extent size)
    {
        RowPacking packing = call.Rows!.Value;
        return packing.Plan.SharesWindow || call.Input.Length < LargeInput
            ? default
            : new InputAhead(
                call.GroupInput(next),
                next.Box == unit.Box ? box.Input : RowBox.Create(packing, next.Place, size, call.Shape).Input,
                packing.InPerGroup);
    }

    // Rows that make up half of a line or less would fetch what they do not write.
    private static int TilesAhead(in LayerCall call, in RowPacking packing) =>
        packing.Plan.Phases < packing.Plan.Layer.Width.Axis.Stride ? -1
        : !AlgorithmRule.IsBrief(packing.Plan.Layer.Geometry, packing.InPerGroup) ? 0
        : call.Output.Length < LargeOutput ? -1
        : ShortTilesAhead;

    private static void RunUnit(in LayerCall call, in WorkUnit unit, Span<float> inputs, in RowWork work)
    {
        RowPacking packing = call.Rows!.Value;
        int groups = (work.Tiles.Count + work.Group - 1) / work.Group;
        for (int start = 0; start < work.Tiles.Count; start += work.Group)
        {
            work.Ahead.Fetch(start / work.Group, groups);
            int end = Math.Min(start + work.Group, work.Tiles.Count);
            if (packing.Plan.SharesWindow)
            {
                work.Panel.Fill(call.GroupInput(unit), work.Box.Input, work.Tiles, start, end);
                RunBlocks(call, packing, unit, start, end, work.Panel.Elements, work);
            }
            else
            {
                ReadOnlySpan<float> box = work.Box.Input.InPlace ? call.GroupInput(unit)[work.Box.Input.Corner..] : inputs;
                RunBlocks(call, packing, unit, start, end, box, work);
            }
        }
    }

    // Called with little work at a time: what does not change from kernel to kernel is worked out once.
    private static void RunBlocks(
        in LayerCall call, in RowPacking packing, in WorkUnit unit, int start, int end, ReadOnlySpan<float> inputs, in RowWork work)
    {
        RowPlan plan = packing.Plan;
        BlockLayout layout = packing.Layout;
        PhaseKernel kernel = call.Layer.RowKernel(packing.Form);
        int straight = Math.Clamp(work.Tiles.Straight, start, end);
        int channels = packing.Form.Channels;
        int slotStep = work.Tiles.SlotStep;
        nint volume = (nint)call.Shape.Output.Volume;
        nint blockVolume = volume * channels;
        ref float packed = ref MemoryMarshal.GetReference(call.Weights);
        ref float weights = ref Unsafe.Add(ref packed, layout.Weights(unit.Group, unit.FirstBlock));
        ref float bias = ref Unsafe.Add(ref packed, layout.Bias(unit.Group, unit.FirstBlock));
        nint image = ((nint)unit.Image * plan.Layer.Geometry.Groups) + unit.Group;
        ref float planes = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(call.Output), (image * packing.OutPerGroup * volume) + (unit.FirstBlock * blockVolume));
        var run = new TileRun
        {
            Input = ref MemoryMarshal.GetReference(inputs),
            PositionStep = plan.Layer.Width.Axis.Stride,
            TilesAhead = TilesAhead(call, packing),
            Channels = packing.InPerGroup,
            ChannelStep = plan.SharesWindow ? packing.Form.Positions : work.Box.Input.ChannelStep,
            SliceStep = work.Box.Input.SliceStep,
            RowStep = work.Box.Input.RowStep,
        };
        for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
        {
            run.Bias = ref bias;
            for (int row = 0; row < plan.Taps.Length; row++)
            {
                nint taps = (nint)plan.FirstTaps[row] * packing.InPerGroup;
                run.Weights = ref Unsafe.Add(ref weights, taps * channels);
                run.Ahead = (nint)packing.InPerGroup * plan.Taps[row].Length * channels;
                if (straight > start)
                {
                    run.Strip = ref planes;
                    run.StripChannelStep = volume;
                    run.LineStep = call.Shape.Output.Width;
                    run.Offsets = ref work.Tiles.Offsets(row, start);
                    run.Tiles = straight - start;
                    kernel(row, in run);
                }

                if (straight < end)
                {
                    run.Strip = ref work.Slots[0];
                    run.StripChannelStep = slotStep;
                    run.LineStep = channels * slotStep;
                    run.Offsets = ref work.Tiles.Offsets(row, straight);
                    run.Tiles = end - straight;
                    kernel(row, in run);
                }
            }

            if (straight < end)
            {
                work.Edges.Write(work.Tiles, straight, end, work.Slots, call.BlockOutput(unit, block, out _), (int)volume);
            }

            weights = ref Unsafe.Add(ref weights, (nint)layout.BlockLength);
            bias = ref Unsafe.Add(ref bias, layout.Channels);
            planes = ref Unsafe.Add(ref planes, blockVolume);
        }
    }
}
