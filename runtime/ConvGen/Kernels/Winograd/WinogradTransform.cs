namespace ConvGen.Kernels.Winograd;

/// <summary>
/// The transforms of one axis, on rows of neighbouring elements: inputs d to transformed inputs v, and products m to outputs y.
/// Every other axis is a repetition of rows, so that a layer of any rank transforms axis by axis.
/// </summary>
internal static class WinogradTransform
{
    /// <summary>
    /// Transforms the inputs of one patch. F(3, 2) and F(2, 3): v = (d0 - d2, d1 + d2, d2 - d1, d3 - d1). F(2, 2): v = (d0 - d1, d1, d2
    /// - d1).
    /// Raw points copy the last inputs of the window.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Input<TSimd, TVector>(
        WinogradAxis axis, ref Element source, nint sourceStep, ref Element target, nint targetStep, int length)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        ref Element d1 = ref Unsafe.Add(ref source, sourceStep);
        ref Element d2 = ref Unsafe.Add(ref source, 2 * sourceStep);
        switch (axis.SharedPoints)
        {
            case 1:
                Copy<TSimd, TVector>(ref source, ref target, length);
                break;
            case 3:
                for (nint i = 0; i < length; i += TSimd.Lanes)
                {
                    TVector b = TSimd.Load(ref d1, i);
                    TSimd.Store(TSimd.Subtract(TSimd.Load(ref source, i), b), ref target, i);
                    TSimd.Store(b, ref target, targetStep + i);
                    TSimd.Store(TSimd.Subtract(TSimd.Load(ref d2, i), b), ref target, (2 * targetStep) + i);
                }

                break;
            default:
                ref Element d3 = ref Unsafe.Add(ref source, 3 * sourceStep);
                for (nint i = 0; i < length; i += TSimd.Lanes)
                {
                    StoreInputs<TSimd, TVector>(
                        TSimd.Load(ref source, i),
                        TSimd.Load(ref d1, i),
                        TSimd.Load(ref d2, i),
                        TSimd.Load(ref d3, i),
                        ref Unsafe.Add(ref target, i),
                        targetStep);
                }

                break;
        }

        for (int point = axis.SharedPoints; point < axis.Points; point++)
        {
            int input = point - axis.SharedPoints + axis.Taps - 1;
            Copy<TSimd, TVector>(ref Unsafe.Add(ref source, input * sourceStep), ref Unsafe.Add(ref target, point * targetStep), length);
        }
    }

    /// <summary>Inputs of F(3, 2) or F(2, 3), <paramref name="step"/> elements from a point to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInputs<TSimd, TVector>(TVector d0, TVector d1, TVector d2, TVector d3, ref Element target, nint step)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TSimd.Store(TSimd.Subtract(d0, d2), ref target, 0);
        TSimd.Store(TSimd.Add(d1, d2), ref target, step);
        TSimd.Store(TSimd.Subtract(d2, d1), ref target, 2 * step);
        TSimd.Store(TSimd.Subtract(d3, d1), ref target, 3 * step);
    }

    /// <summary>Outputs of F(3, 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Outputs<TSimd, TVector>(
        TVector m0, TVector m1, TVector m2, TVector m3, out TVector y0, out TVector y1, out TVector y2)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TVector sum = TSimd.Add(m1, m2);
        y0 = TSimd.Add(m0, sum);
        y1 = TSimd.Subtract(m1, m2);
        y2 = TSimd.Add(sum, m3);
    }

    /// <summary>
    /// Turns the products of one patch into outputs. F(3, 2): y = (m0 + m1 + m2, m1 - m2, m1 + m2 + m3). F(2, 3): y = (m0 + m1 + m2, m1
    /// - m2 + m3).
    /// F(2, 2): y = (m0 + m1, m1 + m2).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Output<TSimd, TVector>(
        WinogradAxis axis, ref Element source, nint sourceStep, ref Element target, nint targetStep, int length)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        ref Element m1 = ref Unsafe.Add(ref source, sourceStep);
        ref Element m2 = ref Unsafe.Add(ref source, 2 * sourceStep);
        ref Element m3 = ref Unsafe.Add(ref source, 3 * sourceStep);
        switch (axis.Taps, axis.Patch)
        {
            case (2, 2):
                for (nint i = 0; i < length; i += TSimd.Lanes)
                {
                    TVector b = TSimd.Load(ref m1, i);
                    TSimd.Store(TSimd.Add(TSimd.Load(ref source, i), b), ref target, i);
                    TSimd.Store(TSimd.Add(b, TSimd.Load(ref m2, i)), ref target, targetStep + i);
                }

                break;
            case (2, _):
                for (nint i = 0; i < length; i += TSimd.Lanes)
                {
                    TVector b = TSimd.Load(ref m1, i), c = TSimd.Load(ref m2, i);
                    TVector sum = TSimd.Add(b, c);
                    TSimd.Store(TSimd.Add(TSimd.Load(ref source, i), sum), ref target, i);
                    TSimd.Store(TSimd.Subtract(b, c), ref target, targetStep + i);
                    TSimd.Store(TSimd.Add(sum, TSimd.Load(ref m3, i)), ref target, (2 * targetStep) + i);
                }

                break;
            default:
                for (nint i = 0; i < length; i += TSimd.Lanes)
                {
                    TVector b = TSimd.Load(ref m1, i), c = TSimd.Load(ref m2, i);
                    TSimd.Store(TSimd.Add(TSimd.Load(ref source, i), TSimd.Add(b, c)), ref target, i);
                    TSimd.Store(TSimd.Add(TSimd.Subtract(b, c), TSimd.Load(ref m3, i)), ref target, targetStep + i);
                }

                break;
        }
    }

    /// <summary>
    /// Transforms one kernel row g (by window position). F(3, 2): u = (g0, (g0 + g1)/2, (g0 - g1)/2, g1). F(2, 2): u = (g0, g0 + g1, g1).
    /// F(2, 3): u = (g0, (g0 + g1 + g2)/2, (g0 - g1 + g2)/2, g2). Raw phases keep their one element, whatever the point.
    /// </summary>
    public static void Kernel(WinogradAxis axis, bool raw, ReadOnlySpan<double> source, int sourceStep, Span<double> target, int targetStep)
    {
        double g0 = source[0];
        if (axis.Taps == 1 || raw)
        {
            target[0] = source[(axis.Taps - 1) * sourceStep];
            return;
        }

        double g1 = source[sourceStep];
        double g2 = axis.Taps == 3 ? source[2 * sourceStep] : 0;
        ReadOnlySpan<double> points = (axis.Taps, axis.Patch) switch
        {
            (2, 2) => [g0, g0 + g1, g1],
            (2, _) => [g0, (g0 + g1) / 2, (g0 - g1) / 2, g1],
            _ => [g0, (g0 + g1 + g2) / 2, (g0 - g1 + g2) / 2, g2],
        };
        for (int point = 0; point < points.Length; point++)
        {
            target[point * targetStep] = points[point];
        }
    }

    private static void Copy<TSimd, TVector>(ref Element source, ref Element target, int length)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        for (nint i = 0; i < length; i += TSimd.Lanes)
        {
            TSimd.Store(TSimd.Load(ref source, i), ref target, i);
        }
    }
}
