namespace ConvGen.CompilerServices;

/// <summary>What the mean of a window divides by.</summary>
internal enum Counted
{
    Nothing = 0,
    Inputs = 1,
    WithPadding = 2,
}

/// <summary>The windows of a pooled axis.</summary>
internal readonly record struct WindowAxis(int Length, int OutLength, int Kernel, int Stride, int PadBegin, int PadEnd, int Dilation)
{
    /// <summary>Windows divide the inputs evenly: lines that follow each other are as one.</summary>
    public bool IsDivided => Length > 0 && PadBegin == 0 && (long)OutLength * Stride == Length && (Kernel - 1L) * Dilation < Stride;

    /// <summary>The input that a tap of a window meets.</summary>
    public int Place(int output, int tap) => (output * Stride) + (tap * Dilation) - PadBegin;

    /// <summary>The taps of a window that meet an input.</summary>
    public (int First, int End) Taps(int output) => Met(Place(output, 0), Dilation, Length, Kernel);

    /// <summary>The outputs whose windows meet an input with a tap.</summary>
    public (int First, int End) Outputs(int tap) => Met(Place(0, tap), Stride, Length, OutLength);

    /// <summary>How many taps of a window count.</summary>
    public int Count(int output, Counted counted)
    {
        (int begin, int end) = counted == Counted.WithPadding ? (PadBegin, PadEnd) : (0, 0);
        (int first, int last) = Met(Place(output, 0) + begin, Dilation, begin + Length + end, Kernel);
        return last - first;
    }

    // Which of "count" places, "step" apart from "start" on, lie between 0 and a length.
    private static (int First, int End) Met(int start, int step, int length, int count)
    {
        int first = Math.Clamp((step - 1 - start) / step, 0, count);
        int end = length <= start ? 0 : Math.Min(count, (length - start + step - 1) / step);
        return (first, Math.Max(first, end));
    }
}
