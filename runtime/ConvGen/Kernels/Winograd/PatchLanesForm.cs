namespace ConvGen.Kernels.Winograd;

/// <summary>
/// F(3, 2) along rows with patches as lanes: inputs are transformed as they lie in their rows, and so are the outputs, so that nothing is
/// transposed. The kernels are those with channels as lanes, their arguments exchanged: they load patches and broadcast weights. Every output
/// is the same sum of the same products, in the same order, as <see cref="WinogradForm"/> makes it.
/// </summary>
internal sealed class PatchLanesForm : LayerForm<PatchLanesSizes>
{
    // Elements of a box that stay in the second-level cache beside the weights of its phases.
    private const int BoxElements = 128 * 1024;

    private readonly WinogradPacking _packing;

    private PatchLanesForm(WinogradPacking packing, Algorithm algorithm)
        : base(packing, algorithm) => _packing = packing;

    /// <summary>The form for a packing; null where it has none.</summary>
    public static PatchLanesForm? Create(WinogradPacking packing, Algorithm algorithm) =>
        PatchLanesRule.Exists(packing.Geometry, packing.Shape) ? new PatchLanesForm(packing, algorithm) : null;

    /// <summary>Whether a call is computed so.</summary>
    public bool Suits(in LayerShape shape) =>
        PatchLanesRule.Suits(
            _packing.Shape.Width,
            _packing.Layout.InPerGroup,
            _packing.Layout.OutPerGroup,
            _packing.Layout.Channels,
            _packing.LaneTile.Channels,
            shape.Output.Width)
        && PatchLanesSizes.Of(_packing, laneBlocks: 1).Bytes <= ScratchAllowance.Of(shape);

    protected override void Run(in LayerCall call, in PatchLanesSizes sizes, WorkGrid grid, int first, int end, ref Scratch scratch)
    {
        int size = sizes.LaneBlocks;
        VectorKernels transforms = call.Layer.Kernels(_packing.LaneTile.Level);
        var work = new PatchLanesWorkspace(_packing, size, ref scratch);
        for (int index = first, next; index < end; index = next)
        {
            WorkUnit unit = grid.Sharing(index, end, out next);
            int firstLaneBlock = unit.Place.Width * size;
            var box = new PatchLanesBox(_packing, firstLaneBlock, Math.Min(size, LaneBlocks(call.Shape) - firstLaneBlock));
            box.Inputs(transforms, call.GroupInput(unit), call.Shape.Input.Width, work.BorderRow, work.Inputs);
            for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
            {
                RunBlock(call, unit, block, box, work);
            }
        }
    }

    protected override WorkGrid Grid(in LayerShape shape, in PatchLanesSizes sizes) => new(
        new Extent(1, 1, ((LaneBlocks(shape) - 1) / sizes.LaneBlocks) + 1), shape.Batch, _packing.Layout.Groups, _packing.Layout.Blocks);

    private int LaneBlocks(in LayerShape shape) => PatchLanesBox.LaneBlocksOf(_packing, shape.Output.Width);

    protected override PatchLanesSizes Sizes(in LayerShape shape)
    {
        int laneBlocks = LaneBlocks(shape);
        // Boxes must be many enough for threads to share them evenly.
        long share = (long)laneBlocks * shape.Batch * _packing.Layout.Groups * _packing.Layout.Blocks / WorkGrid.LeastUnits;
        long most = Math.Max(1, Math.Min(share, BoxElements / PatchLanesWorkspace.Busy(_packing)));
        int boxes = (int)((laneBlocks + most - 1) / most);
        return PatchLanesSizes.Of(_packing, (laneBlocks + boxes - 1) / boxes);
    }

    private void RunBlock(in LayerCall call, in WorkUnit unit, int block, in PatchLanesBox box, in PatchLanesWorkspace work)
    {
        VectorKernels transforms = call.Layer.Kernels(_packing.LaneTile.Level);
        int width = call.Shape.Output.Width;
        Span<Element> planes = call.BlockOutput(unit, block);
        int channels = _packing.Layout.ChannelsOf(block);
        ReadOnlySpan<Element> bias = call.BlockBias(unit, block);
        ListChannels(channels, work.Offsets);
        bool direct = box.WritesInPlace(width);
        Span<Element> rows = direct ? planes[box.FirstOutput..] : work.Rows;
        int rowStep = direct ? width : box.RowLength;
        int inputs = (int)PatchLanesBox.LaneBlockLength(_packing);
        int phases = PatchLanesBox.PhasesAtOnce(_packing);
        for (int phase = 0; phase < _packing.Phases.Length; phase += phases)
        {
            nint weights = call.BlockWeights(unit, block) + _packing.Phase(phase);
            for (int laneBlock = 0; laneBlock < box.LaneBlocks; laneBlock++)
            {
                MultiplyPoints(call, weights, _packing.Phases[phase], phases * channels, work.Inputs.Slice(laneBlock * inputs, inputs), work);
                box.Outputs(transforms, laneBlock, phase, phases, channels, work.Products, bias, rows, rowStep);
            }
        }

        if (!direct)
        {
            box.Write(work.Rows, channels, work.BorderRow, planes, width);
        }

        int first = Math.Max(0, box.FirstOutput);
        int end = (int)Math.Min((long)box.FirstOutput + box.RowLength, width);
        call.Finish(unit, block, block + 1, AxisWindow.One, AxisWindow.One, AxisWindow.OfOutputs(first, end));
    }

    // The listed output channels of all points, which neighbouring phases have in common. A kernel's inputs are weights here, and its weights
    // inputs.
    private void MultiplyPoints(
        in LayerCall call, nint weights, WinogradPhase phase, int listed, Span<Element> inputs, in PatchLanesWorkspace work)
    {
        var args = new KernelArguments
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
            args.Input = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Weights), weights + (point.Kernel * (nint)_packing.PointLength));
            args.Weights = ref inputs[point.Input * inputLength];
            args.Target = ref work.Products[point.Width * productLength];
            kernels.Multiply(ref args, listed, work.Offsets);
        }
    }

    // What the kernels take for windows of inputs and places of outputs: channels in the weights, of some phases, and in the products.
    private void ListChannels(int channels, Span<int> offsets)
    {
        int phases = PatchLanesBox.PhasesAtOnce(_packing);
        int weightStep = (int)(_packing.Shape.Width.SharedPoints * _packing.PointLength);
        var list = new TileList(TileCover.Of(phases * channels, _packing.LaneTile.Shape), offsets);
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
