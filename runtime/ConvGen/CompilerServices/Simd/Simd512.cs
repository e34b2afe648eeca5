namespace ConvGen.CompilerServices;

/// <summary>Sixteen lanes: AVX-512; elsewhere two halves, which is slow but right.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd512 : ISimd<float, Vector512<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 16;

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
    public static Vector512<float> Create(float value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(a, b, c)
            : Vector512.Create(
                Simd256.MultiplyAdd(a.GetLower(), b.GetLower(), c.GetLower()), Simd256.MultiplyAdd(a.GetUpper(), b.GetUpper(), c.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Multiply(Vector512<float> a, Vector512<float> b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Subtract(Vector512<float> a, Vector512<float> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Divide(Vector512<float> a, Vector512<float> b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SquareRoot(Vector512<float> a) => Vector512.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SelectLess(Vector512<float> a, Vector512<float> b, Vector512<float> less, Vector512<float> other) =>
        Vector512.ConditionalSelect(Vector512.LessThan(a, b), less, other);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> CopySign(Vector512<float> magnitude, Vector512<float> sign) => Vector512.ConditionalSelect(Vector512.Create(-0f), sign, magnitude);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Minimum(Vector512<float> a, Vector512<float> b) => Avx512F.IsSupported ? Avx512F.Min(b, a) : SelectLess(b, a, b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Maximum(Vector512<float> a, Vector512<float> b) => Avx512F.IsSupported ? Avx512F.Max(b, a) : SelectLess(a, b, b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> PowerOfTwo(Vector512<float> bits) => (bits.AsInt32() << 23).AsSingle();

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
    public static void Interleave(
        Vector512<float> a, Vector512<float> b, Vector512<float> c, out Vector512<float> low, out Vector512<float> middle,
        out Vector512<float> high)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> ab0 = Avx512F.PermuteVar16x32x2(
                a, Vector512.Create(0, 16, 0, 1, 17, 1, 2, 18, 2, 3, 19, 3, 4, 20, 4, 5), b);
            low = Avx512F.PermuteVar16x32x2(ab0, Vector512.Create(0, 1, 16, 3, 4, 17, 6, 7, 18, 9, 10, 19, 12, 13, 20, 15), c);
            Vector512<float> ab1 = Avx512F.PermuteVar16x32x2(
                a, Vector512.Create(21, 5, 6, 22, 6, 7, 23, 7, 8, 24, 8, 9, 25, 9, 10, 26), b);
            middle = Avx512F.PermuteVar16x32x2(ab1, Vector512.Create(0, 21, 2, 3, 22, 5, 6, 23, 8, 9, 24, 11, 12, 25, 14, 15), c);
            Vector512<float> ab2 = Avx512F.PermuteVar16x32x2(
                a, Vector512.Create(10, 11, 27, 11, 12, 28, 12, 13, 29, 13, 14, 30, 14, 15, 31, 15), b);
            high = Avx512F.PermuteVar16x32x2(ab2, Vector512.Create(26, 1, 2, 27, 4, 5, 28, 7, 8, 29, 10, 11, 30, 13, 14, 31), c);
            return;
        }

        Simd256.Interleave(
            a.GetLower(), b.GetLower(), c.GetLower(), out Vector256<float> v0, out Vector256<float> v1, out Vector256<float> v2);
        Simd256.Interleave(
            a.GetUpper(), b.GetUpper(), c.GetUpper(), out Vector256<float> v3, out Vector256<float> v4, out Vector256<float> v5);
        (low, middle, high) = (Vector512.Create(v0, v1), Vector512.Create(v2, v3), Vector512.Create(v4, v5));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadTriples(
        ref float source, nint offset, out Vector512<float> a, out Vector512<float> b, out Vector512<float> c)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<float> x = Load(ref source, offset);
            Vector512<float> y = Load(ref source, offset + Lanes);
            Vector512<float> z = Load(ref source, offset + (2 * Lanes));
            a = Avx512F.PermuteVar16x32x2(
                Avx512F.PermuteVar16x32x2(x, Vector512.Create(0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0), y),
                Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29), z);
            b = Avx512F.PermuteVar16x32x2(
                Avx512F.PermuteVar16x32x2(x, Vector512.Create(1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0), y),
                Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30), z);
            c = Avx512F.PermuteVar16x32x2(
                Avx512F.PermuteVar16x32x2(x, Vector512.Create(2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0), y),
                Vector512.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31), z);
            return;
        }

        Simd256.LoadTriples(ref source, offset, out Vector256<float> a0, out Vector256<float> b0, out Vector256<float> c0);
        Simd256.LoadTriples(ref source, offset + (3 * Simd256.Lanes), out Vector256<float> a1, out Vector256<float> b1, out Vector256<float> c1);
        (a, b, c) = (Vector512.Create(a0, a1), Vector512.Create(b0, b1), Vector512.Create(c0, c1));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Shift(Vector512<float> value, Vector512<float> following) => Avx512F.IsSupported
        ? Avx512F.AlignRight32(following.AsInt32(), value.AsInt32(), 1).AsSingle()
        : Vector512.Create(
            Simd256.Shift(value.GetLower(), value.GetUpper()), Simd256.Shift(value.GetUpper(), following.GetLower()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, Vector512<float> e, Vector512<float> f, Vector512<float> g,
        Vector512<float> h, ref float target, nint distance)
    {
        Simd256.StoreEights(
            a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower(), e.GetLower(), f.GetLower(), g.GetLower(), h.GetLower(), ref target, distance);
        target = ref Unsafe.Add(ref target, 8 * distance);
        Simd256.StoreEights(
            a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper(), e.GetUpper(), f.GetUpper(), g.GetUpper(), h.GetUpper(), ref target, distance);
    }
}
