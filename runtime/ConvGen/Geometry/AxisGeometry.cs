namespace ConvGen.Geometry;

/// <summary>
/// One axis of a transposed convolution in canonical form. With <c>full[i*s + t*d] += x[i] * w[t]</c>,
/// output <c>o</c> is <c>full[o + PadBegin]</c> and the output has <c>(in - 1) * s + LengthOffset</c> elements.
/// Every front end (PyTorch, ONNX, Keras) reduces to it.
/// </summary>
/// <param name="Kernel">Taps, k >= 1.</param>
/// <param name="Stride">Outputs per input step, s >= 1.</param>
/// <param name="Dilation">Distance between taps in outputs, d >= 1.</param>
/// <param name="PadBegin">Outputs cropped at the beginning, >= 0.</param>
/// <param name="LengthOffset">Output length of a single input element; may be below 1 where padding crops more than it.</param>
internal readonly record struct AxisGeometry(int Kernel, int Stride, int Dilation, int PadBegin, long LengthOffset)
{
    /// <summary>The axis that changes nothing; leading axes of ranks 1 and 2.</summary>
    public static AxisGeometry Identity { get; } = FromPyTorch(kernel: 1, stride: 1, padding: 0, outputPadding: 0, dilation: 1);

    /// <summary>PyTorch's parameters: <c>out = (in - 1)s - 2p + d(k - 1) + op + 1</c>.</summary>
    public static AxisGeometry FromPyTorch(int kernel, int stride, int padding, int outputPadding, int dilation) =>
        new(kernel, stride, dilation, padding, ((long)dilation * (kernel - 1)) + 1 + outputPadding - (2L * padding));

    /// <summary>Output elements for <paramref name="input"/> elements; below 1 means that the layer has no output.</summary>
    public long OutputLength(long input) => checked(((input - 1) * Stride) + LengthOffset);

    /// <summary>Products of <paramref name="input"/> elements that fall into the output.</summary>
    public double Products(long input)
    {
        double products = 0;
        long output = OutputLength(input);
        for (int tap = 0; tap < Kernel; tap++)
        {
            // Inputs i with 0 <= i*s + t*d - PadBegin < output.
            long first = Math.Max(0, PadBegin - ((long)tap * Dilation) + Stride - 1) / Stride;
            long end = Math.Min(input, Math.Max(0, output + PadBegin - ((long)tap * Dilation) + Stride - 1) / Stride);
            products += Math.Max(0, end - first);
        }

        return products;
    }

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
        int residue = (int)((long)tap * Dilation % Stride);
        int offset = (int)((((long)residue - PadBegin) % Stride + Stride) % Stride);
        int count = ((Kernel - 1 - tap) / period) + 1;
        int last = tap + ((count - 1) * period);
        // Output s*q + offset reads input q + shift; the largest tap reads furthest back.
        long shift = (((long)offset + PadBegin - residue) / Stride) - (((long)last * Dilation - residue) / Stride);
        return new AxisPhase(offset, count, last, period, checked((int)shift), shiftStep);
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
