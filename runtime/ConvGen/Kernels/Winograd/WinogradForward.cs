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
internal static class WinogradForward
{
    // Tiles of a box that repay reading weights.
    private const int LeastTiles = 96;

    public static WorkGrid Grid(in LayerCall call) => LaneForward.Suits(call)
        ? LaneForward.Grid(call)
        : Grid(call, WinogradBox.Tiles(call.Winograd!.Shape, call.Shape.Output), BoxSize(call));

    public static long ScratchBytes(in LayerCall call) => LaneForward.Suits(call)
        ? LaneForward.ScratchBytes(call)
        : new WorkspaceSize(call.Winograd!, BoxSize(call), call.Shape.Output).Bytes;

    public static void Run(in LayerCall call, int first, int end)
    {
        bool tilesAreLanes = LaneForward.Suits(call);
        switch ((tilesAreLanes ? call.Winograd!.LaneForm : call.Winograd!.Form).Level)
        {
            case SimdLevel.Vector512:
                Run<Simd512, Vector512<float>>(call, tilesAreLanes, first, end);
                break;
            case SimdLevel.Vector256:
                Run<Simd256, Vector256<float>>(call, tilesAreLanes, first, end);
                break;
            case SimdLevel.Vector128:
                Run<Simd128, Vector128<float>>(call, tilesAreLanes, first, end);
                break;
            default:
                Run<SimdScalar, float>(call, tilesAreLanes, first, end);
                break;
        }
    }

