namespace ConvGen.Kernels;

/// <summary>
/// A margin of zeros around the image, where windows may reach beyond it. Products with it change no sum, but for one case: zero times an
/// infinity would be NaN where the definition has no product, so that infinite weights do without it.
/// </summary>
internal static class Margin
{
    /// <summary>Whether no weight is infinite or NaN.</summary>
    public static bool Suits(ReadOnlySpan<Element> weight)
    {
        // Zero times anything finite is zero.
        Vector256<Element> zeros = Vector256<Element>.Zero;
        int i = 0;
        for (; i <= weight.Length - Vector256<Element>.Count; i += Vector256<Element>.Count)
        {
            zeros += Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(weight), (nuint)i) * 0f;
        }

        Element rest = Vector256.Sum(zeros);
        for (; i < weight.Length; i++)
        {
            rest += weight[i] * 0f;
        }

        return rest == 0;
    }
}
