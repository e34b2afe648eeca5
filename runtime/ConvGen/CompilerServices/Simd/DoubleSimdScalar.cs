using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>One lane of double, rounded to float as it is written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleSimdScalar : IRowSimd<double>
{
    /// <inheritdoc/>
    public static int Lanes => 1;

    /// <inheritdoc/>
    public static int ElementsPerNumber => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Load(ref float source, nint offset) => Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Broadcast(ref float source, nint offset) => Load(ref source, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double a, double b, double c) => (a * b) + c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(double value, ref float target, nint offset) => WideSimdScalar.Store(value, ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(double even, double odd, ref float target, nint offset) =>
        SimdScalar.StorePairs((float)even, (float)odd, ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreTriples(double a, double b, double c, ref float target, nint offset) =>
        SimdScalar.StoreTriples((float)a, (float)b, (float)c, ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(double a, double b, double c, double d, ref float target, nint distance) =>
        SimdScalar.StoreQuads((float)a, (float)b, (float)c, (float)d, ref target, distance);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreEights(
        double a,
        double b,
        double c,
        double d,
        double e,
        double f,
        double g,
        double h,
        ref float target,
        nint distance) => SimdScalar.StoreEights(
        (float)a, (float)b, (float)c, (float)d, (float)e, (float)f, (float)g, (float)h, ref target, distance);
}
