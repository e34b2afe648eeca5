using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Four lanes, read and written as float, summed as double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WideSimd128 : ISimd<WideVector128>
{
    /// <inheritdoc/>
    public static int Lanes => Vector128<float>.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 Load(ref float source, nint offset)
    {
        Vector128<float> value = Simd128.Load(ref source, offset);
        return new(Vector128.WidenLower(value), Vector128.WidenUpper(value));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(WideVector128 value, ref float target, nint offset) =>
        Simd128.Store(Vector128.Narrow(value.Low, value.High), ref target, offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 Broadcast(ref float source, nint offset)
    {
        // Not as a scalar: that conversion would wait for whatever its register held before.
        Vector128<double> value = Vector128.WidenLower(Vector128.Create(Unsafe.Add(ref source, offset)));
        return new(value, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 MultiplyAdd(WideVector128 a, WideVector128 b, WideVector128 c) => new(
        Fma.IsSupported ? Fma.MultiplyAdd(a.Low, b.Low, c.Low) : (a.Low * b.Low) + c.Low,
        Fma.IsSupported ? Fma.MultiplyAdd(a.High, b.High, c.High) : (a.High * b.High) + c.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 Add(WideVector128 a, WideVector128 b) => new(a.Low + b.Low, a.High + b.High);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideVector128 Subtract(WideVector128 a, WideVector128 b) => new(a.Low - b.Low, a.High - b.High);
}

/// <summary>The lanes of a float vector as two vectors of double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WideVector128(Vector128<double> Low, Vector128<double> High);
