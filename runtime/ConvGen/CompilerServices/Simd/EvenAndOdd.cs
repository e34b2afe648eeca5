using System.Runtime.Intrinsics.Arm;

namespace ConvGen.CompilerServices;

/// <summary>Pairs of elements, taken apart in registers.</summary>
internal static class EvenAndOdd
{
    /// <summary>
    /// Of every row, the first elements of all pairs to <paramref name="even"/>, the second ones to <paramref name="odd"/>: <paramref name="pairs"/> of rows that
    /// begin <paramref name="sourceStep"/> and <paramref name="step"/> elements from each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ReadOnlySpan<float> source, int sourceStep, int rows, int pairs, Span<float> even, Span<float> odd, int step)
    {
        if (rows <= 0 || pairs <= 0)
        {
            return;
        }

        // Of the last row; steps are no shorter than rows.
        ref float from = ref MemoryMarshal.GetReference(source[..(((rows - 1) * sourceStep) + (2 * pairs))]);
        ref float first = ref MemoryMarshal.GetReference(even[..(((rows - 1) * step) + pairs)]);
        ref float second = ref MemoryMarshal.GetReference(odd[..(((rows - 1) * step) + pairs)]);
        for (nint row = 0; row < rows; row++)
        {
            Split(ref Unsafe.Add(ref from, row * sourceStep), pairs, ref Unsafe.Add(ref first, row * step), ref Unsafe.Add(ref second, row * step));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(ref float from, int pairs, ref float first, ref float second)
    {
        // The last vector may overlap the one before it.
        if (Avx512F.IsSupported && pairs >= Simd512.Lanes)
        {
            int last = pairs - Simd512.Lanes;
            for (int done = 0; done < pairs; done += Simd512.Lanes)
            {
                nint at = Math.Min(done, last);
                Vector512<float> a = Simd512.Load(ref from, 2 * at), b = Simd512.Load(ref from, (2 * at) + Simd512.Lanes);
                Simd512.Store(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b), ref first, at);
                Simd512.Store(Avx512F.PermuteVar16x32x2(a, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b), ref second, at);
            }
        }
        else if (Avx2.IsSupported && pairs >= Simd256.Lanes)
        {
            int last = pairs - Simd256.Lanes;
            for (int done = 0; done < pairs; done += Simd256.Lanes)
            {
                nint at = Math.Min(done, last);
                Vector256<float> a = Simd256.Load(ref from, 2 * at), b = Simd256.Load(ref from, (2 * at) + Simd256.Lanes);
                Simd256.Store(Ordered(Avx.Shuffle(a, b, 0b10_00_10_00)), ref first, at);
                Simd256.Store(Ordered(Avx.Shuffle(a, b, 0b11_01_11_01)), ref second, at);
            }
        }
        else if (AdvSimd.Arm64.IsSupported && pairs >= Simd128.Lanes)
        {
            int last = pairs - Simd128.Lanes;
            for (int done = 0; done < pairs; done += Simd128.Lanes)
            {
                nint at = Math.Min(done, last);
                Vector128<float> a = Simd128.Load(ref from, 2 * at), b = Simd128.Load(ref from, (2 * at) + Simd128.Lanes);
                Simd128.Store(AdvSimd.Arm64.UnzipEven(a, b), ref first, at);
                Simd128.Store(AdvSimd.Arm64.UnzipOdd(a, b), ref second, at);
            }
        }
        else
        {
            for (nint i = 0; i < pairs; i++)
            {
                (Unsafe.Add(ref first, i), Unsafe.Add(ref second, i)) = (Unsafe.Add(ref from, 2 * i), Unsafe.Add(ref from, (2 * i) + 1));
            }
        }
    }

    // Halves of 128 bits were shuffled apart.
    private static Vector256<float> Ordered(Vector256<float> value) => Avx2.Permute4x64(value.AsDouble(), 0b11_01_10_00).AsSingle();
}
