namespace ConvGen.Geometry;

/// <summary>
/// Neighbouring phases of an axis that are computed together: an input, once loaded, serves every phase that has a tap there. Along the
/// width the sums alternate in the output as they leave the registers; along the height they are lines of it.
/// </summary>
/// <param name="Offset">Output offset of the first phase; the others follow it.</param>
/// <param name="Phases">Number of phases.</param>
/// <param name="Shifts">The inputs that the phases meet, ascending.</param>
internal sealed record InterleavedPhases(int Offset, int Phases, InterleavedInput[] Shifts)
{
    private const int MostTapsOfMany = 2;

    /// <summary>The lowest shift.</summary>
    public int FirstShift => Shifts[0].Shift;

    /// <summary>Taps of all phases.</summary>
    public int Taps => Shifts.Sum(static shift => shift.Taps.Length);

    /// <summary>
    /// How many of the width: the stride where it is 2 or 3; where phases have at most two taps, also where it is 5, 6 or 7, and 8 where that divides
    /// it; otherwise 4 where that divides it; none otherwise, or where an output has no tap.
    /// </summary>
    public static int PhasesOf(AxisGeometry width) => width.PhaseCount < width.Stride ? 0
        : width.Stride is 2 or 3 ? width.Stride
        : width.Stride is 5 or 6 or 7 && width.MostTaps <= MostTapsOfMany ? width.Stride
        : width.Stride % 8 == 0 && width.MostTaps <= MostTapsOfMany ? 8
        : width.Stride % 4 == 0 ? 4
        : 0;

    /// <summary>The groups of <paramref name="count"/> phases of an axis, by ascending offset; none where the count is 0.</summary>
    public static InterleavedPhases[] Of(AxisGeometry axis, int count)
    {
        if (count == 0)
        {
            return [];
        }

        AxisPhase[] phases = axis.Phases();
        return [.. Enumerable.Range(0, phases.Length / count).Select(row => Create(phases.AsSpan(row * count, count)))];
    }

    /// <summary>Neighbouring outputs of an axis of one phase, as if each were a phase: they share most of their inputs.</summary>
    public static InterleavedPhases Neighbours(AxisGeometry axis, int count)
    {
        AxisPhase phase = axis.Phases()[0];
        return Create([.. Enumerable.Range(0, count).Select(i => phase with { FirstShift = phase.FirstShift + (i * axis.InStep) })]);
    }

    /// <summary>The inputs in stretches that the same phases meet, equally far apart.</summary>
    public InterleavedInput[][] Stretches()
    {
        var stretches = new List<List<InterleavedInput>>();
        foreach (InterleavedInput shift in Shifts)
        {
            List<InterleavedInput>? last = stretches.LastOrDefault();
            if (last is not null
                && last[0].Taps.Select(static tap => tap.Phase).SequenceEqual(shift.Taps.Select(static tap => tap.Phase))
                && (last.Count == 1 || shift.Shift - last[last.Count - 1].Shift == last[1].Shift - last[0].Shift))
            {
                last.Add(shift);
            }
            else
            {
                stretches.Add([shift]);
            }
        }

        return [.. stretches.Select(static stretch => stretch.ToArray())];
    }

    /// <summary>
    /// The taps of a kernel of interleaved phases, elements of a kernel of the layer, in the order in which it meets them: input by input, and of each the
    /// phases of the leading axes, then those of the width.
    /// </summary>
    public static int[] TapOrder(LayerGeometry geometry, IReadOnlyList<InterleavedPhases> leading, InterleavedPhases width)
    {
        IEnumerable<InterleavedInput[]> inputs = [[]];
        foreach (InterleavedPhases axis in leading)
        {
            inputs = inputs.SelectMany(_ => axis.Shifts, static (head, shift) => (InterleavedInput[])[.. head, shift]);
        }

        return [.. from input in inputs from column in width.Shifts from element in Elements(input, column) select element];

        IEnumerable<int> Elements(InterleavedInput[] shifts, InterleavedInput column)
        {
            IEnumerable<int> elements = [0];
            int first = geometry.Rank - 1 - shifts.Length;
            for (int axis = 0; axis <= shifts.Length; axis++)
            {
                InterleavedTap[] taps = axis < shifts.Length ? shifts[axis].Taps : column.Taps;
                int kernel = geometry.Axis(first + axis).Kernel;
                elements = elements.SelectMany(_ => taps, (head, tap) => (head * kernel) + tap.Kernel);
            }

            return elements;
        }
    }

    private static InterleavedPhases Create(ReadOnlySpan<AxisPhase> phases)
    {
        var shifts = new SortedDictionary<int, List<InterleavedTap>>();
        for (int phase = 0; phase < phases.Length; phase++)
        {
            for (int tap = 0; tap < phases[phase].TapCount; tap++)
            {
                int shift = phases[phase].Shift(tap);
                if (!shifts.TryGetValue(shift, out List<InterleavedTap>? taps))
                {
                    shifts.Add(shift, taps = []);
                }

                taps.Add(new InterleavedTap(phase, phases[phase].Kernel(tap)));
            }
        }

        return new InterleavedPhases(phases[0].Offset, phases.Length, [.. shifts.Select(static pair => new InterleavedInput(pair.Key, [.. pair.Value]))]);
    }
}

/// <summary>An input of interleaved phases: output position q reads input <c>q + Shift</c>.</summary>
/// <param name="Shift">Input elements from the position.</param>
/// <param name="Taps">What reads it.</param>
internal readonly record struct InterleavedInput(int Shift, InterleavedTap[] Taps);

/// <summary>A tap of an interleaved phase.</summary>
/// <param name="Phase">The phase, counted within the group.</param>
/// <param name="Kernel">The kernel element.</param>
internal readonly record struct InterleavedTap(int Phase, int Kernel);
