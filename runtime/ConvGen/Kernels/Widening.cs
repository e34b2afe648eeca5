using System.Numerics;
using System.Runtime.InteropServices;

namespace ConvGen.Kernels;

/// <summary>Numbers as doubles, for kernels that sum in double precision. Doubles lie where twice as many floats would.</summary>
internal static class Widening
{
    /// <summary>Writes <paramref name="source"/> as doubles to the start of <paramref name="target"/>.</summary>
    public static void Copy(ReadOnlySpan<float> source, Span<float> target)
    {
        Span<double> doubles = MemoryMarshal.Cast<float, double>(target)[..source.Length];
        int i = 0;
        for (; i <= source.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(source[i..]), out Vector<double> low, out Vector<double> high);
            low.CopyTo(doubles[i..]);
            high.CopyTo(doubles[(i + Vector<double>.Count)..]);
        }

        for (; i < source.Length; i++)
        {
            doubles[i] = source[i];
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
