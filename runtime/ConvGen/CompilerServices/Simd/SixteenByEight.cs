namespace ConvGen.CompilerServices;

/// <summary>Sixteen rows of eight elements, transposed in registers: every column fills a line of the cache; takes AVX-512.</summary>
internal static class SixteenByEight
{
    /// <summary>Writes the columns of <paramref name="source"/> as rows of <paramref name="target"/>, each with its bias.</summary>
    // As EightByEight, twice at a time: a register holds a row and the eighth one after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TEpilogue>(
        ref float source, nint sourceStep, ref float target, nint targetStep, ref float bias, nint biasStep)
        where TEpilogue : struct, IEpilogue
    {
        Vector512<float> r0 = Rows(ref source, 0, sourceStep), r1 = Rows(ref source, 1, sourceStep);
        Vector512<float> r2 = Rows(ref source, 2, sourceStep), r3 = Rows(ref source, 3, sourceStep);
        Vector512<float> r4 = Rows(ref source, 4, sourceStep), r5 = Rows(ref source, 5, sourceStep);
        Vector512<float> r6 = Rows(ref source, 6, sourceStep), r7 = Rows(ref source, 7, sourceStep);

        Vector512<float> a0 = Avx512F.UnpackLow(r0, r1), a1 = Avx512F.UnpackHigh(r0, r1);
        Vector512<float> a2 = Avx512F.UnpackLow(r2, r3), a3 = Avx512F.UnpackHigh(r2, r3);
        Vector512<float> a4 = Avx512F.UnpackLow(r4, r5), a5 = Avx512F.UnpackHigh(r4, r5);
        Vector512<float> a6 = Avx512F.UnpackLow(r6, r7), a7 = Avx512F.UnpackHigh(r6, r7);

        Vector512<float> b0 = Avx512F.Shuffle(a0, a2, 0x44), b1 = Avx512F.Shuffle(a0, a2, 0xEE);
        Vector512<float> b2 = Avx512F.Shuffle(a1, a3, 0x44), b3 = Avx512F.Shuffle(a1, a3, 0xEE);
        Vector512<float> b4 = Avx512F.Shuffle(a4, a6, 0x44), b5 = Avx512F.Shuffle(a4, a6, 0xEE);
        Vector512<float> b6 = Avx512F.Shuffle(a5, a7, 0x44), b7 = Avx512F.Shuffle(a5, a7, 0xEE);

        StorePair<TEpilogue>(b0, b4, ref target, 0, targetStep, ref bias, biasStep);
        StorePair<TEpilogue>(b1, b5, ref target, 1, targetStep, ref bias, biasStep);
        StorePair<TEpilogue>(b2, b6, ref target, 2, targetStep, ref bias, biasStep);
        StorePair<TEpilogue>(b3, b7, ref target, 3, targetStep, ref bias, biasStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Rows(ref float source, nint row, nint step) =>
        Simd256.Load(ref source, row * step).ToVector512Unsafe().WithUpper(Simd256.Load(ref source, (row + 8) * step));

    // Quarters of rows belong together: the first and third of both registers are a column, the others the fourth column after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair<TEpilogue>(
        Vector512<float> low, Vector512<float> high, ref float target, nint column, nint step, ref float bias, nint biasStep)
        where TEpilogue : struct, IEpilogue
    {
        var even = Vector512.Create(0, 1, 2, 3, 16, 17, 18, 19, 8, 9, 10, 11, 24, 25, 26, 27);
        var odd = Vector512.Create(4, 5, 6, 7, 20, 21, 22, 23, 12, 13, 14, 15, 28, 29, 30, 31);
        Row(Avx512F.PermuteVar16x32x2(low, even, high), ref Unsafe.Add(ref target, column * step), ref bias, column * biasStep);
        Row(Avx512F.PermuteVar16x32x2(low, odd, high), ref Unsafe.Add(ref target, (column + 4) * step), ref bias, (column + 4) * biasStep);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Row(Vector512<float> sums, ref float target, ref float bias, nint channel) => Simd512.Store(
            TEpilogue.Apply<Simd512, Vector512<float>>(sums, TEpilogue.Bias<Simd512, Vector512<float>>(ref bias, channel)), ref target, 0);
    }
}
