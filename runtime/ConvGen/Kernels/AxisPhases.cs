namespace ConvGen.Kernels;

/// <summary>An axis with its phases worked out once.</summary>
internal sealed class AxisPhases
{
    public AxisPhases(AxisGeometry axis)
    {
        Axis = axis;
        Phases = axis.Phases();
        MinShift = Phases.Min(static p => p.FirstShift);
        MaxShift = Phases.Max(static p => p.LastShift);
        FirstTaps = new int[Phases.Length];
        for (int phase = 1; phase < Phases.Length; phase++)
        {
            FirstTaps[phase] = FirstTaps[phase - 1] + Phases[phase - 1].TapCount;
        }
    }

    public AxisGeometry Axis { get; }

    public AxisPhase[] Phases { get; }

    /// <summary>Taps of all phases before a phase.</summary>
    public int[] FirstTaps { get; }

    public int MinShift { get; }

    public int MaxShift { get; }

    /// <summary>Some outputs belong to no phase with taps: they hold the bias alone.</summary>
    public bool HasBareOutputs => Phases.Length < Axis.Stride;

    /// <summary>Input positions, a stride of outputs each, that so many outputs take; the last may not be whole.</summary>
    public int Positions(int outputs) => ((outputs - 1) / Axis.Stride) + 1;

    /// <summary>The outputs from <paramref name="start"/> up to <paramref name="end"/>, and the inputs that they meet.</summary>
    public AxisWindow Window(int start, int end, int input)
    {
        (long low, long high) = Meeting(start, end);
        int last = (int)Math.Clamp(high, 0, input);
        return new AxisWindow(start, end, (int)Math.Clamp(low, 0, last), last);
    }

    /// <summary>The same beyond the ends of the input, where a margin takes the place of what is not there.</summary>
    public AxisWindow WindowWithMargin(int start, int end)
    {
        (long low, long high) = Meeting(start, end);
        return low > high ? new AxisWindow(start, end, 0, 0) : new AxisWindow(start, end, (int)low, (int)high);
    }

    // The first input, inside or not, and the one after the last; the other way round where there is none.
    private (long Low, long High) Meeting(int start, int end)
    {
        (long low, long high) = (long.MaxValue, long.MinValue);
        foreach (AxisPhase phase in Phases)
        {
            int first = phase.PositionsBelow(start, Axis.Stride);
            int last = phase.PositionsBelow(end, Axis.Stride) - 1;
            if (last >= first)
            {
                low = Math.Min(low, phase.Input(first, tap: 0));
                high = Math.Max(high, phase.Input(last, phase.TapCount - 1) + 1);
            }
        }

        return (low, high);
    }

    /// <summary>The most inputs that <paramref name="outputs"/> neighbouring outputs can meet.</summary>
    public int InputSpan(int outputs, int input) =>
        (int)Math.Min(input, ((((outputs - 1L) / Axis.Stride) + 1) * Axis.InStep) + 1 + ((long)MaxShift - MinShift));

    /// <summary>The most <see cref="AxisPiece"/>s of <paramref name="outputs"/> neighbouring outputs.</summary>
    public int MostPieces(int outputs) => (int)Math.Min(outputs, Phases.Length + (2L * Axis.Kernel));

    /// <summary>The pieces of a window with a margin: one per phase.</summary>
    public int CutWhole(AxisWindow window, Span<AxisPiece> pieces)
    {
        int count = 0;
        for (int index = 0; index < Phases.Length; index++)
        {
            AxisPhase phase = Phases[index];
            int start = phase.PositionsBelow(window.OutStart, Axis.Stride);
            int end = phase.PositionsBelow(window.OutEnd, Axis.Stride);
            if (end > start)
            {
                pieces[count++] = new AxisPiece(index, new AxisSegment(start, end, 0, phase.TapCount));
            }
        }

        return count;
    }

    /// <summary>The pieces of a window tap by tap: per phase and tap, the positions that meet it inside the input.</summary>
    public int CutByTap(AxisWindow window, int input, Span<AxisPiece> pieces)
    {
        int count = 0;
        for (int index = 0; index < Phases.Length; index++)
        {
            AxisPhase phase = Phases[index];
            for (int tap = 0; tap < phase.TapCount; tap++)
            {
                int start = (int)Math.Max(phase.PositionsBelow(window.OutStart, Axis.Stride), phase.PositionAt(tap, 0));
                int end = (int)Math.Min(phase.PositionsBelow(window.OutEnd, Axis.Stride), phase.PositionAt(tap, input));
                if (end > start)
                {
                    pieces[count++] = new AxisPiece(index, new AxisSegment(start, end, tap, tap + 1));
                }
            }
        }

        return count;
    }

    /// <summary>Cuts a window into pieces of one phase and one set of taps; returns their number.</summary>
    public int Cut(AxisWindow window, int input, Span<AxisPiece> pieces)
    {
        int count = 0;
        for (int index = 0; index < Phases.Length; index++)
        {
            AxisPhase phase = Phases[index];
            int end = phase.PositionsBelow(window.OutEnd, Axis.Stride);
            for (int start = phase.PositionsBelow(window.OutStart, Axis.Stride); start < end;)
            {
                AxisSegment segment = phase.SegmentAt(start, end, input);
                pieces[count++] = new AxisPiece(index, segment);
                start = segment.End;
            }
        }

        return count;
    }
}

/// <summary>Outputs and inputs of a box along one axis.</summary>
internal readonly record struct AxisWindow(int OutStart, int OutEnd, int InStart, int InEnd)
{
    /// <summary>The only output of an axis that a layer has not got.</summary>
    public static AxisWindow One { get; } = OfOutputs(0, 1);

    public int Outputs => OutEnd - OutStart;

    /// <summary>Outputs alone.</summary>
    public static AxisWindow OfOutputs(int start, int end) => new(start, end, 0, 0);

    public int Inputs => InEnd - InStart;

    /// <summary>The inputs that an image of the given length has; none where the end does not lie beyond the start.</summary>
    public (int Start, int End) Inside(int input) => (Math.Max(0, InStart), Math.Min(input, InEnd));
}

/// <summary>Positions of a phase (by its index among those with taps) that meet the same taps.</summary>
internal readonly record struct AxisPiece(int Phase, AxisSegment Segment);
