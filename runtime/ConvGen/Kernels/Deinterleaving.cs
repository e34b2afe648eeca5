using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.Kernels;

/// <summary>A row, every so many elements of it apart: what neighbouring positions meet that are so many inputs from each other.</summary>
internal static class Deinterleaving
{
    /// <summary>
    /// Copies element <c>i</c> of <paramref name="source"/> to part <c>(first + i) mod parts</c>, at <c>(first + i) / parts</c> there; the parts lie
    /// <paramref name="partStep"/> elements apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ReadOnlySpan<Element> source, int first, int parts, Span<Element> target, int partStep)
    {
        int done = 0;
        if (parts == 2)
        {
            done = first % 2;
            if (done == 1 && source.Length > 0)
            {
                target[partStep + (first / 2)] = source[0];
            }

            int pairs = Math.Max(0, source.Length - done) / 2;
            int start = (first + done) / 2;
            CopyPairs(source[Math.Min(done, source.Length)..], target.Slice(start, pairs), target.Slice(partStep + start, pairs));
            done += 2 * pairs;
        }

        for (int i = done; i < source.Length; i++)
        {
            (int place, int part) = Math.DivRem(first + i, parts);
            target[(part * partStep) + place] = source[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPairs(ReadOnlySpan<Element> source, Span<Element> even, Span<Element> odd)
    {
        ref Element from = ref MemoryMarshal.GetReference(source);
        ref Element first = ref MemoryMarshal.GetReference(even);
        ref Element second = ref MemoryMarshal.GetReference(odd);
        // The last vector may overlap the one before it.
        if (Avx512F.IsSupported && even.Length >= Simd512.Lanes)
        {
            for (int done = 0; done < even.Length; done += Simd512.Lanes)
            {
                int at = Math.Min(done, even.Length - Simd512.Lanes);
                Vector512<Element> a = Simd512.Load(ref from, 2 * at), b = Simd512.Load(ref from, (2 * at) + Simd512.Lanes);
                Simd512.Store(Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30), b), ref first, at);
                Simd512.Store(Avx512F.PermuteVar16x32x2(a, Vector512.Create(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31), b), ref second, at);
            }
        }
        else if (Avx2.IsSupported && even.Length >= Simd256.Lanes)
        {
            for (int done = 0; done < even.Length; done += Simd256.Lanes)
            {
                int at = Math.Min(done, even.Length - Simd256.Lanes);
                Vector256<Element> a = Simd256.Load(ref from, 2 * at), b = Simd256.Load(ref from, (2 * at) + Simd256.Lanes);
                Simd256.Store(Ordered(Avx.Shuffle(a, b, 0b10_00_10_00)), ref first, at);
                Simd256.Store(Ordered(Avx.Shuffle(a, b, 0b11_01_11_01)), ref second, at);
            }
        }
        else if (AdvSimd.Arm64.IsSupported && even.Length >= Simd128.Lanes)
        {
            for (int done = 0; done < even.Length; done += Simd128.Lanes)
            {
                int at = Math.Min(done, even.Length - Simd128.Lanes);
                Vector128<Element> a = Simd128.Load(ref from, 2 * at), b = Simd128.Load(ref from, (2 * at) + Simd128.Lanes);
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
    private static Vector256<Element> Ordered(Vector256<Element> value) => Avx2.Permute4x64(value.AsDouble(), 0b11_01_10_00).AsSingle();
}
