namespace ConvGen.CompilerServices;

/// <summary>Eight lanes: AVX2 and FMA.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd256 : ISimd<float, Vector256<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float source, nint offset) =>
        Unsafe.ReadUnaligned<Vector256<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float target, nint offset) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref target, offset)), value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(ref float source, nint offset) =>
        Vector256.Create(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Create(float value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : (a * b) + c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Multiply(Vector256<float> a, Vector256<float> b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Divide(Vector256<float> a, Vector256<float> b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SquareRoot(Vector256<float> a) => Vector256.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SelectLess(Vector256<float> a, Vector256<float> b, Vector256<float> less, Vector256<float> other) =>
        Vector256.ConditionalSelect(Vector256.LessThan(a, b), less, other);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> CopySign(Vector256<float> magnitude, Vector256<float> sign) => Vector256.ConditionalSelect(Vector256.Create(-0f), sign, magnitude);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Minimum(Vector256<float> a, Vector256<float> b) => Avx.IsSupported ? Avx.Min(b, a) : SelectLess(b, a, b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Maximum(Vector256<float> a, Vector256<float> b) => Avx.IsSupported ? Avx.Max(b, a) : SelectLess(a, b, b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> PowerOfTwo(Vector256<float> bits) => (bits.AsInt32() << 23).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Vector256<float> a, Vector256<float> b, out Vector256<float> low, out Vector256<float> high)
    {
        if (Avx.IsSupported)
        {
            (Vector256<float> even, Vector256<float> odd) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
            (low, high) = (Avx.Permute2x128(even, odd, 0x20), Avx.Permute2x128(even, odd, 0x31));
        }
        else
        {
            Simd128.Interleave(a.GetLower(), b.GetLower(), out Vector128<float> first, out Vector128<float> second);
            Simd128.Interleave(a.GetUpper(), b.GetUpper(), out Vector128<float> third, out Vector128<float> fourth);
            (low, high) = (Vector256.Create(first, second), Vector256.Create(third, fourth));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFours(Vector256<float> value, ref float target, nint offset, nint distance)
    {
        Simd128.Store(value.GetLower(), ref target, offset);
        Simd128.Store(value.GetUpper(), ref target, offset + distance);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, out Vector256<float> low, out Vector256<float> middle,
        out Vector256<float> high)
    {
        // Of every position three elements in turn: each vector is spread, then one of the three taken per element.
        low = Third(
            a, b, c, Vector256.Create(0, 0, 0, 1, 1, 1, 2, 2), Vector256.Create(-1, 0, 0, -1, 0, 0, -1, 0),
            Vector256.Create(0, -1, 0, 0, -1, 0, 0, -1));
        middle = Third(
            a, b, c, Vector256.Create(2, 3, 3, 3, 4, 4, 4, 5), Vector256.Create(0, -1, 0, 0, -1, 0, 0, -1),
            Vector256.Create(0, 0, -1, 0, 0, -1, 0, 0));
        high = Third(
            a, b, c, Vector256.Create(5, 5, 6, 6, 6, 7, 7, 7), Vector256.Create(0, 0, -1, 0, 0, -1, 0, 0),
            Vector256.Create(-1, 0, 0, -1, 0, 0, -1, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadTriples(
        ref float source, nint offset, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c)
    {
        // Each lane is one of the three vectors', then the lanes are put into order.
        Vector256<float> x = Load(ref source, offset);
        Vector256<float> y = Load(ref source, offset + Lanes);
        Vector256<float> z = Load(ref source, offset + (2 * Lanes));
        a = OneOf(
            x, y, z, Vector256.Create(-1, 0, 0, -1, 0, 0, -1, 0), Vector256.Create(0, -1, 0, 0, -1, 0, 0, -1),
            Vector256.Create(0, 3, 6, 1, 4, 7, 2, 5));
        b = OneOf(
            x, y, z, Vector256.Create(0, -1, 0, 0, -1, 0, 0, -1), Vector256.Create(0, 0, -1, 0, 0, -1, 0, 0),
            Vector256.Create(1, 4, 7, 2, 5, 0, 3, 6));
        c = OneOf(
            x, y, z, Vector256.Create(0, 0, -1, 0, 0, -1, 0, 0), Vector256.Create(-1, 0, 0, -1, 0, 0, -1, 0),
            Vector256.Create(2, 5, 0, 3, 6, 1, 4, 7));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Shift(Vector256<float> value, Vector256<float> following) => Vector256.Shuffle(
        Vector256.ConditionalSelect(Vector256.Create(-1, 0, 0, 0, 0, 0, 0, 0).AsSingle(), following, value),
        Vector256.Create(1, 2, 3, 4, 5, 6, 7, 0));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, Vector256<float> e, Vector256<float> f, Vector256<float> g,
        Vector256<float> h, ref float target, nint distance)
    {
        if (Avx.IsSupported)
        {
            EightByEight.Transpose(ref a, ref b, ref c, ref d, ref e, ref f, ref g, ref h);
            Store(a, ref target, 0);
            Store(b, ref target, distance);
            Store(c, ref target, 2 * distance);
            Store(d, ref target, 3 * distance);
            Store(e, ref target, 4 * distance);
            Store(f, ref target, 5 * distance);
            Store(g, ref target, 6 * distance);
            InterleavedStore.Last(h, ref target, 7 * distance, distance, Lanes);
            return;
        }

        Simd128.StoreEights(
            a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower(), e.GetLower(), f.GetLower(), g.GetLower(), h.GetLower(), ref target, distance);
        target = ref Unsafe.Add(ref target, 4 * distance);
        Simd128.StoreEights(
            a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper(), e.GetUpper(), f.GetUpper(), g.GetUpper(), h.GetUpper(), ref target, distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Third(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<int> position, Vector256<int> first, Vector256<int> second) =>
        Vector256.ConditionalSelect(
            first.AsSingle(), Vector256.Shuffle(a, position),
            Vector256.ConditionalSelect(second.AsSingle(), Vector256.Shuffle(b, position), Vector256.Shuffle(c, position)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> OneOf(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<int> first, Vector256<int> second, Vector256<int> order) =>
        Vector256.Shuffle(
            Vector256.ConditionalSelect(first.AsSingle(), a, Vector256.ConditionalSelect(second.AsSingle(), b, c)), order);
}
