using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Sixteen lanes, read and written as float, summed as double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WideSimd512 : ISimd<WideVector512>
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
}

/// <summary>The lanes of a float vector as two vectors of double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WideVector512(Vector512<double> Low, Vector512<double> High);
