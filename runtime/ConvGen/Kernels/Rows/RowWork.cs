using ConvGen.Memory;
using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>What the units of a call share on a thread.</summary>
internal ref struct RowWork
{
    /// <summary>Where phases share their window, the inputs of a group of tiles: [tile][input channel][position].</summary>
    public Span<float> Panel { get; init; }

    /// <summary>Sums of tiles at the edges: [block][tile of the group][phase of depth and height][channel][output].</summary>
    public Span<float> Slots { get; init; }

    /// <summary>What continued sums begin with.</summary>
    public Span<float> Zeros { get; init; }

    /// <summary>Tiles that share inputs.</summary>
    public int Group { get; init; }

    /// <summary>Input channels at a time.</summary>
    public int Channels { get; init; }

    public RowTiles Tiles;

    public RowBox Box;

    /// <summary>The first of the slots of a block, counted within the unit; one set serves all where none is continued.</summary>
    public readonly int FirstSlot(in RowPacking packing, int block) =>
        Channels < packing.InPerGroup ? block * Group * packing.Plan.Planes * packing.Form.Channels * Tiles.SlotStep : 0;

    /// <summary>Fills the panel: next to each other, inputs of many channels stay in the first-level cache and meet few pages.</summary>
    public readonly void Gather(in RowPacking packing, ReadOnlySpan<float> inputs, int start, int end, int first, int channels)
    {
        (int positions, int size) = (packing.Form.Positions, packing.Form.ElementsPerOperand);
        for (int index = start; index < end && packing.Plan.SharesWindow; index++)
        {
            RowTile tile = Tiles[index];
            int window = (tile.Slice * Box.Input.SliceStep) + tile.Position + (first * Box.Input.ChannelStep);
            Span<float> panel = Panel[(index % Group * Channels * positions * size)..];
            for (int channel = 0; channel < channels; channel++)
            {
                ReadOnlySpan<float> source = inputs.Slice(window + (channel * Box.Input.ChannelStep), positions);
                if (packing.Form.Wide)
                {
                    Widening.Copy(source, panel[(channel * positions * size)..]);
                }
                else
                {
                    source.CopyTo(panel[(channel * positions)..]);
                }
            }
        }
    }
}

/// <summary>Elements that a call takes of scratch memory.</summary>
internal readonly struct RowSizes
{
    public RowSizes(in LayerCall call)
    {
        RowPacking packing = call.Rows!.Value;
        LayerPlan plan = call.Layer.Plan;
        Box = BoxSize.ForRows(plan, packing.Plan.SharesWindow, packing.InPerGroup, call.Shape);
        (Channels, int group) = RowForward.Blocking(packing);
        Group = (int)Math.Min(group, RowTiles.Most(packing.Plan, packing.Form, Box));
        Continues = Channels < packing.InPerGroup;
        int size = packing.Form.ElementsPerOperand;
        Inputs = (InputBox.CapacityWithMargin(plan, Box, packing.InPerGroup, pitch: 0) + (2 * packing.Form.Positions))
            * (packing.HoldsDoubles ? size : 1);
        long slots = (long)Group * packing.Plan.Planes * packing.Form.Channels * packing.Form.Positions * plan.Width.Axis.Stride;
        Panel = packing.Plan.SharesWindow ? (long)Group * Channels * packing.Form.Positions * size : 0;
        Slots = slots * (Continues ? packing.Layout.Blocks : 1);
        Bytes = Scratch.BytesFor<float>(Inputs)
            + Scratch.BytesFor<float>(Panel)
            + Scratch.BytesFor<float>(Slots)
            + Scratch.BytesFor<float>(packing.Form.Channels)
            + RowTiles.Bytes(packing.Plan, packing.Form, Box);
    }

    public Extent Box { get; }

    public int Group { get; }

    public int Channels { get; }

    /// <summary>Input channels come in parts.</summary>
    public bool Continues { get; }

    public long Inputs { get; }

    public long Panel { get; }

    public long Slots { get; }

    public long Bytes { get; }
}
