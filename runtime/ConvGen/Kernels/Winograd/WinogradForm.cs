using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Memory;
using ConvGen.Packing;
using ConvGen.Planning;

namespace ConvGen.Kernels.Winograd;

/// <summary>
/// The fast forms: a box of tiles at a time, the inputs are transformed once for all phases; every phase is a product of matrices per
/// point, [tile][input channel] by [input channel][output channel], and a transform into the strip.
/// </summary>
/// <param name="packing">The order of the weights.</param>
/// <param name="algorithm">What users call it.</param>
internal sealed class WinogradForm(WinogradPacking packing, Algorithm algorithm) : LayerForm(packing, algorithm)
{
    // Tiles of a box that repay reading weights.
    private const int LeastTiles = 96;

    private readonly PatchLanesForm? _lanes = PatchLanesForm.Create(packing, algorithm);

    public override LayerForm At(in LayerShape shape) => _lanes is not null && _lanes.Suits(shape) ? _lanes : this;

    public override WorkGrid Grid(in LayerShape shape) => Grid(shape, Sizes(shape).Box);

    public override long ScratchBytes(in LayerShape shape) => Sizes(shape).Bytes;

    public override void Run(in LayerCall call, int first, int end)
    {
        switch (packing.Level)
        {
            case SimdLevel.Vector512:
                RunBoxes<Simd512, Vector512<float>>(call, first, end);
                break;
            case SimdLevel.Vector256:
                RunBoxes<Simd256, Vector256<float>>(call, first, end);
                break;
            case SimdLevel.Vector128:
                RunBoxes<Simd128, Vector128<float>>(call, first, end);
                break;
            default:
                RunBoxes<SimdScalar, float>(call, first, end);
                break;
        }
    }

    /// <summary>Tiles of the largest boxes: as many as share weights, few enough for threads.</summary>
    public static Extent BoxSize(WinogradPacking packing, in LayerShape shape, long most)
    {
        Extent tiles = WinogradBox.Tiles(packing.Shape, shape.Output);
        most = Math.Min(most, AlgorithmRule.WinogradTiles(packing.Shape, packing.Layout.InPerGroup));
        // Where channels are few, so are their blocks: boxes must be many enough for threads to share them evenly.
        long share = tiles.Volume * shape.Batch * packing.Layout.Groups * packing.Layout.Blocks / WorkGrid.LeastUnits;
        return WinogradBox.Size(tiles, (int)Math.Min(most, Math.Max(share, LeastTiles)), TilesInRegisters(packing));
    }

    private WorkspaceSize Sizes(in LayerShape shape) => ScratchAllowance.Fit<WinogradPacking, WorkspaceSize>(packing, shape, least: 1);

    private WorkGrid Grid(in LayerShape shape, Extent box) => new(
        WinogradBox.Tiles(packing.Shape, shape.Output).PartsOf(box), shape.Batch, packing.Layout.Groups, packing.Layout.Blocks);

    // Tiles, or pairs of them, that fill a register tile.
    private static int TilesInRegisters(WinogradPacking packing) => packing.Halves * RegisterTile.PixelRows;

