using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ConvGen.CompilerServices;

/// <summary>Four lanes of double in two vectors, rounded to float as they are written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleSimd128 : IRowSimd<WideVector128>
{
    /// <inheritdoc/>
    public static int Lanes => 2 * Vector128<double>.Count;

    /// <inheritdoc/>
    public static int ElementsPerNumber => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 Load(ref float source, nint offset) => new(
        Read(ref source, offset), Read(ref source, offset + Vector128<double>.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 Broadcast(ref float source, nint offset)
    {
        Vector128<double> value = Vector128.Create(Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset));
        return new(value, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 MultiplyAdd(WideVector128 a, WideVector128 b, WideVector128 c) => WideSimd128.MultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WideVector128 value, ref float target, nint offset) => WideSimd128.Store(value, ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(WideVector128 even, WideVector128 odd, ref float target, nint offset) =>
        Simd128.StorePairs(Narrow(even), Narrow(odd), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTriples(WideVector128 a, WideVector128 b, WideVector128 c, ref float target, nint offset) =>
        Simd128.StoreTriples(Narrow(a), Narrow(b), Narrow(c), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(WideVector128 a, WideVector128 b, WideVector128 c, WideVector128 d, ref float target, nint distance) =>
        Simd128.StoreQuads(Narrow(a), Narrow(b), Narrow(c), Narrow(d), ref target, distance);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        WideVector128 a,
        WideVector128 b,
        WideVector128 c,
        WideVector128 d,
        WideVector128 e,
        WideVector128 f,
        WideVector128 g,
        WideVector128 h,
        ref float target,
        nint distance) => Simd128.StoreEights(
        Narrow(a), Narrow(b), Narrow(c), Narrow(d), Narrow(e), Narrow(f), Narrow(g), Narrow(h), ref target, distance);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Read(ref float source, nint offset) => Unsafe.ReadUnaligned<Vector128<double>>(
        ref Unsafe.As<double, byte>(ref Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Narrow(WideVector128 value) => Vector128.Narrow(value.Low, value.High);
}
