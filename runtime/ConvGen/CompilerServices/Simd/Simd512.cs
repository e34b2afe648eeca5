using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Sixteen lanes: AVX-512; elsewhere two halves, which is slow but right.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd512 : IInterleavingSimd<Vector512<float>>, IRowSimd<Vector512<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 16;

    /// <inheritdoc/>
    public static int ElementsPerNumber => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float source, nint offset) =>
        Unsafe.ReadUnaligned<Vector512<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> value, ref float target, nint offset) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref target, offset)), value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(ref float source, nint offset) =>
        Vector512.Create(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(a, b, c)
            : Vector512.Create(
                Simd256.MultiplyAdd(a.GetLower(), b.GetLower(), c.GetLower()),
                Simd256.MultiplyAdd(a.GetUpper(), b.GetUpper(), c.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Vector512<float> a, Vector512<float> b, out Vector512<float> low, out Vector512<float> high)
    {
        if (Avx512F.IsSupported)
        {
            low = Avx512F.PermuteVar16x32x2(a, Vector512.Create(0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23), b);
            high = Avx512F.PermuteVar16x32x2(a, Vector512.Create(8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31), b);
            return;
        }

        Simd256.Interleave(a.GetLower(), b.GetLower(), out Vector256<float> first, out Vector256<float> second);
        Simd256.Interleave(a.GetUpper(), b.GetUpper(), out Vector256<float> third, out Vector256<float> fourth);
        (low, high) = (Vector512.Create(first, second), Vector512.Create(third, fourth));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFours(Vector512<float> value, ref float target, nint offset, nint distance)
    {
        Simd256.StoreFours(value.GetLower(), ref target, offset, distance);
        Simd256.StoreFours(value.GetUpper(), ref target, offset + (2 * distance), distance);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Vector512<float> even, Vector512<float> odd, ref float target, nint offset) =>
        RowStore.Pairs<Simd512, Vector512<float>>(even, odd, ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTriples(Vector512<float> a, Vector512<float> b, Vector512<float> c, ref float target, nint offset)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> ab0 = Avx512F.PermuteVar16x32x2(
                a, Vector512.Create(0, 16, 0, 1, 17, 1, 2, 18, 2, 3, 19, 3, 4, 20, 4, 5), b);
            Store(
                Avx512F.PermuteVar16x32x2(ab0, Vector512.Create(0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15), c),
                ref target,
                offset);
            Vector512<float> ab1 = Avx512F.PermuteVar16x32x2(
                a, Vector512.Create(21, 5, 6, 22, 6, 7, 23, 7, 8, 24, 8, 9, 25, 9, 10, 26), b);
            Store(
                Avx512F.PermuteVar16x32x2(ab1, Vector512.Create(0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15), c),
                ref target,
                offset + Lanes);
            Vector512<float> ab2 = Avx512F.PermuteVar16x32x2(
                a, Vector512.Create(10, 11, 27, 11, 12, 28, 12, 13, 29, 13, 14, 30, 14, 15, 31, 15), b);
            Store(
                Avx512F.PermuteVar16x32x2(ab2, Vector512.Create(26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31), c),
                ref target,
                offset + (2 * Lanes));
            return;
        }

        Simd256.StoreTriples(a.GetLower(), b.GetLower(), c.GetLower(), ref target, offset);
        Simd256.StoreTriples(a.GetUpper(), b.GetUpper(), c.GetUpper(), ref target, offset + (3 * Vector256<float>.Count));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float target, nint distance) =>
        RowStore.Quads<Simd512, Vector512<float>>(a, b, c, d, ref target, distance);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        Vector512<float> a,
        Vector512<float> b,
        Vector512<float> c,
        Vector512<float> d,
        Vector512<float> e,
        Vector512<float> f,
        Vector512<float> g,
        Vector512<float> h,
        ref float target,
        nint distance)
    {
        Simd256.StoreEights(
            a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower(), e.GetLower(), f.GetLower(), g.GetLower(), h.GetLower(), ref target, distance);
        target = ref Unsafe.Add(ref target, 8 * distance);
        Simd256.StoreEights(
            a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper(), e.GetUpper(), f.GetUpper(), g.GetUpper(), h.GetUpper(), ref target, distance);
    }
}
