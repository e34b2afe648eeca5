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
}
