using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConvGen.Kernels;

/// <summary>[pixel][channel] to one row of pixels per channel, eight by eight in registers where there is AVX.</summary>
internal static class Transposition
{
    /// <summary>Pixels and channels of a block.</summary>
    public const int Block = 8;

    /// <summary>
    /// Writes <paramref name="pixels"/> pixels of the first <paramref name="channels"/> channels; a pixel has
    /// <paramref name="pixelStep"/> channels in <paramref name="source"/>, rows lie <paramref name="rowStep"/> apart in <paramref
    /// name="target"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(ReadOnlySpan<float> source, int pixelStep, int pixels, Span<float> target, int rowStep, int channels)
    {
        if (!Avx.IsSupported || pixels < Block || channels < Block)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                Span<float> row = target.Slice(channel * rowStep, pixels);
                for (int pixel = 0; pixel < row.Length; pixel++)
                {
                    row[pixel] = source[(pixel * pixelStep) + channel];
                }
            }

            return;
        }

        _ = source[((pixels - 1) * pixelStep) + channels - 1];
        _ = target[((channels - 1) * rowStep) + pixels - 1];
        ref float from = ref MemoryMarshal.GetReference(source);
        ref float to = ref MemoryMarshal.GetReference(target);
        // Along the rows that lie far apart: eight pages at a time, each line of which is read or written once.
        bool alongPixels = rowStep > pixelStep;
        int outer = alongPixels ? channels : pixels;
        int inner = alongPixels ? pixels : channels;
        for (int i = 0; i < outer; i += Block)
        {
            // The last block of a side overlaps the one before it.
            int start = Math.Min(i, outer - Block);
            for (int j = 0; j < inner; j += Block)
            {
                int at = Math.Min(j, inner - Block);
                (nint pixel, nint channel) = alongPixels ? (at, start) : (start, at);
                WriteBlock(
                    ref Unsafe.Add(ref from, (pixel * pixelStep) + channel),
                    pixelStep,
                    ref Unsafe.Add(ref to, (channel * rowStep) + pixel),
                    rowStep);
            }
        }
    }

    // Pairs of rows, then pairs of pairs, then halves: each step doubles the length of what belongs together.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteBlock(ref float source, nint pixelStep, ref float target, nint rowStep)
    {
        Vector256<float> r0 = Load(ref source, 0), r1 = Load(ref source, pixelStep);
        Vector256<float> r2 = Load(ref source, 2 * pixelStep), r3 = Load(ref source, 3 * pixelStep);
        Vector256<float> r4 = Load(ref source, 4 * pixelStep), r5 = Load(ref source, 5 * pixelStep);
        Vector256<float> r6 = Load(ref source, 6 * pixelStep), r7 = Load(ref source, 7 * pixelStep);

        Vector256<float> a0 = Avx.UnpackLow(r0, r1), a1 = Avx.UnpackHigh(r0, r1);
        Vector256<float> a2 = Avx.UnpackLow(r2, r3), a3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> a4 = Avx.UnpackLow(r4, r5), a5 = Avx.UnpackHigh(r4, r5);
        Vector256<float> a6 = Avx.UnpackLow(r6, r7), a7 = Avx.UnpackHigh(r6, r7);

        r0 = Avx.Shuffle(a0, a2, 0x44);
        r1 = Avx.Shuffle(a0, a2, 0xEE);
        r2 = Avx.Shuffle(a1, a3, 0x44);
        r3 = Avx.Shuffle(a1, a3, 0xEE);
        r4 = Avx.Shuffle(a4, a6, 0x44);
        r5 = Avx.Shuffle(a4, a6, 0xEE);
        r6 = Avx.Shuffle(a5, a7, 0x44);
        r7 = Avx.Shuffle(a5, a7, 0xEE);

        Store(Avx.Permute2x128(r0, r4, 0x20), ref target, 0);
        Store(Avx.Permute2x128(r1, r5, 0x20), ref target, rowStep);
        Store(Avx.Permute2x128(r2, r6, 0x20), ref target, 2 * rowStep);
        Store(Avx.Permute2x128(r3, r7, 0x20), ref target, 3 * rowStep);
        Store(Avx.Permute2x128(r0, r4, 0x31), ref target, 4 * rowStep);
        Store(Avx.Permute2x128(r1, r5, 0x31), ref target, 5 * rowStep);
        Store(Avx.Permute2x128(r2, r6, 0x31), ref target, 6 * rowStep);
        Store(Avx.Permute2x128(r3, r7, 0x31), ref target, 7 * rowStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float source, nint offset) =>
        Unsafe.ReadUnaligned<Vector256<float>>(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref source, offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> value, ref float target, nint offset) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<float, byte>(ref Unsafe.Add(ref target, offset)), value);
}
