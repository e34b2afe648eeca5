using ConvGen.Geometry;

namespace ConvGen.Kernels.Rows;

/// <summary>
/// The rows of a layer: for every phase of depth and height, the rows of phases side by side along the width. What a kernel is
/// emitted for.
/// </summary>
internal sealed class RowPlan
{
    private RowPlan(LayerPlan layer)
    {
        Layer = layer;
        Phases = PhaseRow.PhasesOf(layer.Geometry.Width);
        Widths = PhaseRow.Of(layer.Geometry.Width);
        SharesWindow = IsPoint(layer.Depth) && IsPoint(layer.Height) && IsPoint(layer.Width);
        Planes = layer.Depth.Phases.Length * layer.Height.Phases.Length;
        MinShift = Widths.Min(static row => row.FirstShift);
        Taps = [.. from z in layer.Depth.Phases from y in layer.Height.Phases from row in Widths select TapsOf(z, y, row)];
        FirstTaps = new int[Taps.Length];
        for (int row = 1; row < Taps.Length; row++)
        {
            FirstTaps[row] = FirstTaps[row - 1] + Taps[row - 1].Length;
        }
    }

    public LayerPlan Layer { get; }

    /// <summary>Phases of a row.</summary>
    public int Phases { get; }

    /// <summary>Rows along the width.</summary>
    public PhaseRow[] Widths { get; }

    /// <summary>The lowest shift along the width.</summary>
    public int MinShift { get; }

    /// <summary>Per row, its taps in the order in which its kernel meets them: elements of a kernel of the layer.</summary>
    public int[][] Taps { get; }

    /// <summary>Taps of all rows before a row.</summary>
    public int[] FirstTaps { get; }

    /// <summary>Phases of depth and height.</summary>
    public int Planes { get; }

    /// <summary>All phases read one and the same input: a tile's inputs are as many as its positions.</summary>
    public bool SharesWindow { get; }

    /// <summary>The rows of a layer whose emitted kernels take rows.</summary>
    public static RowPlan Create(LayerPlan layer) => new(layer);

    private static bool IsPoint(AxisPlan axis) => axis.MinShift == axis.MaxShift;

    private int[] TapsOf(AxisPhase z, AxisPhase y, PhaseRow row)
    {
        (AxisGeometry height, AxisGeometry width) = (Layer.Geometry.Height, Layer.Geometry.Width);
        return
        [
            .. from tz in Enumerable.Range(0, z.TapCount)
               from ty in Enumerable.Range(0, y.TapCount)
               from shift in row.Shifts
               from tap in shift.Taps
               select (((z.Kernel(tz) * height.Kernel) + y.Kernel(ty)) * width.Kernel) + tap.Kernel,
        ];
    }
}
