using System.Runtime.Intrinsics.Arm;

namespace ConvGen.CompilerServices;

/// <summary>Four lanes: SSE with or without FMA, NEON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd128 : ISimd<float, Vector128<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 4;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float source, nint offset) =>
        Unsafe.ReadUnaligned<Vector128<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<float> value, ref float target, nint offset) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref target, offset)), value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(ref float source, nint offset) =>
        Vector128.Create(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Create(float value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) =>
        Fma.IsSupported ? Fma.MultiplyAdd(a, b, c)
        : AdvSimd.IsSupported ? AdvSimd.FusedMultiplyAdd(c, a, b)
        : (a * b) + c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Multiply(Vector128<float> a, Vector128<float> b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Subtract(Vector128<float> a, Vector128<float> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Divide(Vector128<float> a, Vector128<float> b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SquareRoot(Vector128<float> a) => Vector128.Sqrt(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SelectLess(Vector128<float> a, Vector128<float> b, Vector128<float> less, Vector128<float> other) =>
        Vector128.ConditionalSelect(Vector128.LessThan(a, b), less, other);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> CopySign(Vector128<float> magnitude, Vector128<float> sign) => Vector128.ConditionalSelect(Vector128.Create(-0f), sign, magnitude);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Minimum(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.Min(b, a) : SelectLess(b, a, b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Maximum(Vector128<float> a, Vector128<float> b) => Sse.IsSupported ? Sse.Max(b, a) : SelectLess(a, b, b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> PowerOfTwo(Vector128<float> bits) => (bits.AsInt32() << 23).AsSingle();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Vector128<float> a, Vector128<float> b, out Vector128<float> low, out Vector128<float> high)
    {
        if (Sse.IsSupported)
        {
            (low, high) = (Sse.UnpackLow(a, b), Sse.UnpackHigh(a, b));
        }
        else if (AdvSimd.Arm64.IsSupported)
        {
            (low, high) = (AdvSimd.Arm64.ZipLow(a, b), AdvSimd.Arm64.ZipHigh(a, b));
        }
        else
        {
            low = Vector128.Create(a[0], b[0], a[1], b[1]);
            high = Vector128.Create(a[2], b[2], a[3], b[3]);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFours(Vector128<float> value, ref float target, nint offset, nint distance) => Store(value, ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, out Vector128<float> low, out Vector128<float> middle,
        out Vector128<float> high)
    {
        // Of every position three elements in turn: each vector is spread, then one of the three taken per element.
        low = Third(a, b, c, Vector128.Create(0, 0, 0, 1), Vector128.Create(-1, 0, 0, -1), Vector128.Create(0, -1, 0, 0));
        middle = Third(a, b, c, Vector128.Create(1, 1, 2, 2), Vector128.Create(0, 0, -1, 0), Vector128.Create(-1, 0, 0, -1));
        high = Third(a, b, c, Vector128.Create(2, 3, 3, 3), Vector128.Create(0, -1, 0, 0), Vector128.Create(0, 0, -1, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadTriples(
        ref float source, nint offset, out Vector128<float> a, out Vector128<float> b, out Vector128<float> c)
    {
        // Each lane is one of the three vectors', then the lanes are put into order.
        Vector128<float> x = Load(ref source, offset);
        Vector128<float> y = Load(ref source, offset + Lanes);
        Vector128<float> z = Load(ref source, offset + (2 * Lanes));
        a = OneOf(x, y, z, Vector128.Create(-1, 0, 0, -1), Vector128.Create(0, 0, -1, 0), Vector128.Create(0, 3, 2, 1));
        b = OneOf(x, y, z, Vector128.Create(0, -1, 0, 0), Vector128.Create(-1, 0, 0, -1), Vector128.Create(1, 0, 3, 2));
        c = OneOf(x, y, z, Vector128.Create(0, 0, -1, 0), Vector128.Create(0, -1, 0, 0), Vector128.Create(2, 1, 0, 3));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Shift(Vector128<float> value, Vector128<float> following) => Vector128.Shuffle(
        Vector128.ConditionalSelect(Vector128.Create(-1, 0, 0, 0).AsSingle(), following, value), Vector128.Create(1, 2, 3, 0));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d, Vector128<float> e, Vector128<float> f, Vector128<float> g,
        Vector128<float> h, ref float target, nint distance)
    {
        // The four positions of the last four phases, then those of the others, which overwrite what less than eight leave behind.
        InterleavedStore.Fours<Simd128, Vector128<float>>(
            e, f, g, h, out Vector128<float> q0, out Vector128<float> q1, out Vector128<float> q2, out Vector128<float> q3);
        Store(q0, ref target, 4);
        Store(q1, ref target, distance + 4);
        Store(q2, ref target, (2 * distance) + 4);
        InterleavedStore.Last(q3, ref target, (3 * distance) + 4, distance - 4, Lanes);
        InterleavedStore.StoreFours<Simd128, Vector128<float>>(a, b, c, d, ref target, distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Third(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<int> position, Vector128<int> first, Vector128<int> second) =>
        Vector128.ConditionalSelect(
            first.AsSingle(), Vector128.Shuffle(a, position),
            Vector128.ConditionalSelect(second.AsSingle(), Vector128.Shuffle(b, position), Vector128.Shuffle(c, position)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> OneOf(
        Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<int> first, Vector128<int> second, Vector128<int> order) =>
        Vector128.Shuffle(
            Vector128.ConditionalSelect(first.AsSingle(), a, Vector128.ConditionalSelect(second.AsSingle(), b, c)), order);
}
