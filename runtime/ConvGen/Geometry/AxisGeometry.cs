namespace ConvGen.Geometry;

/// <summary>
/// One axis of a convolution in canonical form. Of a transposed one, with <c>full[i*s + t*d] += x[i] * w[t]</c>,
/// output <c>o</c> is <c>full[o + PadBegin]</c> and the output has <c>(in - 1) * s + LengthOffset</c> elements.
/// An ordinary one is that with stride 1 and the kernel turned round, of whose outputs every <see cref="InStep"/>-th is kept.
/// Every front end (PyTorch, ONNX, Keras) reduces to it.
/// </summary>
/// <param name="Kernel">Taps, k >= 1.</param>
/// <param name="Stride">Outputs per input step, s >= 1.</param>
/// <param name="Dilation">Distance between taps in outputs, d >= 1.</param>
/// <param name="PadBegin">Outputs cropped at the beginning; below 0 where an ordinary convolution is padded by more than its kernel.</param>
/// <param name="LengthOffset">Output length of a single input element; may be below 1 where padding crops more than it.</param>
/// <param name="InStep">Inputs between neighbouring outputs of a phase: the stride of an ordinary convolution, otherwise 1.</param>
/// <param name="IsOrdinary">Taps ascend with the inputs.</param>
internal readonly record struct AxisGeometry(
    int Kernel, int Stride, int Dilation, int PadBegin, long LengthOffset, int InStep = 1, bool IsOrdinary = false)
{
    /// <summary>The axis that changes nothing; leading axes of ranks 1 and 2.</summary>
    public static AxisGeometry Identity { get; } = FromPyTorch(kernel: 1, stride: 1, padding: 0, outputPadding: 0, dilation: 1);

    /// <summary>PyTorch's parameters: <c>out = (in - 1)s - 2p + d(k - 1) + op + 1</c>.</summary>
    public static AxisGeometry FromPyTorch(int kernel, int stride, int padding, int outputPadding, int dilation) =>
        Transposed(kernel, stride, padding, padding, outputPadding, dilation);

    /// <summary>The same with another number of outputs cropped at the end: <c>out = (in - 1)s - p - pEnd + d(k - 1) + op + 1</c>.</summary>
    public static AxisGeometry Transposed(int kernel, int stride, int padding, int paddingEnd, int outputPadding, int dilation) =>
        new(kernel, stride, dilation, padding, ((long)dilation * (kernel - 1)) + 1 + outputPadding - padding - (long)paddingEnd);

    /// <summary>
    /// PyTorch's parameters of an ordinary convolution, with a padding of its own at the end: <c>out = floor((in + p + pEnd - d(k - 1) - 1) / s) + 1</c>.
    /// </summary>
    public static AxisGeometry Ordinary(int kernel, int stride, int padding, int paddingEnd, int dilation)
    {
        long span = (long)dilation * (kernel - 1);
        return new(kernel, 1, dilation, checked((int)(span - padding)), 1 + padding + (long)paddingEnd - span, stride, IsOrdinary: true);
    }

    /// <summary>Zeros before the first input, of an ordinary convolution.</summary>
    public long InputPadding => ((long)Dilation * (Kernel - 1)) - PadBegin;

    /// <summary>Zeros after the last input, of an ordinary convolution.</summary>
    public long PaddingEnd => LengthOffset - 1 + PadBegin;

    /// <summary>Output elements for <paramref name="input"/> elements; below 1 means that the layer has no output.</summary>
    public long OutputLength(long input)
    {
        long length = checked(((input - 1) * Stride) + LengthOffset);
        return InStep == 1 || length < 1 ? length : ((length - 1) / InStep) + 1;
    }

    /// <summary>Products of <paramref name="input"/> elements that fall into the output.</summary>
    public double Products(long input)
    {
        double products = 0;
        long output = OutputLength(input);
        for (int tap = 0; tap < Kernel; tap++)
        {
            if (IsOrdinary)
            {
                // Outputs o with 0 <= o*s + t*d - p < input.
                long shift = ((long)tap * Dilation) - InputPadding;
                products += Math.Max(0, Math.Min(output, Positions(input - shift)) - Positions(-shift));
                continue;
            }

            // Inputs i with 0 <= i*s + t*d - PadBegin < output.
            long first = Math.Max(0, PadBegin - ((long)tap * Dilation) + Stride - 1) / Stride;
            long end = Math.Min(input, Math.Max(0, output + PadBegin - ((long)tap * Dilation) + Stride - 1) / Stride);
            products += Math.Max(0, end - first);
        }

        return products;
    }

    /// <summary>Outputs o of a phase, from 0 on, that meet inputs below <paramref name="end"/>, had they no shift.</summary>
    private long Positions(long end) => end <= 0 ? 0 : ((end - 1) / InStep) + 1;

    /// <summary>The same, had all outputs all taps of their phase.</summary>
    public double WholeProducts(long input)
    {
        double products = 0;
        long output = OutputLength(input);
        for (int tap = 0; tap < Kernel; tap++)
        {
            // Outputs o with (o + PadBegin - t*d) mod s = 0.
            long first = ((((long)tap * Dilation) - PadBegin) % Stride + Stride) % Stride;
            products += output <= first ? 0 : ((output - first - 1) / Stride) + 1;
        }

        return products;
    }

    /// <summary>Taps that far apart share a phase: t*d mod s repeats.</summary>
    public int Period => Stride / GreatestCommonDivisor(Dilation, Stride);

    /// <summary>Number of <see cref="Phases"/>.</summary>
    public int PhaseCount => Math.Min(Kernel, Period);

    /// <summary>Taps of the phase with the most.</summary>
    public int MostTaps => ((Kernel - 1) / Period) + 1;

    /// <summary>
    /// The phases that have taps, by ascending output offset. Tap t reaches the outputs o with <c>(o + PadBegin - t*d) mod s == 0</c>,
    /// so every tap belongs to exactly one phase; offsets without a phase hold the bias alone.
    /// </summary>
    public AxisPhase[] Phases()
    {
        int period = Period;
        var phases = new AxisPhase[PhaseCount];
        for (int tap = 0; tap < phases.Length; tap++)
        {
            phases[tap] = PhaseOfTap(tap, period, Dilation / (Stride / period));
        }

        Array.Sort(phases, static (a, b) => a.Offset.CompareTo(b.Offset));
        return phases;
    }

    private AxisPhase PhaseOfTap(int tap, int period, int shiftStep)
    {
        if (IsOrdinary)
        {
            return new AxisPhase(0, Kernel, 0, -1, checked((int)-InputPadding), Dilation, InStep);
        }

        int residue = (int)((long)tap * Dilation % Stride);
        int offset = (int)((((long)residue - PadBegin) % Stride + Stride) % Stride);
        int count = ((Kernel - 1 - tap) / period) + 1;
        int last = tap + ((count - 1) * period);
        // Output s*q + offset reads input q + shift; the largest tap reads furthest back.
        long shift = (((long)offset + PadBegin - residue) / Stride) - (((long)last * Dilation - residue) / Stride);
        return new AxisPhase(offset, count, last, period, checked((int)shift), shiftStep, InStep);
    }

    private static int GreatestCommonDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
