using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.CompilerServices;

/// <summary>Eight lanes: AVX2 and FMA.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Simd256 : IRowSimd<Vector256<float>>
{
    /// <inheritdoc/>
    public static int Lanes => 8;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Load(ref float source, nint offset) =>
        Unsafe.ReadUnaligned<Vector256<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, offset)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<float> value, ref float target, nint offset) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref target, offset)), value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(ref float source, nint offset) =>
        Vector256.Create(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Fma.IsSupported ? Fma.MultiplyAdd(a, b, c) : (a * b) + c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Subtract(Vector256<float> a, Vector256<float> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Interleave(Vector256<float> a, Vector256<float> b, out Vector256<float> low, out Vector256<float> high)
    {
        if (Avx.IsSupported)
        {
            (Vector256<float> even, Vector256<float> odd) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
            (low, high) = (Avx.Permute2x128(even, odd, 0x20), Avx.Permute2x128(even, odd, 0x31));
        }
        else
        {
            Simd128.Interleave(a.GetLower(), b.GetLower(), out Vector128<float> first, out Vector128<float> second);
            Simd128.Interleave(a.GetUpper(), b.GetUpper(), out Vector128<float> third, out Vector128<float> fourth);
            (low, high) = (Vector256.Create(first, second), Vector256.Create(third, fourth));
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreQuads(Vector256<float> value, ref float target, nint offset, nint distance)
    {
        Simd128.Store(value.GetLower(), ref target, offset);
        Simd128.Store(value.GetUpper(), ref target, offset + distance);
    }
}
