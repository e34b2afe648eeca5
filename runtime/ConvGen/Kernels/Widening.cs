using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConvGen.Kernels;

/// <summary>Numbers as doubles, for kernels that sum in double precision. Doubles lie where twice as many floats would.</summary>
internal static class Widening
{
    /// <summary>Writes <paramref name="source"/> as doubles to the start of <paramref name="target"/>.</summary>
    public static void Copy(ReadOnlySpan<float> source, Span<float> target)
    {
        ref float input = ref MemoryMarshal.GetReference(source);
        ref double output = ref Unsafe.As<float, double>(ref target[..(2 * source.Length)].GetPinnableReference());
        int i = 0;
        for (; i <= source.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.LoadUnsafe(ref input, (nuint)i));
            low.StoreUnsafe(ref output, (nuint)i);
            high.StoreUnsafe(ref output, (nuint)(i + Vector256<double>.Count));
        }

        for (; i < source.Length; i++)
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
