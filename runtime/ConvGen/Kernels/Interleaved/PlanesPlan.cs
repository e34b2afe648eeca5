namespace ConvGen.Kernels.Interleaved;

/// <summary>The emitted kernels of planes: which outputs of the height each computes, and where its weights are in a block.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Heights">Per kernel, its phases of the height.</param>
/// <param name="FirstTaps">Per kernel, the taps of those before it.</param>
/// <param name="Outputs">Outputs of the height at a position, of all kernels.</param>
/// <param name="RowsOfPosition">Rows of inputs from a position to the next.</param>
internal sealed record PlanesPlan(LayerPhases Layer, InterleavedPhases[] Heights, int[] FirstTaps, int Outputs, int RowsOfPosition)
{
    /// <summary>Lines of outputs that a kernel computes.</summary>
    public int Lines => Heights[0].Phases;

    /// <summary>The lowest shift along the height.</summary>
    public int MinShift { get; } = Heights.Min(static lines => lines.FirstShift);

    /// <summary>Rows that a position meets beyond the first.</summary>
    public int MoreRows { get; } = Heights.Max(static lines => lines.Shifts[^1].Shift) - Heights.Min(static lines => lines.FirstShift);

    /// <summary>Of interleaved phases.</summary>
    public static PlanesPlan Of(InterleavedPlan plan) => new(plan.Layer, plan.Heights, plan.FirstTaps, plan.Layer.Height.Axis.Stride, RowsOfPosition: 1);

    /// <summary>Of a layer of one phase.</summary>
    public static PlanesPlan OfOne(LayerPhases layer)
    {
        const int lines = PlanesRule.LinesOfOne;
        AxisGeometry height = layer.Geometry.Height;
        return new(layer, [InterleavedPhases.Neighbours(height, lines)], [0], lines, lines * height.InStep);
    }

    /// <summary>Positions of the height.</summary>
    public int Positions(int height) => ((height - 1) / Outputs) + 1;
}
