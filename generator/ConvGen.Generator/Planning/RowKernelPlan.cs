using ConvGen.Geometry;
using ConvGen.Planning;

namespace ConvGen.Generator.Planning;

/// <summary>
/// The kernel of a row of phases: a phase of the depth, one or two of the height, and phases side by side along the width.
/// </summary>
/// <param name="Index">Its number, row-major over the depth, the lines of the height and the rows of the width.</param>
/// <param name="Axes">The leading axes of the layer.</param>
/// <param name="Width">The row.</param>
internal sealed record RowKernelPlan(int Index, PhaseRow[] Axes, PhaseRow Width)
{
    /// <summary>Taps of all phases.</summary>
    public int Taps => Axes.Aggregate(Width.Taps, static (product, axis) => product * axis.Taps);

    /// <summary>Taps of all axes are unrolled; otherwise those of the width, and the lines that meet an input, alone.</summary>
    public bool IsUnrolled => Taps <= RowRule.MostTaps;

    /// <summary>The rows of a layer, none where it has no kernels for them.</summary>
    public static RowKernelPlan[] All(LayerGeometry geometry, AxisPhases[] axes)
    {
        int phases = RowRule.Phases(geometry);
        if (phases == 0)
        {
            return [];
        }

        int lines = RowRule.Lines(geometry);
        IEnumerable<PhaseRow[]> leading = [[]];
        for (int axis = 0; axis < axes.Length - 1; axis++)
        {
            PhaseRow[] rows = PhaseRow.Of(axes[axis].Geometry, axis == axes.Length - 2 ? lines : 1);
            leading = leading.SelectMany(head => rows.Select(row => (PhaseRow[])[.. head, row]));
        }

        return
        [
            .. leading
                .SelectMany(head => PhaseRow.Of(geometry.Width, phases), static (head, row) => (head, row))
                .Select(static (pair, index) => new RowKernelPlan(index, pair.head, pair.row)),
        ];
    }
}
