namespace ConvGen.Geometry;

/// <summary>
/// The outputs <c>s*q + Offset</c> (q = 0, 1, ...) of one axis, all made by the same taps: a stride-1 correlation.
/// Its tap <c>u</c> (0 &lt;= u &lt; TapCount) is kernel element <c>Kernel(u)</c> and reads input <c>InStep*q + Shift(u)</c>; shifts ascend.
/// </summary>
/// <param name="Offset">First output, 0 &lt;= Offset &lt; s.</param>
/// <param name="TapCount">Taps of the phase, >= 1.</param>
/// <param name="FirstKernel">Kernel element of tap 0.</param>
/// <param name="KernelStep">Kernel elements between taps; the element descends as the shift ascends, of an ordinary convolution it ascends.</param>
/// <param name="FirstShift">Shift of tap 0, the lowest.</param>
/// <param name="ShiftStep">Input elements between taps.</param>
/// <param name="InStep">Input elements between positions.</param>
internal readonly record struct AxisPhase(
    int Offset, int TapCount, int FirstKernel, int KernelStep, int FirstShift, int ShiftStep, int InStep = 1)
{
    public int LastShift => Shift(TapCount - 1);

    public int Kernel(int tap) => FirstKernel - (tap * KernelStep);

    public int Shift(int tap) => checked(FirstShift + (tap * ShiftStep));

    /// <summary>Number of q whose output <c>stride*q + Offset</c> lies below <paramref name="output"/>.</summary>
    public int PositionsBelow(int output, int stride) => output <= Offset ? 0 : ((output - Offset - 1) / stride) + 1;

    /// <summary>The input that a position meets by a tap.</summary>
    public long Input(int position, int tap) => ((long)position * InStep) + Shift(tap);

    /// <summary>The first position that meets, by a tap, input <paramref name="input"/> or one after it.</summary>
    public long PositionAt(int tap, long input) => InStep == 1 ? input - Shift(tap)
        : (long)Math.Ceiling((input - Shift(tap)) / (double)InStep);

    /// <summary>The longest segment of positions from <paramref name="start"/> on that meet the same taps inside the input.</summary>
    public AxisSegment SegmentAt(int start, int end, int input)
    {
        int first = 0;
        while (first < TapCount && Input(start, first) < 0)
        {
            first++;
        }

        int last = TapCount;
        while (last > first && Input(start, last - 1) >= input)
        {
            last--;
        }

        // It ends where the tap before `first` enters the input or tap `last - 1` leaves it.
        long stop = end;
        if (first > 0)
        {
            stop = Math.Min(stop, PositionAt(first - 1, 0));
        }

        if (last > first)
        {
            stop = Math.Min(stop, PositionAt(last - 1, input));
        }

        return new AxisSegment(start, (int)stop, first, last);
    }
}

/// <summary>
/// Positions <c>Start &lt;= q &lt; End</c> of a phase that meet its taps <c>FirstTap &lt;= u &lt; EndTap</c> (none where equal).
/// </summary>
internal readonly record struct AxisSegment(int Start, int End, int FirstTap, int EndTap)
{
    public int Length => End - Start;

    public int TapCount => EndTap - FirstTap;
}
