using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Sixteen lanes, read and written as float, summed as double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WideSimd512 : IWideSimd<WideVector512>
{
    /// <inheritdoc/>
    public static int Lanes => Vector512<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector512 Load(ref float source, nint offset)
    {
        Vector512<float> value = Simd512.Load(ref source, offset);
        return new(Vector512.WidenLower(value), Vector512.WidenUpper(value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WideVector512 value, ref float target, nint offset) =>
        Simd512.Store(Vector512.Narrow(value.Low, value.High), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector512 Broadcast(ref float source, nint offset)
    {
        // Not as a scalar: that conversion would wait for whatever its register held before.
        Vector512<double> value = Vector512.WidenLower(Vector512.Create(Unsafe.Add(ref source, offset)));
        return new(value, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector512 MultiplyAdd(WideVector512 a, WideVector512 b, WideVector512 c) => new(
        Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(a.Low, b.Low, c.Low) : (a.Low * b.Low) + c.Low,
        Avx512F.IsSupported ? Avx512F.FusedMultiplyAdd(a.High, b.High, c.High) : (a.High * b.High) + c.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector512 Add(WideVector512 a, WideVector512 b) => new(a.Low + b.Low, a.High + b.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector512 Subtract(WideVector512 a, WideVector512 b) => new(a.Low - b.Low, a.High - b.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector512 LoadDoubles(ref float source, nint offset) => new(
        Read(ref source, offset), Read(ref source, offset + Vector512<double>.Count));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector512 BroadcastDouble(ref float source, nint offset)
    {
        Vector512<double> value = Vector512.Create(Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset));
        return new(value, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePairs(WideVector512 even, WideVector512 odd, ref float target, nint offset)
    {
        // Halves are rounded to vectors of half the width and stored as such, without being joined.
        RowStore.Pairs<Simd256, Vector256<float>>(Narrow(even.Low), Narrow(odd.Low), ref target, offset);
        RowStore.Pairs<Simd256, Vector256<float>>(Narrow(even.High), Narrow(odd.High), ref target, offset + Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(WideVector512 a, WideVector512 b, WideVector512 c, WideVector512 d, ref float target, nint distance)
    {
        RowStore.Quads<Simd256, Vector256<float>>(
            Narrow(a.Low), Narrow(b.Low), Narrow(c.Low), Narrow(d.Low), ref target, distance);
        target = ref Unsafe.Add(ref target, distance * (Lanes / 2));
        RowStore.Quads<Simd256, Vector256<float>>(
            Narrow(a.High), Narrow(b.High), Narrow(c.High), Narrow(d.High), ref target, distance);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Read(ref float source, nint offset) => Unsafe.ReadUnaligned<Vector512<double>>(
        ref Unsafe.As<double, byte>(ref Unsafe.Add(ref Unsafe.As<float, double>(ref source), offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Narrow(Vector512<double> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Single(value)
        : Vector256.Narrow(value.GetLower(), value.GetUpper());
}

/// <summary>The lanes of a float vector as two vectors of double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WideVector512(Vector512<double> Low, Vector512<double> High);
