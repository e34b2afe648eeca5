namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// The direct form with lanes as pixels where phases lie side by side: tile by tile the inputs stay in the first-level cache while
/// all channel blocks pass over them, and sums go from registers into the output.
/// </summary>
/// <param name="packing">The order of the weights.</param>
internal sealed class InterleavedForm(InterleavedPacking packing) : LayerForm<InterleavedSizes>(packing, Algorithm.DirectPixels)
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

    // For planes of one input channel per group, at sizes that these suit.
    private readonly PlanesForm? _planes = PlanesForm.Create(packing);
    private readonly EnlargingForm? _enlarging = EnlargingForm.Create(packing);

    public override LayerForm At(in LayerShape shape) =>
        _planes is not null && _planes.Suits(shape) ? _planes
        : _enlarging is not null && EnlargingForm.Suits(shape) ? _enlarging
        : this;

    protected override void Run(in LayerCall call, in InterleavedSizes sizes, WorkGrid grid, int first, int end, ref Scratch scratch)
    {
        var work = new InterleavedWork(packing, sizes.Box, sizes.Group, ref scratch);
        int box = -1;
        for (int index = first, next; index < end; index = next)
        {
            WorkUnit unit = grid.Sharing(index, end, out next);
            if (unit.Box != box)
            {
                box = unit.Box;
                work.Box = InterleavedBox.Create(packing, unit.Place, sizes.Box, call.Shape);
                work.Tiles.Fill(work.Box, call.Shape.Output, sizes.Group, packing.InPerGroup);
                work.Edges.Fill(work.Box, work.Tiles, call.Shape.Output, sizes.Group);
            }

            if (!packing.Plan.SharesWindow && !work.Box.Input.InPlace)
            {
                work.Box.Input.Copy(call.GroupInput(unit), packing.InPerGroup, work.Inputs);
            }

            work.Ahead = next < end ? Ahead(call, unit, grid[next], work.Box, sizes.Box) : default;
            RunUnit(call, unit, work);
        }
    }

    protected override WorkGrid Grid(in LayerShape shape, in InterleavedSizes sizes) =>
        new(shape.Output.PartsOf(sizes.Box), shape.Batch, packing.Layout.Groups, packing.Layout.Blocks);

    // Narrow rows leave most of a tile empty, and padding widens them: both may be many times the output.
    protected override InterleavedSizes Sizes(in LayerShape shape) =>
        ScratchAllowance.Fit<InterleavedPacking, InterleavedSizes>(packing, shape, BoxSize.OutputsOfPosition(packing.Plan.Layer, shape));

    /// <summary>Tiles that share inputs in a cache.</summary>
    public static int GroupSize(InterleavedPacking packing)
    {
        int elements = packing.Plan.SharesWindow ? PanelElements : CachedElements;
        return (int)Math.Clamp(elements / ((long)packing.InPerGroup * packing.Tile.Positions), 1, MostTiles);
    }

    private InputAhead Ahead(
        in LayerCall call, scoped in WorkUnit unit, scoped in WorkUnit next, scoped in InterleavedBox box, Extent size) =>
        packing.Plan.SharesWindow || call.Input.Length < LargeInput
            ? default
            : new InputAhead(
                call.GroupInput(next),
                next.Box == unit.Box ? box.Input : InterleavedBox.Create(packing, next.Place, size, call.Shape).Input,
                packing.InPerGroup);

    // Rows that make up half of a line or less would fetch what they do not write.
    private int TilesAhead(in LayerCall call) =>
        packing.Plan.Phases < packing.Plan.Layer.Width.Axis.Stride ? -1
        : !AlgorithmRule.IsBrief(packing.Plan.Layer.Geometry, packing.InPerGroup) ? 0
        : call.Output.Length < LargeOutput ? -1
        : ShortTilesAhead;

    private void RunUnit(in LayerCall call, in WorkUnit unit, in InterleavedWork work)
    {
        int groups = (work.Tiles.Count + work.Group - 1) / work.Group;
        for (int start = 0; start < work.Tiles.Count; start += work.Group)
        {
            work.Ahead.Fetch(start / work.Group, groups);
            int end = Math.Min(start + work.Group, work.Tiles.Count);
            if (packing.Plan.SharesWindow)
            {
                work.Panel.Fill(call.GroupInput(unit), work.Box.Input, work.Tiles, start, end);
                RunBlocks(call, unit, start, end, work.Panel.Elements, work);
            }
            else
            {
                ReadOnlySpan<Element> box = work.Box.Input.InPlace ? call.GroupInput(unit)[work.Box.Input.Corner..] : work.Inputs;
                RunBlocks(call, unit, start, end, box, work);
            }
        }

        InputBox written = work.Box.Input;
        call.Finish(unit, unit.FirstBlock, unit.EndBlock, written.Depth, written.Height, written.Width);
    }

    // Called with little work at a time: what does not change from kernel to kernel is worked out once.
    private void RunBlocks(in LayerCall call, in WorkUnit unit, int start, int end, ReadOnlySpan<Element> inputs, in InterleavedWork work)
    {
        InterleavedPlan plan = packing.Plan;
        BlockLayout layout = packing.Layout;
        PhaseKernel kernel = call.Layer.InterleavedKernel(packing.Tile);
        int straight = Math.Clamp(work.Tiles.Straight, start, end);
        int channels = packing.Tile.Channels;
        int stripStep = work.Tiles.StripStep;
        nint volume = (nint)call.Shape.Output.Volume;
        nint blockVolume = volume * channels;
        ref Element packed = ref MemoryMarshal.GetReference(call.Weights);
        ref Element weights = ref Unsafe.Add(ref packed, layout.Weights(unit.Group, unit.FirstBlock));
        ref Element bias = ref Unsafe.Add(ref packed, layout.Bias(unit.Group, unit.FirstBlock));
        nint first = call.Shape.OutputPlane(unit.Image, unit.Group * packing.OutPerGroup, call.Shape.OutputGap);
        ref Element planes = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Output), first + (unit.FirstBlock * blockVolume));
        var args = new KernelArguments
        {
            Input = ref MemoryMarshal.GetReference(inputs),
            PositionStep = plan.Layer.Width.Axis.Stride,
            TilesAhead = TilesAhead(call),
            Channels = packing.InPerGroup,
            ChannelStep = plan.SharesWindow ? packing.Tile.Positions : work.Box.Input.ChannelStep,
            SliceStep = work.Box.Input.SliceStep,
            RowStep = work.Box.Input.RowStep,
        };
        for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
        {
            args.Bias = ref bias;
            for (int row = 0; row < plan.Taps.Length; row++)
            {
                nint taps = (nint)plan.FirstTaps[row] * packing.InPerGroup;
                args.Weights = ref Unsafe.Add(ref weights, taps * channels);
                args.Ahead = (nint)packing.InPerGroup * plan.Taps[row].Length * channels;
                if (straight > start)
                {
                    args.Target = ref planes;
                    args.TargetChannelStep = volume;
                    args.LineStep = call.Shape.Output.Width;
                    args.Offsets = ref work.Tiles.Offsets(row, start);
                    args.Tiles = straight - start;
                    kernel(row, in args);
                }

                if (straight < end)
                {
                    args.Target = ref work.Strip[0];
                    args.TargetChannelStep = stripStep;
                    args.LineStep = channels * stripStep;
                    args.Offsets = ref work.Tiles.Offsets(row, straight);
                    args.Tiles = end - straight;
                    kernel(row, in args);
                }
            }

            if (straight < end)
            {
                work.Edges.Write(work.Tiles, straight, end, work.Strip, call.BlockOutput(unit, block), (int)volume);
            }

            weights = ref Unsafe.Add(ref weights, (nint)layout.BlockLength);
            bias = ref Unsafe.Add(ref bias, layout.Channels);
            planes = ref Unsafe.Add(ref planes, blockVolume);
        }
    }
}
