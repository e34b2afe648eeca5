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
    // One "tap" per input channel: a product of matrices.
    private static readonly TapRange s_oneTap = new(new TapAxis(0, 1, 1, 0), new TapAxis(0, 1, 1, 0), new TapAxis(0, 1, 1, 0));

    public static void Run(
        ConvTransposeLayer layer,
        in LayerShape shape,
        WinogradPacking packing,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> packed,
        Span<float> output)
    {
        switch (packing.Form.Level)
        {
            case SimdLevel.Vector512:
                Run<Simd512, Vector512<float>>(layer, shape, packing, input, packed, output);
                break;
            case SimdLevel.Vector256:
                Run<Simd256, Vector256<float>>(layer, shape, packing, input, packed, output);
                break;
            case SimdLevel.Vector128:
                Run<Simd128, Vector128<float>>(layer, shape, packing, input, packed, output);
                break;
            default:
                Run<SimdScalar, float>(layer, shape, packing, input, packed, output);
                break;
        }
    }

    private static void Run<TSimd, TVector>(
        ConvTransposeLayer layer,
        in LayerShape shape,
        WinogradPacking packing,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> packed,
        Span<float> output)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        WinogradShape form = packing.Shape;
        var tiles = new Extent(
            form.Depth.Tiles(shape.Output.Depth), form.Height.Tiles(shape.Output.Height), form.Width.Tiles(shape.Output.Width));
        Extent size = WinogradBox.Size(tiles, AlgorithmRule.WinogradTiles(form.Points, packing.InPerGroup));
        (long gatheredLength, long transformedLength) = WinogradInput.Capacity(form, size, packing.InPerGroup);
        long productLength = WinogradOutput.Capacity(form, size, packing.BlockChannels);
        long stripLength = size.Volume * form.Depth.Tile * form.Height.Tile * form.Width.Tile
            * packing.Geometry.Depth.Stride * packing.Geometry.Height.Stride * packing.Geometry.Width.Stride * packing.BlockChannels;
        long offsetLength = (size.Volume + TileForm.PixelRows) * 2;
        var scratch = new Scratch(
            Scratch.BytesFor<float>(gatheredLength)
            + (2 * Scratch.BytesFor<float>(transformedLength))
            + (2 * Scratch.BytesFor<float>(productLength))
            + Scratch.BytesFor<float>(stripLength)
            + Scratch.BytesFor<float>(packing.BlockChannels)
            + Scratch.BytesFor<int>(offsetLength));
        try
        {
            var work = new Workspace
            {
                Gathered = scratch.Take<float>((int)gatheredLength),
                One = scratch.Take<float>((int)transformedLength),
                Other = scratch.Take<float>((int)transformedLength),
                Products = scratch.Take<float>((int)productLength),
                Half = scratch.Take<float>((int)productLength),
                Sums = scratch.Take<float>((int)stripLength),
                Zeros = scratch.Take<float>(packing.BlockChannels),
                Offsets = scratch.Take<int>((int)offsetLength),
            };
            work.Zeros.Clear();
            for (int z = 0; z < tiles.Depth; z += size.Depth)
            {
                for (int y = 0; y < tiles.Height; y += size.Height)
                {
                    for (int x = 0; x < tiles.Width; x += size.Width)
                    {
                        var box = new WinogradBox(
                            WinogradRange.Slice(form.Depth, z, size.Depth, tiles.Depth),
                            WinogradRange.Slice(form.Height, y, size.Height, tiles.Height),
                            WinogradRange.Slice(form.Width, x, size.Width, tiles.Width));
                        RunBox<TSimd, TVector>(layer, shape, packing, box, work, input, packed, output);
                    }
                }
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    private static void RunBox<TSimd, TVector>(
        ConvTransposeLayer layer,
        in LayerShape shape,
        WinogradPacking packing,
        in WinogradBox box,
        in Workspace work,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> packed,
        Span<float> output)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        int groups = packing.Geometry.Groups;
        int inGroup = (int)(packing.InPerGroup * shape.Input.Volume);
        int outPlane = (int)shape.Output.Volume;
        int pitch = WinogradInput.Pitch(packing.InPerGroup);
        int runTiles = FillOffsets(work.Offsets, box.Tiles, pitch, packing.BlockChannels);
        var strip = new Strip(
            layer.Plan,
            packing.Form,
            box.Depth.Outputs(shape.Output.Depth),
            box.Height.Outputs(shape.Output.Height),
            box.Width.Outputs(shape.Output.Width));
        for (int image = 0; image < shape.Batch; image++)
        {
            for (int group = 0; group < groups; group++)
            {
                WinogradInput.Gather(
                    input.Slice(((image * groups) + group) * inGroup, inGroup), box, shape.Input, packing.InPerGroup, work.Gathered);
                Span<float> transformed =
                    WinogradInput.Transform<TSimd, TVector>(packing.Shape, box, pitch, work.Gathered, work.One, work.Other);
                for (int block = 0; block < packing.Blocks; block++)
                {
                    ReadOnlySpan<float> bias = packed.Slice((int)packing.BiasOffset(group, block), packing.BlockChannels);
                    foreach (WinogradPhase phase in packing.Phases)
                    {
                        Multiply(layer, packing, box, work, transformed, packed, pitch, runTiles, group, block, phase);
                        WinogradOutput.Transform<TSimd, TVector>(
                            packing.Shape, box, phase, work.Products, work.Half, bias, strip, work.Sums);
                    }

                    int channel = block * packing.BlockChannels;
                    int channels = Math.Min(packing.BlockChannels, packing.OutPerGroup - channel);
                    int plane = (((image * groups) + group) * packing.OutPerGroup) + channel;
                    strip.Write(work.Sums, bias, output.Slice(plane * outPlane, channels * outPlane), channels, shape.Output);
                }
            }
        }
    }

    private static void Multiply(
        ConvTransposeLayer layer,
        WinogradPacking packing,
        in WinogradBox box,
        in Workspace work,
        Span<float> transformed,
        ReadOnlySpan<float> packed,
        int pitch,
        int runTiles,
        int group,
        int block,
        WinogradPhase phase)
    {
        TapKernel kernel = layer.Kernels(packing.Form).Looped;
        int products = 0;
        foreach (WinogradPoint point in phase.Points)
        {
            var run = new TileRun
            {
                Input = ref transformed[point.Input * box.Tiles * pitch],
                Weights = ref MemoryMarshal.GetReference(packed[(int)(packing.WeightOffset(group, block, phase.Index) + (point.Kernel * packing.PointLength))..]),
                Bias = ref work.Zeros[0],
                Strip = ref work.Products[products],
                Offsets = ref work.Offsets[0],
                Tiles = runTiles,
                Channels = packing.InPerGroup,
                ChannelStep = 1,
            };
            kernel(in run, s_oneTap);
            products += box.Tiles * packing.BlockChannels;
        }
    }

    // Register tiles of six Winograd tiles; the last one repeats its last.
    private static int FillOffsets(Span<int> offsets, int tiles, int inputStep, int productStep)
    {
        const int rows = TileForm.PixelRows;
        int runs = (tiles + rows - 1) / rows;
        for (int i = 0; i < runs * rows; i++)
        {
            (int run, int row) = Math.DivRem(i, rows);
            int tile = Math.Min(i, tiles - 1);
            offsets[(run * 2 * rows) + row] = tile * inputStep;
            offsets[(run * 2 * rows) + rows + row] = tile * productStep;
        }

        return runs;
    }

    private ref struct Workspace
    {
        public Span<float> Gathered;
        public Span<float> One;
        public Span<float> Other;
        public Span<float> Products;
        public Span<float> Half;
        public Span<float> Sums;
        public Span<float> Zeros;
        public Span<int> Offsets;
    }
}