    private static void Run<TSimd, TVector>(in LayerCall call, bool tilesAreLanes, int first, int end)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        if (tilesAreLanes)
        {
            LaneForward.Run<TSimd, TVector>(call, first, end);
        }
        else
        {
            RunBoxes<TSimd, TVector>(call, first, end);
        }
    }

    private static WorkGrid Grid(in LayerCall call, Extent tiles, Extent box) =>
        new(tiles.PartsOf(box), call.Shape.Batch, call.Winograd!.Geometry.Groups, call.Winograd.Blocks);

    private static Extent BoxSize(in LayerCall call)
    {
        WinogradPacking packing = call.Winograd!;
        Extent tiles = WinogradBox.Tiles(packing.Shape, call.Shape.Output);
        long most = AlgorithmRule.WinogradTiles(packing.Shape, packing.InPerGroup);
        // Where channels are few, so are their blocks: boxes must be many enough for threads to share them evenly.
        long share = tiles.Volume * call.Shape.Batch * packing.Geometry.Groups * packing.Blocks / WorkGrid.LeastUnits;
        most = Math.Min(most, Math.Max(share, LeastTiles));
        Extent box = WinogradBox.Size(tiles, (int)most, TilesInRegisters(packing));
        while (most > 1 && new WorkspaceSize(packing, box, call.Shape.Output).Bytes > call.ScratchAllowance)
        {
            most = most * 3 / 4;
            box = WinogradBox.Size(tiles, (int)most, TilesInRegisters(packing));
        }

        return box;
    }

    // Tiles, or pairs of them, that fill a register tile.
    private static int TilesInRegisters(WinogradPacking packing) => packing.Halves * TileForm.PixelRows;

    private static void RunBoxes<TSimd, TVector>(in LayerCall call, int first, int end)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        WinogradPacking packing = call.Winograd!;
        Extent tiles = WinogradBox.Tiles(packing.Shape, call.Shape.Output);
        Extent size = BoxSize(call);
        WorkGrid grid = Grid(call, tiles, size);
        var lengths = new WorkspaceSize(packing, size, call.Shape.Output);
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
                        packing.Form,
                        box.Depth.Outputs(call.Shape.Output.Depth),
                        box.Height.Outputs(call.Shape.Output.Height),
                        box.Width.Outputs(call.Shape.Output.Width));
                    work.Listed = default;
                }

                ReadOnlySpan<float> inputs = call.GroupInput(unit);
                WinogradInput.Gather(inputs, box, call.Shape.Input, packing.InPerGroup, packing.Pitch, work.Gathered);
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

    private static void RunBlock<TSimd, TVector>(
        in LayerCall call, in WorkUnit unit, int block, in WinogradBox box, in Strip strip, ref Workspace work)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        WinogradPacking packing = call.Winograd!;
        int lanes = packing.Form.Channels;
        int products = work.Products.Length / packing.Halves;
        int sums = work.Sums.Length / packing.Halves;
        ReadOnlySpan<float> bias = call.Weights.Slice((int)packing.BiasOffset(unit.Group, block), packing.BlockChannels);
        foreach (WinogradPhase phase in packing.Phases)
        {
            nint weights = packing.WeightOffset(unit.Group, block, phase.Index);
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

        Span<float> planes = call.BlockOutput(unit, block, out int channels);
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

    private static void Multiply(in LayerCall call, in WinogradBox box, ref Workspace work, nint weights, WinogradPhase phase)
    {
        WinogradPacking packing = call.Winograd!;
        PhaseTiles needing = box.Needing(phase, call.Shape.Output);
        int products = 0;
        foreach (WinogradPoint point in phase.Points)
        {
            TileBox tiles = needing.Of(point);
            ListTiles(tiles, box.Height.Tiles, box.Width.Tiles, packing, ref work);
            MultiplyPoint(call, point, weights, box.Count, tiles.Count, work, work.Products[products..]);
            products += box.Count * packing.Form.Channels;
        }
    }

    // Strassen's scheme, point by point. Where there is nothing to transform and every output exists, the outputs are in the strip then.
    private static bool MultiplyPairs<TSimd, TVector>(
        in LayerCall call,
        in WinogradBox box,
        ref Workspace work,
        nint weights,
        WinogradPhase phase,
        in Strip strip)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        WinogradPacking packing = call.Winograd!;
        PhaseTiles needing = box.Needing(phase, call.Shape.Output);
        bool isLast = !packing.Shape.Transforms && needing.Of(phase.Points[0]).Count == box.Count;
        PairPlaces places = isLast ? PairPlaces.Strip(box, phase, strip) : PairPlaces.Products(box, packing.Form.Channels);
        foreach (WinogradPoint point in phase.Points)
        {
            TileBox pairs = needing.Of(point).Paired;
            ListTiles(pairs, box.Height.Tiles, box.PairsOfRow, packing, ref work);
            MultiplyPoint(call, point, weights, box.Pairs, pairs.Count, work, work.PairProducts);
            places.Write<TSimd, TVector>(
                pairs, box, packing.Form.Channels, work.PairProducts, isLast ? work.Sums : work.Products);
            places = places.NextPoint(box.Count * packing.Form.Channels);
        }

        return isLast;
    }

    // The products of matrices of a point: of the listed ones among so many tiles, or pairs, of the box.
    private static void MultiplyPoint(
        in LayerCall call, WinogradPoint point, nint weights, int tiles, int listed, in Workspace work, Span<float> products)
    {
        WinogradPacking packing = call.Winograd!;
        TileKernels kernels = call.Layer.Kernels(packing.Form);
        var run = new TileRun
        {
            Channels = packing.ProductChannels,
            ChannelStep = 1,
            WeightChannelStep = packing.Form.Channels,
            Ahead = (nint)packing.ProductLength,
        };
        int count = packing.PointProducts;
        for (int product = 0; product < count; product++)
        {
            nint offset = ((point.Kernel * count) + product) * (nint)packing.ProductLength;
            run.Input = ref work.Transformed[((point.Input * count) + product) * tiles * packing.ProductPitch];
            run.Weights = ref Unsafe.Add(ref MemoryMarshal.GetReference(call.Weights), weights + offset);
            run.Strip = ref products[product * tiles * packing.Form.Channels];
            kernels.Multiply(ref run, listed, work.Offsets);
        }
    }

    private static void ListTiles(in TileBox tiles, int heights, int widths, WinogradPacking packing, ref Workspace work)
    {
        if (tiles == work.Listed)
        {
            return;
        }

        work.Listed = tiles;
        (int inputStep, int productStep) = (packing.ProductPitch, packing.Form.Channels);
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
