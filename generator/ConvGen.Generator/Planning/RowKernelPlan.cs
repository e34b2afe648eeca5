using ConvGen.Geometry;
using ConvGen.Planning;

namespace ConvGen.Generator.Planning;

/// <summary>The kernel of a row of phases: a phase of every axis but the width, and phases side by side along it.</summary>
/// <param name="Index">Its number, row-major over the phases and the rows of the width.</param>
/// <param name="Axes">The phases of the leading axes.</param>
/// <param name="Width">The row.</param>
internal sealed record RowKernelPlan(int Index, AxisPhase[] Axes, PhaseRow Width)
{
    /// <summary>Taps of the leading axes.</summary>
    public int LeadingTaps => Axes.Aggregate(1, static (product, axis) => product * axis.TapCount);

    /// <summary>Taps of all axes are unrolled; otherwise those of the width alone.</summary>
    public bool IsUnrolled => LeadingTaps * Width.Taps <= RowRule.MostTaps;

    /// <summary>The rows of a layer, none where it has no kernels for them.</summary>
    public static RowKernelPlan[] All(LayerGeometry geometry, AxisPhases[] axes)
    {
        if (RowRule.Phases(geometry) == 0)
        {
            return [];
        }

        IEnumerable<AxisPhase[]> leading = [[]];
        foreach (AxisPhases axis in axes.Take(axes.Length - 1))
        {
            leading = leading.SelectMany(head => axis.Phases.Select(phase => (AxisPhase[])[.. head, phase]));
        }

        return
        [
            .. leading
                .SelectMany(head => PhaseRow.Of(geometry.Width), static (head, row) => (head, row))
                .Select(static (pair, index) => new RowKernelPlan(index, pair.head, pair.row)),
        ];
    }
}
