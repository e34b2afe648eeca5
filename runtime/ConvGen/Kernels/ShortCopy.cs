namespace ConvGen.Kernels;

/// <summary>Copies of a few vectors, for which a call would cost more than the copy.</summary>
internal static class ShortCopy
{
    /// <summary>The most elements that <see cref="Clear"/> clears beyond those that it was asked to.</summary>
    public const int Overshoot = 7;

    /// <summary>Copies <paramref name="source"/> to <paramref name="target"/>, which is as long and does not overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ReadOnlySpan<Element> source, Span<Element> target) => Copy(
        ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(target[..source.Length]), source.Length);

    /// <summary>Copies <paramref name="length"/> elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref Element source, ref Element target, int length)
    {
        int last = length - Vector256<Element>.Count;
        if (last < 0)
        {
            for (int i = 0; i < length; i++)
            {
                Unsafe.Add(ref target, i) = Unsafe.Add(ref source, i);
            }

            return;
        }

        for (int i = 0; i < last; i += Vector256<Element>.Count)
        {
            Vector256.LoadUnsafe(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
        }

        // The last vector may overlap the one before it.
        Vector256.LoadUnsafe(ref source, (nuint)last).StoreUnsafe(ref target, (nuint)last);
    }

    /// <summary>
    /// Clears <paramref name="length"/> elements, and up to <see cref="Overshoot"/> after them.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(ref Element target, nint length)
    {
        for (nint i = 0; i < length; i += Vector256<Element>.Count)
        {
            Vector256<Element>.Zero.StoreUnsafe(ref target, (nuint)i);
        }
    }
}
