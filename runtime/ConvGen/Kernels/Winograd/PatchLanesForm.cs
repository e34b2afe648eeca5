using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Memory;
using ConvGen.Packing;
using ConvGen.Planning;

namespace ConvGen.Kernels.Winograd;

/// <summary>
/// F(3, 2) along rows with tiles as lanes: inputs are transformed as they lie in their rows, and so are the outputs, so that nothing is
/// transposed. The kernels are those with channels as lanes, their arguments exchanged: they load tiles and broadcast weights. Every output
/// is the same sum of the same products, in the same order, as <see cref="WinogradForm"/> makes it.
/// </summary>
internal sealed class PatchLanesForm : LayerForm
{
    // Elements of a box that stay in the second-level cache beside the weights of its phases.
    private const int BoxElements = 128 * 1024;

    private readonly WinogradPacking _packing;

    private PatchLanesForm(WinogradPacking packing, Algorithm algorithm)
        : base(packing, algorithm) => _packing = packing;

    /// <summary>The form for a packing; null where it has none.</summary>
    public static PatchLanesForm? Create(WinogradPacking packing, Algorithm algorithm) =>
        LaneRule.Exists(packing.Geometry, packing.Shape) ? new PatchLanesForm(packing, algorithm) : null;

    /// <summary>Whether a call is computed so.</summary>
    public bool Suits(in LayerShape shape) =>
        LaneRule.Suits(
            _packing.Shape.Width,
            _packing.Layout.InPerGroup,
            _packing.Layout.OutPerGroup,
            _packing.Layout.Channels,
            _packing.LaneTile.Channels,
            shape.Output.Width)
        && new LaneWorkspaceSize(_packing, panels: 1).Bytes <= ScratchAllowance.Of(shape);

    public override WorkGrid Grid(in LayerShape shape) => Grid(shape, PanelsOfBox(shape));

    public override long ScratchBytes(in LayerShape shape) => new LaneWorkspaceSize(_packing, PanelsOfBox(shape)).Bytes;

    public override void Run(in LayerCall call, int first, int end)
    {
        switch (_packing.LaneTile.Level)
        {
            case SimdLevel.Vector512:
                Run<Simd512, Vector512<float>>(call, first, end);
                break;
            case SimdLevel.Vector256:
                Run<Simd256, Vector256<float>>(call, first, end);
                break;
            case SimdLevel.Vector128:
                Run<Simd128, Vector128<float>>(call, first, end);
                break;
            default:
                Run<SimdScalar, float>(call, first, end);
                break;
        }
    }

    private void Run<TSimd, TVector>(in LayerCall call, int first, int end)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        int size = PanelsOfBox(call.Shape);
        WorkGrid grid = Grid(call.Shape, size);
        var lengths = new LaneWorkspaceSize(_packing, size);
        var scratch = new Scratch(lengths.Bytes);
        try
        {
            var work = new LaneWorkspace(lengths, ref scratch);
            for (int index = first, next; index < end; index = next)
            {
                WorkUnit unit = grid.Sharing(index, end, out next);
                int firstPanel = unit.Place.Width * size;
                var box = new LaneBox(_packing, firstPanel, Math.Min(size, Panels(call.Shape) - firstPanel));
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

    private WorkGrid Grid(in LayerShape shape, int panels) => new(
        new Extent(1, 1, (Panels(shape) + panels - 1) / panels), shape.Batch, _packing.Layout.Groups, _packing.Layout.Blocks);

    private int Panels(in LayerShape shape) => LaneBox.PanelsOf(_packing, shape.Output.Width);

    private int PanelsOfBox(in LayerShape shape)
    {
        int panels = Panels(shape);
        // Boxes must be many enough for threads to share them evenly.
        long share = (long)panels * shape.Batch * _packing.Layout.Groups * _packing.Layout.Blocks / WorkGrid.LeastUnits;
        long most = Math.Max(1, Math.Min(share, BoxElements / new LaneWorkspaceSize(_packing, panels: 1).Busy));
        int boxes = (int)((panels + most - 1) / most);
        return (panels + boxes - 1) / boxes;
    }

    private void RunBlock<TSimd, TVector>(in LayerCall call, in WorkUnit unit, int block, in LaneBox box, in LaneWorkspace work)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        int width = call.Shape.Output.Width;
        Span<float> planes = call.BlockOutput(unit, block);
        int channels = _packing.Layout.ChannelsOf(block);
        ReadOnlySpan<float> bias = call.BlockBias(unit, block);
        ListChannels(channels, work.Offsets);
        bool direct = box.WritesInPlace(width);
        Span<float> rows = direct ? planes[box.FirstOutput..] : work.Rows;
        int rowStep = direct ? width : box.RowLength;
        int inputs = (int)LaneBox.PanelLength(_packing);
        int phases = LaneBox.PhasesAtOnce(_packing);
        for (int phase = 0; phase < _packing.Phases.Length; phase += phases)
        {
            nint weights = call.BlockWeights(unit, block) + _packing.Phase(phase);
            for (int panel = 0; panel < box.Panels; panel++)
            {
                MultiplyPoints(call, weights, _packing.Phases[phase], phases * channels, work.Inputs.Slice(panel * inputs, inputs), work);
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
    private void MultiplyPoints(
        in LayerCall call, nint weights, WinogradPhase phase, int listed, Span<float> inputs, in LaneWorkspace work)
    {
        var run = new TileRun
        {
            Channels = _packing.Layout.InPerGroup,
            ChannelStep = _packing.Tile.Channels,
            WeightChannelStep = _packing.LaneTile.Channels,
        };
        TileKernels kernels = call.Layer.Kernels(_packing.LaneTile);
        int inputLength = inputs.Length / phase.Points.Length;
        int productLength = work.Products.Length / phase.Points.Length;
        foreach (WinogradPoint point in phase.Points)
        {
            run.Input = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Weights), weights + (point.Kernel * (nint)_packing.PointLength));
            run.Weights = ref inputs[point.Input * inputLength];
            run.Strip = ref work.Products[point.Width * productLength];
            kernels.Multiply(ref run, listed, work.Offsets);
        }
    }

    // What the kernels take for windows of inputs and places of outputs: channels in the weights, of some phases, and in the products.
    private void ListChannels(int channels, Span<int> offsets)
    {
        int phases = LaneBox.PhasesAtOnce(_packing);
        int weightStep = (int)(_packing.Shape.Width.SharedPoints * _packing.PointLength);
        var list = new TileList(TileCover.Of(phases * channels), offsets);
        for (int phase = 0; phase < phases; phase++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                list.Add((phase * weightStep) + channel, ((phase * channels) + channel) * _packing.LaneTile.Channels);
            }
        }

        list.Complete();
    }
}
