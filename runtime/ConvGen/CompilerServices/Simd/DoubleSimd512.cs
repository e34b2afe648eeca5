using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Eight lanes of double, rounded to float as they are written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleSimd512 : IRowSimd<Vector512<double>>
{
    /// <inheritdoc/>
    public static int Lanes => Vector512<double>.Count;

    /// <inheritdoc/>
    public static int ElementsPerNumber => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref float source, nint offset) => Unsafe.ReadUnaligned<Vector512<double>>(
        ref Unsafe.As<double, byte>(ref Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Broadcast(ref float source, nint offset) =>
        Vector512.Create(Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(a, b, c) : (a * b) + c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, ref float target, nint offset) => Simd256.Store(Narrow(value), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(Vector512<double> even, Vector512<double> odd, ref float target, nint offset)
    {
        Simd512.Interleave(Narrow(even).ToVector512Unsafe(), Narrow(odd).ToVector512Unsafe(), out Vector512<float> pairs, out _);
        Simd512.Store(pairs, ref target, offset);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTriples(Vector512<double> a, Vector512<double> b, Vector512<double> c, ref float target, nint offset) =>
        Simd256.StoreTriples(Narrow(a), Narrow(b), Narrow(c), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, ref float target, nint distance) =>
        Simd256.StoreQuads(Narrow(a), Narrow(b), Narrow(c), Narrow(d), ref target, distance);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d,
        Vector512<double> e,
        Vector512<double> f,
        Vector512<double> g,
        Vector512<double> h,
        ref float target,
        nint distance) => Simd256.StoreEights(
        Narrow(a), Narrow(b), Narrow(c), Narrow(d), Narrow(e), Narrow(f), Narrow(g), Narrow(h), ref target, distance);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Narrow(Vector512<double> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Single(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());
}
