using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvGen.Kernels;

/// <summary>Numbers as doubles, for kernels that sum in double precision. Doubles lie where twice as many floats would.</summary>
internal static class Widening
{
    /// <summary>Writes <paramref name="source"/> as doubles to the start of <paramref name="target"/>.</summary>
    public static void Copy(ReadOnlySpan<float> source, Span<float> target) => Copy(
        ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(target[..(2 * source.Length)]), source.Length);

    /// <summary>Writes <paramref name="length"/> elements of <paramref name="input"/> as doubles.</summary>
    public static void Copy(ref float input, ref float target, int length)
    {
        ref double output = ref Unsafe.As<float, double>(ref target);
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i <= length - Vector512<float>.Count; i += Vector512<float>.Count)
            {
                (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.LoadUnsafe(ref input, (nuint)i));
                low.StoreUnsafe(ref output, (nuint)i);
                high.StoreUnsafe(ref output, (nuint)(i + Vector512<double>.Count));
            }
        }

        // The last vector may overlap the one before it.
        int last = length - Vector256<float>.Count;
        for (; last >= 0 && i < length; i += Vector256<float>.Count)
        {
            i = Math.Min(i, last);
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.LoadUnsafe(ref input, (nuint)i));
            low.StoreUnsafe(ref output, (nuint)i);
            high.StoreUnsafe(ref output, (nuint)(i + Vector256<double>.Count));
        }

        for (; i < length; i++)
        {
            Unsafe.Add(ref output, i) = Unsafe.Add(ref input, i);
        }
    }

    /// <summary>Makes doubles of the first half of <paramref name="elements"/>, which then take all of it.</summary>
    public static void InPlace(Span<float> elements)
    {
        Span<double> doubles = MemoryMarshal.Cast<float, double>(elements);
        // From the end, where no float is overwritten before it was read.
        for (int i = doubles.Length - 1; i >= 0; i--)
        {
            doubles[i] = elements[i];
        }
    }
}
