using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>Writes the tiles at the edges of a box from their slots, as far as they lie in the output.</summary>
internal static class RowEdges
{
    public static void Write(
        in LayerCall call, in WorkUnit unit, int block, int first, int end, ReadOnlySpan<float> slots, in RowWork work)
    {
        RowPacking packing = call.Rows!.Value;
        (RowBox box, int stride) = (work.Box, call.Layer.Plan.Width.Axis.Stride);
        (int pitch, int step) = (box.Input.RowStep, work.Tiles.SlotStep);
        int length = packing.Plan.Planes * packing.Form.Channels * step;
        Span<float> planes = call.BlockOutput(unit, block, out _);
        for (int index = first; index < end; index++)
        {
            RowTile tile = work.Tiles[index];
            ReadOnlySpan<float> slot = slots.Slice(index % work.Group * length, length);
            (int row, int column) = Math.DivRem(tile.Position, pitch);
            // The part of the tile in each row that it touches; between rows lie windows of the margin.
            for (int done = 0; done < packing.Form.Positions && row < box.Positions.Height; row++)
            {
                int positions = Math.Min(pitch - column, packing.Form.Positions - done);
                if (column < box.Positions.Width)
                {
                    int start = (box.First.Width + column) * stride;
                    int elements = Math.Min(
                        Math.Min(positions, box.Positions.Width - column) * stride, box.Input.Width.OutEnd - start);
                    WritePart(call, packing, box, new Extent(tile.Slice, row, start), slot[(done * stride)..], elements, step, planes);
                }

                done += positions;
                column = 0;
            }
        }
    }

    private static void WritePart(
        in LayerCall call,
        in RowPacking packing,
        in RowBox box,
        Extent place,
        ReadOnlySpan<float> slot,
        int elements,
        int step,
        Span<float> planes)
    {
        LayerPlan plan = packing.Plan.Layer;
        Extent output = call.Shape.Output;
        for (int z = 0, plane = 0; z < plan.Depth.Phases.Length; z++)
        {
            int depth = ((box.First.Depth + place.Depth) * plan.Depth.Axis.Stride) + plan.Depth.Phases[z].Offset;
            for (int y = 0; y < plan.Height.Phases.Length; y++, plane++)
            {
                int height = ((box.First.Height + place.Height) * plan.Height.Axis.Stride) + plan.Height.Phases[y].Offset;
                if (depth >= output.Depth || height >= output.Height)
                {
                    continue;
                }

                int target = (((depth * output.Height) + height) * output.Width) + place.Width;
                for (int channel = 0; channel < packing.Form.Channels; channel++)
                {
                    slot.Slice(((plane * packing.Form.Channels) + channel) * step, elements)
                        .CopyTo(planes[(target + (channel * (int)output.Volume))..]);
                }
            }
        }
    }
}
