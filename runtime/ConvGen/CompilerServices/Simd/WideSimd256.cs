using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Eight lanes, read and written as float, summed as double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WideSimd256 : ISimd<WideVector256>
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
}

/// <summary>The lanes of a float vector as two vectors of double.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WideVector256(Vector256<double> Low, Vector256<double> High);