    private void RunBoxes<TSimd, TVector>(in LayerCall call, int first, int end)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        Extent tiles = WinogradBox.Tiles(packing.Shape, call.Shape.Output);
        WorkspaceSize lengths = Sizes(call.Shape);
        Extent size = lengths.Box;
        WorkGrid grid = Grid(call.Shape, size);
        var scratch = new Scratch(lengths.Bytes);
        try
        {
            var work = new Workspace(lengths, ref scratch);
            var stage = new WinogradStage(packing, size, work.Stage);
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
                        WinogradRange.Slice(packing.Shape.Depth, unit.Place.Depth * size.Depth, size.Depth, tiles.Depth),
                        WinogradRange.Slice(packing.Shape.Height, unit.Place.Height * size.Height, size.Height, tiles.Height),
                        WinogradRange.Slice(packing.Shape.Width, unit.Place.Width * size.Width, size.Width, tiles.Width));
                    strip = new Strip(
                        call.Layer.Plan,
                        packing.Tile,
                        box.Depth.Outputs(call.Shape.Output.Depth),
                        box.Height.Outputs(call.Shape.Output.Height),
                        box.Width.Outputs(call.Shape.Output.Width));
                    work.Listed = default;
                }

                ReadOnlySpan<float> inputs = call.GroupInput(unit);
                WinogradInput.Gather(inputs, box, call.Shape.Input, packing.Layout.InPerGroup, packing.Pitch, work.Gathered);
                stage.Run<TSimd, TVector>(box, work.Gathered, work.Transformed);
                for (int block = unit.FirstBlock; block < unit.EndBlock; block++)
                {
                    RunBlock<TSimd, TVector>(call, unit, block, box, strip, ref work);
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private void RunBlock<TSimd, TVector>(
        in LayerCall call, in WorkUnit unit, int block, in WinogradBox box, in Strip strip, ref Workspace work)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        int lanes = packing.Tile.Channels;
        int products = work.Products.Length / packing.Halves;
        int sums = work.Sums.Length / packing.Halves;
        ReadOnlySpan<float> bias = call.BlockBias(unit, block);
        foreach (WinogradPhase phase in packing.Phases)
        {
            nint weights = call.BlockWeights(unit, block) + packing.Phase(phase.Index);
            if (!packing.Shape.IsStrassen)
            {
                Multiply(call, box, ref work, weights, phase);
            }
            else if (MultiplyPairs<TSimd, TVector>(call, box, ref work, weights, phase, strip))
            {
                continue;
            }

            for (int half = 0; half < packing.Halves; half++)
            {
                WinogradOutput.Transform<TSimd, TVector>(
                    packing.Shape,
                    box,
                    phase,
                    work.Products.Slice(half * products, products),
                    work.Half,
                    strip,
                    work.Sums.Slice(half * sums, sums));
            }
        }

        Span<float> planes = call.BlockOutput(unit, block);
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
    }

    private void Multiply(in LayerCall call, in WinogradBox box, ref Workspace work, nint weights, WinogradPhase phase)
    {
        PhaseTiles needing = box.Needing(phase, call.Shape.Output);
        int products = 0;
        foreach (WinogradPoint point in phase.Points)
        {
            TileBox tiles = needing.Of(point);
            ListTiles(tiles, box.Height.Tiles, box.Width.Tiles, ref work);
            MultiplyPoint(call, point, weights, box.Count, tiles.Count, work, work.Products[products..]);
            products += box.Count * packing.Tile.Channels;
        }
    }

    // Strassen's scheme, point by point. Where there is nothing to transform and every output exists, the outputs are in the strip then.
    private bool MultiplyPairs<TSimd, TVector>(
        in LayerCall call,
        in WinogradBox box,
        ref Workspace work,
        nint weights,
        WinogradPhase phase,
        in Strip strip)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        PhaseTiles needing = box.Needing(phase, call.Shape.Output);
        bool isLast = !packing.Shape.Transforms && needing.Of(phase.Points[0]).Count == box.Count;
        PairPlaces places = isLast ? PairPlaces.Strip(box, phase, strip) : PairPlaces.Products(box, packing.Tile.Channels);
        foreach (WinogradPoint point in phase.Points)
        {
            TileBox pairs = needing.Of(point).Paired;
            ListTiles(pairs, box.Height.Tiles, box.PairsOfRow, ref work);
            MultiplyPoint(call, point, weights, box.Pairs, pairs.Count, work, work.PairProducts);
            places.Write<TSimd, TVector>(
                pairs, box, packing.Tile.Channels, work.PairProducts, isLast ? work.Sums : work.Products);
            places = places.NextPoint(box.Count * packing.Tile.Channels);
        }

        return isLast;
    }

    // The products of matrices of a point: of the listed ones among so many tiles, or pairs, of the box.
    private void MultiplyPoint(
        in LayerCall call, WinogradPoint point, nint weights, int tiles, int listed, in Workspace work, Span<float> products)
    {
        TileKernels kernels = call.Layer.Kernels(packing.Tile);
        var run = new TileRun
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
            run.Input = ref work.Transformed[((point.Input * count) + product) * tiles * packing.ProductPitch];
            run.Weights = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Weights), weights + offset);
            run.Strip = ref products[product * tiles * packing.Tile.Channels];
            kernels.Multiply(ref run, listed, work.Offsets);
        }
    }

    private void ListTiles(in TileBox tiles, int heights, int widths, ref Workspace work)
    {
        if (tiles == work.Listed)
        {
            return;
        }

        work.Listed = tiles;
        (int inputStep, int productStep) = (packing.ProductPitch, packing.Tile.Channels);
        var list = new TileList(TileCover.Of(tiles.Count), work.Offsets);
        for (int z = tiles.Depth.First; z < tiles.Depth.End; z++)
        {
            for (int y = tiles.Height.First; y < tiles.Height.End; y++)
            {
                for (int x = tiles.Width.First; x < tiles.Width.End; x++)
                {
                    int tile = (((z * heights) + y) * widths) + x;
                    list.Add(tile * inputStep, tile * productStep);
                }
            }
        }

        list.Complete();
    }
}
