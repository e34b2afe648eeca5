namespace ConvGen.Generator.Planning;

/// <summary>
/// The kernel of interleaved phases: a phase of the depth, one or two of the height, and phases side by side along the width.
/// </summary>
/// <param name="Index">Its number, row-major over the depth, the lines of the height and the phases of the width.</param>
/// <param name="Axes">The leading axes of the layer.</param>
/// <param name="Width">Its phases along the width.</param>
internal sealed record InterleavedKernel(int Index, InterleavedPhases[] Axes, InterleavedPhases Width)
{
    /// <summary>Taps of all phases.</summary>
    public int Taps => Axes.Aggregate(Width.Taps, static (product, axis) => product * axis.Taps);

    /// <summary>Taps of all axes are unrolled; otherwise those of the width, and the lines that meet an input, alone.</summary>
    public bool IsUnrolled => Taps <= InterleavedRule.MostTaps;

    /// <summary>The one kernel of planes of a layer of one phase.</summary>
    public static InterleavedKernel One(LayerGeometry geometry) =>
        new(0, [InterleavedPhases.Neighbours(geometry.Height, PlanesRule.LinesOfOne)], InterleavedPhases.Of(geometry.Width, 1)[0]);

    /// <summary>The kernels of a layer, if any.</summary>
    public static InterleavedKernel[] All(LayerGeometry geometry, PlannedAxis[] axes)
    {
        int phases = InterleavedRule.Phases(geometry);
        if (phases == 0)
        {
            return [];
        }

        int lines = InterleavedRule.Lines(geometry);
        IEnumerable<InterleavedPhases[]> leading = [[]];
        for (int axis = 0; axis < axes.Length - 1; axis++)
        {
            InterleavedPhases[] rows = InterleavedPhases.Of(axes[axis].Geometry, axis == axes.Length - 2 ? lines : 1);
            leading = leading.SelectMany(head => rows.Select(row => (InterleavedPhases[])[.. head, row]));
        }

        return
        [
            .. leading
                .SelectMany(head => InterleavedPhases.Of(geometry.Width, phases), static (head, row) => (head, row))
                .Select(static (pair, index) => new InterleavedKernel(index, pair.head, pair.row)),
        ];
    }
}
