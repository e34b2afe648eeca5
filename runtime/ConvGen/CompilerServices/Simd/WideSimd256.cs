using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Eight lanes, read and written as float, summed as double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WideSimd256 : IWideSimd<WideVector256>
{
    /// <inheritdoc/>
    public static int Lanes => Vector256<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector256 Load(ref float source, nint offset)
    {
        if (Avx.IsSupported)
        {
            // Halves are widened as they are loaded, without a shuffle.
            return new(
                Avx.ConvertToVector256Double(Simd128.Load(ref source, offset)),
                Avx.ConvertToVector256Double(Simd128.Load(ref source, offset + Vector128<float>.Count)));
        }

        Vector256<float> value = Simd256.Load(ref source, offset);
        return new(Vector256.WidenLower(value), Vector256.WidenUpper(value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WideVector256 value, ref float target, nint offset) =>
        Simd256.Store(Vector256.Narrow(value.Low, value.High), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector256 Broadcast(ref float source, nint offset)
    {
        // Not as a scalar: that conversion would wait for whatever its register held before.
        Vector256<double> value = Vector256.WidenLower(Vector256.Create(Unsafe.Add(ref source, offset)));
        return new(value, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector256 MultiplyAdd(WideVector256 a, WideVector256 b, WideVector256 c) => new(
        Fma.IsSupported ? Fma.MultiplyAdd(a.Low, b.Low, c.Low) : (a.Low * b.Low) + c.Low,
        Fma.IsSupported ? Fma.MultiplyAdd(a.High, b.High, c.High) : (a.High * b.High) + c.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector256 Add(WideVector256 a, WideVector256 b) => new(a.Low + b.Low, a.High + b.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector256 Subtract(WideVector256 a, WideVector256 b) => new(a.Low - b.Low, a.High - b.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector256 LoadDoubles(ref float source, nint offset) => new(
        Read(ref source, offset), Read(ref source, offset + Vector256<double>.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector256 BroadcastDouble(ref float source, nint offset)
    {
        Vector256<double> value = Vector256.Create(Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset));
        return new(value, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(WideVector256 even, WideVector256 odd, ref float target, nint offset)
    {
        // Halves are rounded to vectors of half the width and stored as such, without being joined.
        RowStore.Pairs<Simd128, Vector128<float>>(Narrow(even.Low), Narrow(odd.Low), ref target, offset);
        RowStore.Pairs<Simd128, Vector128<float>>(Narrow(even.High), Narrow(odd.High), ref target, offset + Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(WideVector256 a, WideVector256 b, WideVector256 c, WideVector256 d, ref float target, nint distance)
    {
        RowStore.Quads<Simd128, Vector128<float>>(
            Narrow(a.Low), Narrow(b.Low), Narrow(c.Low), Narrow(d.Low), ref target, distance);
        target = ref Unsafe.Add(ref target, distance * (Lanes / 2));
        RowStore.Quads<Simd128, Vector128<float>>(
            Narrow(a.High), Narrow(b.High), Narrow(c.High), Narrow(d.High), ref target, distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Read(ref float source, nint offset) => Unsafe.ReadUnaligned<Vector256<double>>(
        ref Unsafe.As<double, byte>(ref Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Narrow(Vector256<double> value) => Avx.IsSupported
        ? Avx.ConvertToVector128Single(value)
        : Vector128.Narrow(value.GetLower(), value.GetUpper());
}

/// <summary>The lanes of a float vector as two vectors of double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WideVector256(Vector256<double> Low, Vector256<double> High);
