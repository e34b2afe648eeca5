using System.Runtime.InteropServices;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Memory;
using ConvGen.Testing;
using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

/// <summary>Follows the runs of every box and compares what they would compute with the definition, output by output.</summary>
public class TileTableTests
{
    public static TheoryData<string, string> FormsAndLayers
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (RegisterTile form in RegisterTiles.All)
            {
                foreach (LayerCase layer in KernelLayers.All)
                {
                    names.Add(RegisterTiles.Name(form), layer.Name);
                }
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(FormsAndLayers))]
    public void Runs_give_every_output_its_products(string form, string layer)
    {
        var boxes = new Boxes(KernelLayers.Named(layer), RegisterTiles.Named(form));
        var counted = default(Scratch);
        _ = new TileTable(boxes.Plan, boxes.Form, boxes.Size, BorderTreatment.Cut, ref counted);
        long bytes = counted.Bytes;
        var scratch = new Scratch(bytes);
        try
        {
            // A copy deals out the same memory, here to leave something in it that no table holds.
            Scratch stale = scratch;
            stale.Take<byte>((int)bytes).Fill(0xFF);
            var table = new TileTable(boxes.Plan, boxes.Form, boxes.Size, BorderTreatment.Cut, ref scratch);
            foreach ((InputBox input, Strip strip) in boxes.All())
            {
                table.Fill(input, strip);
                Compare(boxes, input, strip, Follow(boxes, input, strip, table));
            }
        }
        finally
        {
            scratch.Dispose();
        }
    }

    // What each place of the strip holds in the end.
    private static Sum?[] Follow(Boxes boxes, in InputBox input, in Strip strip, in TileTable table)
    {
        var sums = new Sum?[boxes.StripCapacity];
        foreach (ref readonly TileEntry entry in table.Entries)
        {
            Assert.InRange(entry.Tiles, 1, int.MaxValue);
            int tileOffsets = 2 * (boxes.Form.LanesAreChannels ? Pixels(boxes, entry) : 1);
            ReadOnlySpan<int> offsets = MemoryMarshal.CreateReadOnlySpan(ref table.Offsets(entry), entry.Tiles * tileOffsets);
            for (; !offsets.IsEmpty; offsets = offsets[tileOffsets..])
            {
                if (boxes.Form.LanesAreChannels)
                {
                    FollowChannels(boxes, input, entry, offsets, sums);
                }
                else
                {
                    FollowPixels(boxes, input, strip, entry, offsets, sums);
                }
            }
        }

        return sums;
    }

    private static int Pixels(Boxes boxes, in TileEntry entry)
    {
        TileShape full = boxes.Form.Shape;
        return (entry.Size switch { TileSize.Full => full, TileSize.Rest => full.Rest!, _ => full.Narrow! }).Rows;
    }

    // Pixels that lie anywhere, each computed once; the last of a run may be repeated to fill its tile.
    private static void FollowChannels(Boxes boxes, in InputBox input, in TileEntry entry, ReadOnlySpan<int> tile, Sum?[] sums)
    {
        for (int pixel = 0; pixel < Pixels(boxes, entry); pixel++)
        {
            (int window, int place) = (tile[2 * pixel], tile[(2 * pixel) + 1]);
            var sum = new Sum(entry.Phase, entry.Taps, window);
            bool repeats = pixel > 0 && place == tile[(2 * pixel) - 1];
            Assert.True(sums[place] is null || (repeats && sums[place] == sum), "A place is computed twice.");
            Assert.InRange(place, 0, boxes.StripCapacity - boxes.Form.Channels);
            ReadsInside(boxes, input, entry.Taps, window, window);
            sums[place] = sum;
        }
    }

    // Neighbours of a row, as many as lanes: what falls beyond the row's end is overwritten or never looked at.
    private static void FollowPixels(
        Boxes boxes, in InputBox input, in Strip strip, in TileEntry entry, ReadOnlySpan<int> tile, Sum?[] sums)
    {
        (int window, int place) = (tile[0], tile[1]);
        int lanes = entry.Size == TileSize.Narrow ? boxes.Form.NarrowPixels : boxes.Form.Pixels;
        Assert.InRange(place, 0, boxes.StripCapacity - ((boxes.Form.Channels - 1) * strip.ChannelStep) - lanes);
        ReadsInside(boxes, input, entry.Taps, window, window + lanes - 1);
        for (int lane = 0; lane < lanes; lane++)
        {
            sums[place + lane] = new Sum(entry.Phase, entry.Taps, window + lane);
        }
    }

    private static void ReadsInside(Boxes boxes, in InputBox input, in TapRange taps, int first, int last)
    {
        if (!HasTaps(taps.Depth) || !HasTaps(taps.Height) || !HasTaps(taps.Width))
        {
            return;
        }

        long reach = ((boxes.Packing.InPerGroup - 1L) * input.ChannelStep)
            + (Span(taps.Depth) * input.SliceStep) + (Span(taps.Height) * input.RowStep) + (Span(taps.Width) * input.ColumnStep);
        Assert.InRange(first, 0, boxes.InputCapacity);
        Assert.InRange(last + reach, 0, boxes.InputCapacity - 1);

        static bool HasTaps(in TapAxis axis) => axis.End > axis.First;
        static long Span(in TapAxis axis) => (axis.End - 1L - axis.First) * axis.Step;
    }

    private static void Compare(Boxes boxes, InputBox input, Strip strip, Sum?[] sums)
    {
        (AxisCase depth, AxisCase height, AxisCase width) = KernelLayers.Axes(boxes.Layer);
        foreach ((int z, int y, int x) in Boxes.Outputs(strip))
        {
            if (boxes.Place(strip, z, y, x) is not { } place)
            {
                continue;
            }

            Assert.True(sums[place].HasValue);
            (int phase, TapRange taps, int window) = sums[place].GetValueOrDefault();
            Assert.Equal(
                boxes.Plan.PhaseIndex(
                    Boxes.Phase(boxes.Plan.Depth, z), Boxes.Phase(boxes.Plan.Height, y), Boxes.Phase(boxes.Plan.Width, x)),
                phase);
            int? slice = FirstInput(depth, boxes.Plan.Depth, z, input.Size.Depth, taps.Depth);
            int? row = FirstInput(height, boxes.Plan.Height, y, input.Size.Height, taps.Height);
            int? column = FirstInput(width, boxes.Plan.Width, x, input.Size.Width, taps.Width);
            if (slice.HasValue && row.HasValue && column.HasValue)
            {
                Assert.Equal(input.Offset(slice.Value, row.Value, column.Value), window);
            }
        }
    }

    // The first input that the taps meet along an axis, if any. Taps and inputs must be the definition's.
    private static int? FirstInput(AxisCase axis, AxisPhases plan, int output, int input, TapAxis taps)
    {
        (int Tap, int Input)[] products = [.. axis.Products(output, input)];
        int? first = products.Length == 0 ? null : products[0].Input;
        AxisPhase phase = plan.Phases[Boxes.Phase(plan, output)];
        Assert.Equal(
            products,
            Enumerable.Range(taps.First, taps.End - taps.First)
                .Select(tap => (phase.Kernel(tap), first.GetValueOrDefault() + ((tap - taps.First) * taps.Step))));
        Assert.Equal(phase.TapCount, taps.Count);
        return first;
    }

    /// <summary>What a kernel would put in a place: the products of these taps with the inputs from a window on.</summary>
    private readonly record struct Sum(int Phase, TapRange Taps, int Window);
}
