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

    // Tap by tap, the weights of a phase at a time: half of the second-level cache, so that sums are seldom loaded and stored.
    private const int TapPanelElements = 64 * 1024;

    public static WorkGrid Grid(in LayerCall call) => Grid(call, Box(call, Borders.Choose(call)));

    public static long ScratchBytes(in LayerCall call)
    {
        BorderForm borders = Borders.Choose(call);
        return ScratchBytes(call, Box(call, borders), borders);
    }

    public static void Run(in LayerCall call, int first, int end)
    {
        (LayerPlan plan, TileForm form, LayerShape shape) = (call.Layer.Plan, call.Packing.Form, call.Shape);
        BorderForm borders = Borders.Choose(call);
        Extent size = Box(call, borders);
        WorkGrid grid = Grid(call, size);
        bool margin = borders == BorderForm.Margin;
        var scratch = new Scratch(ScratchBytes(call, size, borders));
        try
        {
            Span<float> inputs = scratch.Take<float>((int)InputElements(call, size, margin));
            Span<float> sums = scratch.Take<float>((int)Strip.Capacity(plan, form, size));
            var table = new RunTable(plan, form, size, borders, ref scratch);
            var weights = new RunWeights(call.Packing, RunTable.MostEntries(plan, size, borders), ref scratch);
            var input = default(InputBox);
            var strip = default(Strip);
            int box = -1;
            for (int index = first, next; index < end; index = next)
            {
                WorkUnit unit = grid.Sharing(index, end, out next);
                if (unit.Box != box)
                {
                    box = unit.Box;
                    input = new InputBox(
                        Window(plan.Depth, unit.Place.Depth, size.Depth, shape.Output.Depth, shape.Input.Depth, margin),
                        Window(plan.Height, unit.Place.Height, size.Height, shape.Output.Height, shape.Input.Height, margin),
                        Window(plan.Width, unit.Place.Width, size.Width, shape.Output.Width, shape.Input.Width, margin),
                        shape.Input,
                        Pitch(call));
                    strip = new Strip(plan, form, input.Depth, input.Height, input.Width);
                    table.Fill(input, strip);
                    weights.Fill(call.Packing, table.Entries);
                }

                input.Copy(call.GroupInput(unit), call.Packing.InPerGroup, inputs);
                for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
                {
                    RunBlock(call, unit, block, input, strip, table, weights, inputs, sums);
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private static WorkGrid Grid(in LayerCall call, Extent box) =>
        new(call.Shape.Output.PartsOf(box), call.Shape.Batch, call.Layer.Plan.Geometry.Groups, call.Packing.Blocks);

    private static Extent Box(in LayerCall call, BorderForm borders)
    {
        Extent box = BoxSize.Choose(call.Layer.Plan, call.Packing, call.Shape);
        // A phase of few outputs takes many times their size: padding of the strip, entries of the table. Both are of a whole row's phases.
        long least = Math.Min(call.Layer.Plan.Width.Axis.Stride, call.Shape.Output.Width);
        for (long most = box.Volume / 2; most >= least && ScratchBytes(call, box, borders) > call.ScratchAllowance; most /= 2)
        {
            box = BoxSize.Choose(call.Layer.Plan, call.Packing, call.Shape, most);
        }

        return box;
    }

    private static long ScratchBytes(in LayerCall call, Extent box, BorderForm borders)
    {
        (LayerPlan plan, TileForm form) = (call.Layer.Plan, call.Packing.Form);
        return Scratch.BytesFor<float>(InputElements(call, box, borders == BorderForm.Margin))
            + Scratch.BytesFor<float>(Strip.Capacity(plan, form, box))
            + RunTable.Bytes(plan, form, box, borders)
            + RunWeights.Bytes(RunTable.MostEntries(plan, box, borders));
    }

    private static long InputElements(in LayerCall call, Extent box, bool margin) => margin
        ? InputBox.CapacityWithMargin(call.Layer.Plan, box, call.Packing.InPerGroup, Pitch(call))
        : InputBox.Capacity(call.Layer.Plan, box, call.Shape.Input, call.Packing.InPerGroup, Pitch(call));

    private static int Pitch(in LayerCall call) => call.Packing.Form.LanesAreChannels ? InputBox.PitchOf(call.Packing.InPerGroup) : 0;

    private static AxisWindow Window(AxisPlan axis, int place, int size, int output, int input, bool margin)
    {
        (int start, int end) = (place * size, (int)Math.Min(((long)place + 1) * size, output));
        return margin ? axis.WindowWithMargin(start, end) : axis.Window(start, end, input);
    }

    private static void RunBlock(
        in LayerCall call,
        in WorkUnit unit,
        int block,
        in InputBox input,
        in Strip strip,
        in RunTable table,
        in RunWeights weights,
        Span<float> inputs,
        Span<float> sums)
    {
        LayerPlan plan = call.Layer.Plan;
        WeightPacking packing = call.Packing;
        ReadOnlySpan<float> bias = call.Weights.Slice((int)packing.BiasOffset(unit.Group, block), packing.BlockChannels);
        if (table.TapByTap || plan.Depth.HasBareOutputs || plan.Height.HasBareOutputs || plan.Width.HasBareOutputs)
        {
            strip.Clear(sums);
        }

        int most = ChannelsAtATime(plan, packing, table.TapByTap);
        ref float blockWeights = ref Unsafe.Add(
            ref MemoryMarshal.GetReference(call.Weights), packing.WeightOffset(unit.Group, block, 0));
        TileKernels kernels = call.Layer.Kernels(packing.Form);
        var run = new TileRun
        {
            Strip = ref MemoryMarshal.GetReference(sums),
            WeightTapStep = packing.TapStep,
            ChannelStep = input.ChannelStep,
            SliceStep = input.SliceStep,
            RowStep = input.RowStep,
            ColumnStep = input.ColumnStep,
            StripChannelStep = strip.ChannelStep,
        };
        for (int first = 0; first < packing.InPerGroup; first += most)
        {
            run.Input = ref inputs[first * input.ChannelStep];
            run.Channels = Math.Min(most, packing.InPerGroup - first);
            run.Continues = table.TapByTap || first > 0;
            for (int index = 0; index < table.Entries.Length; index++)
            {
                ref readonly RunEntry entry = ref table.Entries[index];
                run.Weights = ref Unsafe.Add(ref blockWeights, weights.Phase(index, first));
                run.Offsets = ref table.Offsets(entry);
                (run.TilesBefore, run.Tiles) = (entry.TilesBefore, entry.Tiles);
                run.WeightChannelStep = weights.ChannelStep(index);
                run.Ahead = weights.Ahead(index, first, run.Channels);
                Execute(call.Layer, kernels, packing, entry, run);
            }
        }

        Span<float> planes = call.BlockOutput(unit, block, out int written);
        strip.Write(sums, bias, planes, written, call.Shape.Output);
    }

    private static void Execute(
        ConvTransposeLayer layer, TileKernels kernels, in WeightPacking packing, in RunEntry entry, in TileRun run)
    {
        if (entry.Size == TileSize.Narrow)
        {
            kernels.Narrow(in run, entry.Taps);
        }
        else if (entry.Size == TileSize.Rest)
        {
            kernels.Rest(in run, entry.Taps);
        }
        else if (!packing.ByTap && entry.Taps.IsWhole && entry.Taps.PhaseTaps <= layer.UnrolledTaps)
        {
            kernels.Unrolled(entry.Phase, in run);
        }
        else
        {
            kernels.Looped(in run, entry.Taps);
        }
    }

    // Tiles whose lanes are pixels keep their sums in registers to the end; their few weights fit the cache whole.
    private static int ChannelsAtATime(LayerPlan plan, in WeightPacking packing, bool tapByTap)
    {
        if (!packing.Form.LanesAreChannels)
        {
            return packing.InPerGroup;
        }

        int most = Math.Max(1, (tapByTap ? TapPanelElements : PanelElements) / (packing.ByTap ? 2 : plan.MostTaps) / packing.BlockChannels);
        int parts = (packing.InPerGroup + most - 1) / most;
        return (packing.InPerGroup + parts - 1) / parts;
    }
}
