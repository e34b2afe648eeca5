using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Four lanes of double, rounded to float as they are written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleSimd256 : IRowSimd<Vector256<double>>
{
    /// <inheritdoc/>
    public static int Lanes => Vector256<double>.Count;

    /// <inheritdoc/>
    public static int ElementsPerNumber => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ref float source, nint offset) => Unsafe.ReadUnaligned<Vector256<double>>(
        ref Unsafe.As<double, byte>(ref Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Broadcast(ref float source, nint offset) =>
        Vector256.Create(Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : (a * b) + c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> value, ref float target, nint offset) => Simd128.Store(Narrow(value), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Vector256<double> even, Vector256<double> odd, ref float target, nint offset) =>
        Simd128.StorePairs(Narrow(even), Narrow(odd), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTriples(Vector256<double> a, Vector256<double> b, Vector256<double> c, ref float target, nint offset) =>
        Simd128.StoreTriples(Narrow(a), Narrow(b), Narrow(c), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d, ref float target, nint distance) =>
        Simd128.StoreQuads(Narrow(a), Narrow(b), Narrow(c), Narrow(d), ref target, distance);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        Vector256<double> a,
        Vector256<double> b,
        Vector256<double> c,
        Vector256<double> d,
        Vector256<double> e,
        Vector256<double> f,
        Vector256<double> g,
        Vector256<double> h,
        ref float target,
        nint distance) => Simd128.StoreEights(
        Narrow(a), Narrow(b), Narrow(c), Narrow(d), Narrow(e), Narrow(f), Narrow(g), Narrow(h), ref target, distance);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Narrow(Vector256<double> value) => Avx.IsSupported
        ? Avx.ConvertToVector128Single(value)
        : Vector128.Narrow(value.GetLower(), value.GetUpper());
}
