namespace ConvGen.Kernels.Winograd;

/// <summary>
/// The fast forms: a box of patches at a time, the inputs are transformed once for all phases; every phase is a product of matrices per
/// point, [patch][input channel] by [input channel][output channel], and a transform into the strip.
/// </summary>
/// <param name="packing">The order of the weights.</param>
/// <param name="algorithm">What users call it.</param>
internal sealed class WinogradForm(WinogradPacking packing, Algorithm algorithm) : LayerForm<WinogradSizes>(packing, algorithm)
{
    // Patches of a box that repay reading weights.
    private const int LeastPatches = 96;

    private readonly PatchLanesForm? _lanes = PatchLanesForm.Create(packing, algorithm);

    public override LayerForm At(in LayerShape shape) => _lanes is not null && _lanes.Suits(shape) ? _lanes : this;

    protected override void Run(in LayerCall call, in WinogradSizes sizes, WorkGrid grid, int first, int end, ref Scratch scratch)
    {
        Extent patches = WinogradBox.Patches(packing.Shape, call.Shape.Output);
        Extent size = sizes.Box;
        var work = new Workspace(packing, size, call.Shape.Output, ref scratch);
        var stage = new WinogradStage(packing, call.Layer.Kernels(packing.Level), size, work.Stage);
        var box = default(WinogradBox);
        var strip = default(Strip);
        int current = -1;
        for (int index = first, next; index < end; index = next)
        {
            WorkUnit unit = grid.Sharing(index, end, out next);
            if (unit.Box != current)
            {
                current = unit.Box;
                box = new WinogradBox(
                    WinogradRange.Slice(packing.Shape.Depth, unit.Place.Depth * size.Depth, size.Depth, patches.Depth),
                    WinogradRange.Slice(packing.Shape.Height, unit.Place.Height * size.Height, size.Height, patches.Height),
                    WinogradRange.Slice(packing.Shape.Width, unit.Place.Width * size.Width, size.Width, patches.Width));
                strip = new Strip(
                    call.Layer.Plan,
                    packing.Tile,
                    box.Depth.Outputs(call.Shape.Output.Depth),
                    box.Height.Outputs(call.Shape.Output.Height),
                    box.Width.Outputs(call.Shape.Output.Width));
                work.Listed = default;
            }

            ReadOnlySpan<Element> inputs = call.GroupInput(unit);
            WinogradInput.Gather(inputs, box, call.Shape.Input, packing.Layout.InPerGroup, packing.Pitch, work.Gathered);
            stage.Run(box, work.Gathered, work.Transformed);
            for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
            {
                RunBlock(call, unit, block, box, strip, ref work);
            }
        }
    }

    /// <summary>Patches of the largest boxes: as many as share weights, few enough for threads.</summary>
    public static Extent BoxSize(WinogradPacking packing, in LayerShape shape, long most)
    {
        Extent patches = WinogradBox.Patches(packing.Shape, shape.Output);
        most = Math.Min(most, AlgorithmRule.WinogradPatches(packing.Shape, packing.Layout.InPerGroup));
        // Where channels are few, so are their blocks: boxes must be many enough for threads to share them evenly.
        long share = patches.Volume * shape.Batch * packing.Layout.Groups * packing.Layout.Blocks / WorkGrid.LeastUnits;
        Extent size = WinogradBox.Size(patches, (int)Math.Min(most, Math.Max(share, LeastPatches)), PatchesInRegisters(packing), packing.Halves);
        return shape.Even(patches, size, new Extent(1, 1, PatchesInRegisters(packing)), packing.Layout);
    }

    protected override WinogradSizes Sizes(in LayerShape shape) => ScratchAllowance.Fit<WinogradPacking, WinogradSizes>(packing, shape, least: 1);

    protected override WorkGrid Grid(in LayerShape shape, in WinogradSizes sizes) => new(
        WinogradBox.Patches(packing.Shape, shape.Output).PartsOf(sizes.Box), shape.Batch, packing.Layout.Groups, packing.Layout.Blocks);

    // Patches, or pairs of them, that fill a register tile.
    private static int PatchesInRegisters(WinogradPacking packing) => packing.Halves * packing.Tile.Pixels;

