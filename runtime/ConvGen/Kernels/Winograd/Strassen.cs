namespace ConvGen.Kernels.Winograd;

/// <summary>
/// Seven products of matrices for eight. The inputs A are halved by even and odd patch and by input channel, the weights B by input and
/// output channel:
/// M1 = (A11 + A22)(B11 + B22), M2 = (A21 + A22)B11, M3 = A11(B12 - B22), M4 = A22(B21 - B11), M5 = (A11 + A12)B22,
/// M6 = (A21 - A11)(B11 + B12), M7 = (A12 - A22)(B21 + B22);
/// C11 = M1 + M4 - M5 + M7, C12 = M3 + M5, C21 = M2 + M4, C22 = M1 - M2 + M3 + M6.
/// </summary>
/// <remarks>Strassen, "Gaussian elimination is not optimal", Numerische Mathematik 13 (1969).</remarks>
internal static class Strassen
{
    /// <summary>Products of halves.</summary>
    public const int Products = WinogradShape.SchemeProducts;

    /// <summary>The weights of the products.</summary>
    public static void Weights(double b11, double b12, double b21, double b22, Span<double> products)
    {
        products[0] = b11 + b22;
        products[1] = b11;
        products[2] = b12 - b22;
        products[3] = b21 - b11;
        products[4] = b22;
        products[5] = b11 + b12;
        products[6] = b21 + b22;
    }

    /// <summary>
    /// The inputs of the products from a patch and the next, <paramref name="channels"/> of the first half of the channels and as many of the
    /// second; where <paramref name="toOdd"/> is 0 there is no next one, and zeros take its place.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Inputs<TSimd, TVector>(
        ref Element first, ref Element second, nint toOdd, int channels, ref Element target, nint productStep)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        for (nint i = 0; i < channels; i += TSimd.Lanes)
        {
            TVector a11 = TSimd.Load(ref first, i), a12 = TSimd.Load(ref second, i);
            TVector a21 = default, a22 = default;
            if (toOdd > 0)
            {
                a21 = TSimd.Load(ref first, toOdd + i);
                a22 = TSimd.Load(ref second, toOdd + i);
            }

            TSimd.Store(TSimd.Add(a11, a22), ref target, i);
            TSimd.Store(TSimd.Add(a21, a22), ref target, productStep + i);
            TSimd.Store(a11, ref target, (2 * productStep) + i);
            TSimd.Store(a22, ref target, (3 * productStep) + i);
            TSimd.Store(TSimd.Add(a11, a12), ref target, (4 * productStep) + i);
            TSimd.Store(TSimd.Subtract(a21, a11), ref target, (5 * productStep) + i);
            TSimd.Store(TSimd.Subtract(a12, a22), ref target, (6 * productStep) + i);
        }
    }

    /// <summary>
    /// The outputs of a patch and, where <paramref name="toOdd"/> is not 0, of the next: of the first half of a block's channels, and of the
    /// second one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Outputs<TSimd, TVector>(
        ref Element products, nint productStep, ref Element first, ref Element second, nint toOdd, int channels)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        for (nint i = 0; i < channels; i += TSimd.Lanes)
        {
            TVector m1 = TSimd.Load(ref products, i);
            TVector m3 = TSimd.Load(ref products, (2 * productStep) + i), m4 = TSimd.Load(ref products, (3 * productStep) + i);
            TVector m5 = TSimd.Load(ref products, (4 * productStep) + i), m7 = TSimd.Load(ref products, (6 * productStep) + i);
            TSimd.Store(TSimd.Add(TSimd.Add(m1, m4), TSimd.Subtract(m7, m5)), ref first, i);
            TSimd.Store(TSimd.Add(m3, m5), ref second, i);
            if (toOdd > 0)
            {
                TVector m2 = TSimd.Load(ref products, productStep + i), m6 = TSimd.Load(ref products, (5 * productStep) + i);
                TSimd.Store(TSimd.Add(m2, m4), ref first, toOdd + i);
                TSimd.Store(TSimd.Add(TSimd.Subtract(m1, m2), TSimd.Add(m3, m6)), ref second, toOdd + i);
            }
        }
    }
}
