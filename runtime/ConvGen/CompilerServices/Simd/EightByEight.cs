namespace ConvGen.CompilerServices;

/// <summary>Eight vectors of eight elements, transposed in registers; takes AVX.</summary>
internal static class EightByEight
{
    /// <summary>Makes rows of columns.</summary>
    // Pairs of rows, then pairs of pairs, then halves: each distance doubles the length of what belongs together.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Transpose(
        ref Vector256<float> r0, ref Vector256<float> r1, ref Vector256<float> r2, ref Vector256<float> r3, ref Vector256<float> r4,
        ref Vector256<float> r5, ref Vector256<float> r6, ref Vector256<float> r7)
    {
        Vector256<float> a0 = Avx.UnpackLow(r0, r1), a1 = Avx.UnpackHigh(r0, r1);
        Vector256<float> a2 = Avx.UnpackLow(r2, r3), a3 = Avx.UnpackHigh(r2, r3);
        Vector256<float> a4 = Avx.UnpackLow(r4, r5), a5 = Avx.UnpackHigh(r4, r5);
        Vector256<float> a6 = Avx.UnpackLow(r6, r7), a7 = Avx.UnpackHigh(r6, r7);

        Vector256<float> b0 = Avx.Shuffle(a0, a2, 0x44), b1 = Avx.Shuffle(a0, a2, 0xEE);
        Vector256<float> b2 = Avx.Shuffle(a1, a3, 0x44), b3 = Avx.Shuffle(a1, a3, 0xEE);
        Vector256<float> b4 = Avx.Shuffle(a4, a6, 0x44), b5 = Avx.Shuffle(a4, a6, 0xEE);
        Vector256<float> b6 = Avx.Shuffle(a5, a7, 0x44), b7 = Avx.Shuffle(a5, a7, 0xEE);

        (r0, r4) = (Avx.Permute2x128(b0, b4, 0x20), Avx.Permute2x128(b0, b4, 0x31));
        (r1, r5) = (Avx.Permute2x128(b1, b5, 0x20), Avx.Permute2x128(b1, b5, 0x31));
        (r2, r6) = (Avx.Permute2x128(b2, b6, 0x20), Avx.Permute2x128(b2, b6, 0x31));
        (r3, r7) = (Avx.Permute2x128(b3, b7, 0x20), Avx.Permute2x128(b3, b7, 0x31));
    }

    /// <summary>
    /// Writes columns as rows, <paramref name="step"/> elements from one to the next, and from bias to bias <paramref name="biasStep"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TEpilogue>(
        Vector256<float> r0, Vector256<float> r1, Vector256<float> r2, Vector256<float> r3, Vector256<float> r4, Vector256<float> r5,
        Vector256<float> r6, Vector256<float> r7, ref float target, nint step, ref float bias, nint biasStep)
        where TEpilogue : struct, IEpilogue
    {
        Transpose(ref r0, ref r1, ref r2, ref r3, ref r4, ref r5, ref r6, ref r7);
        Row(r0, ref target, 0, ref bias, 0);
        Row(r1, ref target, step, ref bias, biasStep);
        Row(r2, ref target, 2 * step, ref bias, 2 * biasStep);
        Row(r3, ref target, 3 * step, ref bias, 3 * biasStep);
        Row(r4, ref target, 4 * step, ref bias, 4 * biasStep);
        Row(r5, ref target, 5 * step, ref bias, 5 * biasStep);
        Row(r6, ref target, 6 * step, ref bias, 6 * biasStep);
        Row(r7, ref target, 7 * step, ref bias, 7 * biasStep);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Row(Vector256<float> sums, ref float target, nint offset, ref float bias, nint channel) => Simd256.Store(
            TEpilogue.Apply<Simd256, Vector256<float>>(sums, TEpilogue.Bias<Simd256, Vector256<float>>(ref bias, channel)), ref target, offset);
    }
}