    private void RunBlock(
        in LayerCall call, in WorkUnit unit, int block, in WinogradBox box, in Strip strip, ref Workspace work)
    {
        VectorKernels transforms = call.Layer.Kernels(packing.Level);
        int lanes = packing.Tile.Channels;
        int products = work.Products.Length / packing.Halves;
        int sums = work.Sums.Length / packing.Halves;
        ReadOnlySpan<Element> bias = call.BlockBias(unit, block);
        foreach (WinogradPhase phase in packing.Phases)
        {
            nint weights = call.BlockWeights(unit, block) + packing.Phase(phase.Index);
            if (!packing.Shape.IsStrassen)
            {
                Multiply(call, box, ref work, weights, phase);
            }
            else if (MultiplyPairs(call, box, ref work, weights, phase, strip))
            {
                continue;
            }

            for (int half = 0; half < packing.Halves; half++)
            {
                WinogradOutput.Transform(
                    packing.Shape,
                    transforms,
                    box,
                    phase,
                    work.Products.Slice(half * products, products),
                    work.Half,
                    strip,
                    work.Sums.Slice(half * sums, sums));
            }
        }

        Span<Element> planes = call.BlockOutput(unit, block);
        int channels = packing.Layout.ChannelsOf(block);
        int plane = (int)call.Shape.Output.Volume;
        for (int first = 0, half = 0; first < channels; first += lanes, half++)
        {
            strip.Write(
                work.Sums.Slice(half * sums, sums),
                bias.Slice(half * lanes, lanes),
                planes[(first * plane)..],
                Math.Min(lanes, channels - first),
                call.Shape.Output);
        }

        call.Finish(unit, block, block + 1, strip.Depth, strip.Height, strip.Width);
    }

    private void Multiply(in LayerCall call, in WinogradBox box, ref Workspace work, nint weights, WinogradPhase phase)
    {
        PhasePatches needing = box.Needing(phase, call.Shape.Output);
        int products = 0;
        foreach (WinogradPoint point in phase.Points)
        {
            PatchBox patches = needing.Of(point);
            ListPatches(patches, box.Height.Patches, box.Width.Patches, ref work);
            MultiplyPoint(call, point, weights, box.Count, patches.Count, work, work.Products[products..]);
            products += box.Count * packing.Tile.Channels;
        }
    }

    // Strassen's scheme, point by point. Where there is nothing to transform and every output exists, the outputs are in the strip then.
    private bool MultiplyPairs(
        in LayerCall call, in WinogradBox box, ref Workspace work, nint weights, WinogradPhase phase, in Strip strip)
    {
        PhasePatches needing = box.Needing(phase, call.Shape.Output);
        bool isLast = !packing.Shape.Transforms && needing.Of(phase.Points[0]).Count == box.Count;
        PairPlaces places = isLast ? PairPlaces.Strip(box, phase, strip) : PairPlaces.Products(box, packing.Tile.Channels);
        foreach (WinogradPoint point in phase.Points)
        {
            PatchBox pairs = needing.Of(point).Paired;
            ListPatches(pairs, box.Height.Patches, box.PairsOfRow, ref work);
            MultiplyPoint(call, point, weights, box.Pairs, pairs.Count, work, work.PairProducts);
            places.Write(
                call.Layer.Kernels(packing.Level), pairs, box, packing.Tile.Channels, work.PairProducts, isLast ? work.Sums : work.Products);
            places = places.NextPoint(box.Count * packing.Tile.Channels);
        }

        return isLast;
    }

    // The products of matrices of a point: of the listed ones among so many patches, or pairs, of the box.
    private void MultiplyPoint(
        in LayerCall call, WinogradPoint point, nint weights, int patches, int listed, in Workspace work, Span<Element> products)
    {
        TileKernels kernels = call.Layer.Kernels(packing.Tile);
        var args = new KernelArguments
        {
            Channels = packing.ProductChannels,
            ChannelStep = 1,
            WeightChannelStep = packing.Tile.Channels,
            Ahead = (nint)packing.ProductLength,
        };
        int count = packing.PointProducts;
        for (int product = 0; product < count; product++)
        {
            nint offset = ((point.Kernel * count) + product) * (nint)packing.ProductLength;
            args.Input = ref work.Transformed[((point.Input * count) + product) * patches * packing.ProductPitch];
            args.Weights = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Weights), weights + offset);
            args.Target = ref products[product * patches * packing.Tile.Channels];
            kernels.Multiply(ref args, listed, work.Offsets);
        }
    }

    private void ListPatches(in PatchBox patches, int heights, int widths, ref Workspace work)
    {
        if (patches.Matches(work.Listed))
        {
            return;
        }

        work.Listed = patches;
        (int inputStep, int productStep) = (packing.ProductPitch, packing.Tile.Channels);
        var list = new TileList(TileCover.Of(patches.Count, packing.Tile.Shape), work.Offsets);
        for (int z = patches.Depth.First; z < patches.Depth.End; z++)
        {
            for (int y = patches.Height.First; y < patches.Height.End; y++)
            {
                for (int x = patches.Width.First; x < patches.Width.End; x++)
                {
                    int patch = (((z * heights) + y) * widths) + x;
                    list.Add(patch * inputStep, patch * productStep);
                }
            }
        }

        list.Complete();
    }
}
