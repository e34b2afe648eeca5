using System.Runtime.Intrinsics.Arm;

namespace ConvGen.CompilerServices;

/// <summary>Pairs of elements, taken apart in registers.</summary>
internal static class EvenAndOdd
{
    /// <summary>The first elements of all pairs to <paramref name="even"/>, the second ones to <paramref name="odd"/>, which are as long as there are pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(ReadOnlySpan<float> source, Span<float> even, Span<float> odd)
    {
        ref float from = ref MemoryMarshal.GetReference(source);
        ref float first = ref MemoryMarshal.GetReference(even);
        ref float second = ref MemoryMarshal.GetReference(odd);
        // The last vector may overlap the one before it.
        if (Avx512F.IsSupported && even.Length >= Simd512.Lanes)
        {
            for (int done = 0; done < even.Length; done += Simd512.Lanes)
            {
                int at = Math.Min(done, even.Length - Simd512.Lanes);
                Vector512<float> a = Simd512.Load(ref from, 2 * at), b = Simd512.Load(ref from, (2 * at) + Simd512.Lanes);
                Simd512.Store(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b), ref first, at);
                Simd512.Store(Avx512F.PermuteVar16x32x2(a, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b), ref second, at);
            }
        }
        else if (Avx2.IsSupported && even.Length >= Simd256.Lanes)
        {
            for (int done = 0; done < even.Length; done += Simd256.Lanes)
            {
                int at = Math.Min(done, even.Length - Simd256.Lanes);
                Vector256<float> a = Simd256.Load(ref from, 2 * at), b = Simd256.Load(ref from, (2 * at) + Simd256.Lanes);
                Simd256.Store(Ordered(Avx.Shuffle(a, b, 0b10_00_10_00)), ref first, at);
                Simd256.Store(Ordered(Avx.Shuffle(a, b, 0b11_01_11_01)), ref second, at);
            }
        }
        else if (AdvSimd.Arm64.IsSupported && even.Length >= Simd128.Lanes)
        {
            for (int done = 0; done < even.Length; done += Simd128.Lanes)
            {
                int at = Math.Min(done, even.Length - Simd128.Lanes);
                Vector128<float> a = Simd128.Load(ref from, 2 * at), b = Simd128.Load(ref from, (2 * at) + Simd128.Lanes);
                Simd128.Store(AdvSimd.Arm64.UnzipEven(a, b), ref first, at);
                Simd128.Store(AdvSimd.Arm64.UnzipOdd(a, b), ref second, at);
            }
        }
        else
        {
            for (int i = 0; i < even.Length; i++)
            {
                (even[i], odd[i]) = (source[2 * i], source[(2 * i) + 1]);
            }
        }
    }

    // Halves of 128 bits were shuffled apart.
    private static Vector256<float> Ordered(Vector256<float> value) => Avx2.Permute4x64(value.AsDouble(), 0b11_01_10_00).AsSingle();
}
