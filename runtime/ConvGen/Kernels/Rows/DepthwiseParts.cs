using ConvGen.CompilerServices;
using ConvGen.Packing;

namespace ConvGen.Kernels.Rows;

/// <summary>How planes that are computed channel by channel, line by line, fall into units.</summary>
internal static class DepthwiseParts
{
    /// <summary>
    /// Whether a layer is one of planes with an input channel to each group, on a machine whose registers hold the weights of a channel
    /// beside the sums: thirty-two.
    /// </summary>
    public static bool Exist(in LayerCall call) => call.Rows is { Form: { Channels: 1, Level: SimdLevel.Vector512 }, InPerGroup: 1 } packing
        && call.Shape.Output.Depth == 1
        && packing.Plan.Layer.Depth.Axis is { Kernel: 1, Stride: 1, PadBegin: 0 };

    /// <summary>Planes, in parts where they are too few for threads to share.</summary>
    /// <param name="call">The call.</param>
    /// <param name="lines">Lines of a plane, or pairs of them: what a part has a whole number of.</param>
    public static WorkGrid Grid(in LayerCall call, int lines)
    {
        RowPacking packing = call.Rows!.Value;
        int groups = packing.Plan.Layer.Geometry.Groups;
        int parts = Math.Clamp((WorkGrid.LeastUnits + (call.Shape.Batch * groups) - 1) / (call.Shape.Batch * groups), 1, lines);
        return new WorkGrid(new Extent(1, parts, 1), call.Shape.Batch, groups, packing.Layout.Blocks);
    }

    /// <summary>The lines of a unit.</summary>
    public static (int Start, int End) Lines(WorkGrid grid, WorkUnit unit, int lines) => (
        (int)((long)lines * unit.Place.Height / grid.Boxes.Height),
        (int)((long)lines * (unit.Place.Height + 1) / grid.Boxes.Height));
}
