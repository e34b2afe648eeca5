using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.CompilerServices;
using ConvGen.Memory;
using ConvGen.Packing;
using ConvGen.Planning;

namespace ConvGen.Kernels.Winograd;

/// <summary>
/// F(3, 2) along rows with tiles as lanes: inputs are transformed as they lie in their rows, and so are the outputs, so that nothing is
/// transposed. The kernels are those with channels as lanes, their arguments exchanged: they load tiles and broadcast weights. Every output
/// is the same sum of the same products, in the same order, as <see cref="WinogradForward"/> makes it.
/// </summary>
internal static class LaneForward
{
    // Elements of a box that stay in the second-level cache beside the weights of its phases.
    private const int BoxElements = 128 * 1024;

    /// <summary>Whether a call is computed so.</summary>
    public static bool Suits(in LayerCall call) => call.Winograd is { } packing
        && LaneRule.Exists(packing.Geometry, packing.Shape)
        && LaneRule.Suits(
            packing.Shape.Width,
            packing.InPerGroup,
            packing.OutPerGroup,
            packing.BlockChannels,
            packing.LaneForm.Channels,
            call.Shape.Output.Width)
        && new LaneWorkspaceSize(packing, panels: 1).Bytes <= call.ScratchAllowance;

    public static WorkGrid Grid(in LayerCall call) => Grid(call, PanelsOfBox(call));

    public static long ScratchBytes(in LayerCall call) => new LaneWorkspaceSize(call.Winograd!, PanelsOfBox(call)).Bytes;

    public static void Run<TSimd, TVector>(in LayerCall call, int first, int end)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        WinogradPacking packing = call.Winograd!;
        int size = PanelsOfBox(call);
        WorkGrid grid = Grid(call, size);
        var lengths = new LaneWorkspaceSize(packing, size);
        var scratch = new Scratch(lengths.Bytes);
        try
        {
            var work = new LaneWorkspace(lengths, ref scratch);
            for (int index = first, next; index < end; index = next)
            {
                WorkUnit unit = grid.Sharing(index, end, out next);
                int firstPanel = unit.Place.Width * size;
                var box = new LaneBox(packing, firstPanel, Math.Min(size, Panels(call) - firstPanel));
                box.Inputs<TSimd, TVector>(call.GroupInput(unit), call.Shape.Input.Width, work.Edge, work.Inputs);
                for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
                {
                    RunBlock<TSimd, TVector>(call, unit, block, box, work);
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private static WorkGrid Grid(in LayerCall call, int panels) => new(
        new Extent(1, 1, (Panels(call) + panels - 1) / panels), call.Shape.Batch, call.Winograd!.Geometry.Groups, call.Winograd.Blocks);

    private static int Panels(in LayerCall call) => LaneBox.PanelsOf(call.Winograd!, call.Shape.Output.Width);

    private static int PanelsOfBox(in LayerCall call)
    {
        WinogradPacking packing = call.Winograd!;
        int panels = Panels(call);
        // Boxes must be many enough for threads to share them evenly.
        long share = (long)panels * call.Shape.Batch * packing.Geometry.Groups * packing.Blocks / WorkGrid.LeastUnits;
        long most = Math.Max(1, Math.Min(share, BoxElements / new LaneWorkspaceSize(packing, panels: 1).Busy));
        int boxes = (int)((panels + most - 1) / most);
        return (panels + boxes - 1) / boxes;
    }

    private static void RunBlock<TSimd, TVector>(in LayerCall call, in WorkUnit unit, int block, in LaneBox box, in LaneWorkspace work)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        WinogradPacking packing = call.Winograd!;
        int width = call.Shape.Output.Width;
        Span<float> planes = call.BlockOutput(unit, block, out int channels);
        ReadOnlySpan<float> bias = call.Weights.Slice((int)packing.BiasOffset(unit.Group, block), packing.BlockChannels);
        ListChannels(packing, channels, work.Offsets);
        bool direct = box.WritesInPlace(width);
        Span<float> rows = direct ? planes[box.FirstOutput..] : work.Rows;
        int rowStep = direct ? width : box.RowLength;
        int inputs = (int)LaneBox.PanelLength(packing);
        int phases = LaneBox.PhasesAtOnce(packing);
        for (int phase = 0; phase < packing.Phases.Length; phase += phases)
        {
            nint weights = packing.WeightOffset(unit.Group, block, phase);
            for (int panel = 0; panel < box.Panels; panel++)
            {
                MultiplyPoints(call, weights, packing.Phases[phase], phases * channels, work.Inputs.Slice(panel * inputs, inputs), work);
                box.Outputs<TSimd, TVector>(panel, phase, phases, channels, work.Products, bias, rows, rowStep);
            }
        }

        if (!direct)
        {
            box.Write(work.Rows, channels, work.Edge, planes, width);
        }
    }

    // The listed output channels of all points, which neighbouring phases have in common. A run's inputs are weights here, and its weights
    // inputs.
    private static void MultiplyPoints(
        in LayerCall call, nint weights, WinogradPhase phase, int listed, Span<float> inputs, in LaneWorkspace work)
    {
        WinogradPacking packing = call.Winograd!;
        var run = new TileRun
        {
            Channels = packing.InPerGroup,
            ChannelStep = packing.Form.Channels,
            WeightChannelStep = packing.LaneForm.Channels,
        };
        TileKernels kernels = call.Layer.Kernels(packing.LaneForm);
        int inputLength = inputs.Length / phase.Points.Length;
        int productLength = work.Products.Length / phase.Points.Length;
        foreach (WinogradPoint point in phase.Points)
        {
            run.Input = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Weights), weights + (point.Kernel * (nint)packing.PointLength));
            run.Weights = ref inputs[point.Input * inputLength];
            run.Strip = ref work.Products[point.Width * productLength];
            kernels.Multiply(ref run, listed, work.Offsets);
        }
    }

    // What the kernels take for windows of inputs and places of outputs: channels in the weights, of some phases, and in the products.
    private static void ListChannels(WinogradPacking packing, int channels, Span<int> offsets)
    {
        int phases = LaneBox.PhasesAtOnce(packing);
        int weightStep = (int)(packing.Shape.Width.SharedPoints * packing.PointLength);
        var list = new TileList(TileCover.Of(phases * channels), offsets);
        for (int phase = 0; phase < phases; phase++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                list.Add((phase * weightStep) + channel, ((phase * channels) + channel) * packing.LaneForm.Channels);
            }
        }

        list.Complete();
    }
}
