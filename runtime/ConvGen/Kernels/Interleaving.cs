namespace ConvGen.Kernels;

/// <summary>Rows of positions, one per phase, to one row in which the phases alternate.</summary>
internal static class Interleaving
{
    /// <summary>Copies without an epilogue: see <see cref="Write{TEpilogue}"/>.</summary>
    public static void Copy(ReadOnlySpan<Element> source, int phaseStep, int phases, int positions, Span<Element> target) =>
        Write<NoEpilogue>(source, phaseStep, phases, positions, target, ref Unsafe.NullRef<Element>());

    /// <summary>
    /// Writes <paramref name="positions"/> times <paramref name="phases"/> elements, all of one channel; the phases lie
    /// <paramref name="phaseStep"/> apart in <paramref name="source"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write<TEpilogue>(
        ReadOnlySpan<Element> source, int phaseStep, int phases, int positions, Span<Element> target, ref Element bias)
        where TEpilogue : struct, IEpilogue
    {
        int done = 0;
        if (phases == 1)
        {
            Span<Element> row = target[..positions];
            done = Vector256.IsHardwareAccelerated ? WriteOne<TEpilogue, Simd256, Vector256<Element>>(source[..positions], row, ref bias)
                : Vector128.IsHardwareAccelerated ? WriteOne<TEpilogue, Simd128, Vector128<Element>>(source[..positions], row, ref bias)
                : 0;
        }
        else if (phases == 2)
        {
            ReadOnlySpan<Element> even = source[..positions];
            ReadOnlySpan<Element> odd = source.Slice(phaseStep, positions);
            Span<Element> pairs = target[..(2 * positions)];
            done = Vector512.IsHardwareAccelerated ? WritePairs<TEpilogue, Simd512, Vector512<Element>>(even, odd, pairs, ref bias)
                : Vector256.IsHardwareAccelerated ? WritePairs<TEpilogue, Simd256, Vector256<Element>>(even, odd, pairs, ref bias)
                : Vector128.IsHardwareAccelerated ? WritePairs<TEpilogue, Simd128, Vector128<Element>>(even, odd, pairs, ref bias)
                : 0;
        }
        else if (phases >= Transposition.Block)
        {
            Transposition.Write<TEpilogue>(source, phaseStep, phases, target, phases, positions, ref bias, biasStep: 0);
            return;
        }
        else if (phases > 2 && Avx.IsSupported)
        {
            ReadOnlySpan<Element> rows = source[..(((phases - 1) * phaseStep) + positions)];
            done = WriteEights<TEpilogue>(rows, phaseStep, phases, positions, target[..(positions * phases)], ref bias);
        }

        Element own = TEpilogue.Bias<SimdScalar, Element>(ref bias, 0);
        for (int phase = 0; phase < phases; phase++)
        {
            ReadOnlySpan<Element> row = source.Slice(phase * phaseStep, positions);
            for (int position = done; position < row.Length; position++)
            {
                target[(position * phases) + phase] = TEpilogue.Apply<SimdScalar, Element>(row[position], own);
            }
        }
    }

    private static int WriteOne<TEpilogue, TSimd, TVector>(ReadOnlySpan<Element> source, Span<Element> target, ref Element bias)
        where TEpilogue : struct, IEpilogue
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TVector own = TEpilogue.Bias<TSimd, TVector>(ref bias, 0);
        int done = 0;
        for (; done <= target.Length - TSimd.Lanes; done += TSimd.Lanes)
        {
            TVector sum = TSimd.Load(ref MemoryMarshal.GetReference(source), done);
            TSimd.Store(TEpilogue.Apply<TSimd, TVector>(sum, own), ref MemoryMarshal.GetReference(target), done);
        }

        return done;
    }

    // Eight positions at a time, as if there were eight phases: what is written beyond a position belongs to the next, which comes after.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WriteEights<TEpilogue>(
        ReadOnlySpan<Element> source, nint phaseStep, int phases, int positions, Span<Element> target, ref Element bias)
        where TEpilogue : struct, IEpilogue
    {
        const int block = Transposition.Block;
        nint last = (phases - 1) * phaseStep;
        (nint third, nint fourth) = (Math.Min(3 * phaseStep, last), Math.Min(4 * phaseStep, last));
        (nint fifth, nint sixth) = (Math.Min(5 * phaseStep, last), Math.Min(6 * phaseStep, last));
        int done = 0;
        for (; (positions - done - block) * phases >= block - phases; done += block)
        {
            ref Element from = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), done);
            ref Element to = ref Unsafe.Add(ref MemoryMarshal.GetReference(target), done * phases);
            Vector256<Element> r0 = Simd256.Load(ref from, 0), r1 = Simd256.Load(ref from, phaseStep);
            Vector256<Element> r2 = Simd256.Load(ref from, 2 * phaseStep), r3 = Simd256.Load(ref from, third);
            Vector256<Element> r4 = Simd256.Load(ref from, fourth), r5 = Simd256.Load(ref from, fifth);
            Vector256<Element> r6 = Simd256.Load(ref from, sixth);
            EightByEight.Write<TEpilogue>(r0, r1, r2, r3, r4, r5, r6, r6, ref to, phases, ref bias, biasStep: 0);
        }

        return done;
    }

    // Aligned to lines of the target, where stores would cross them otherwise; its ends by vectors that overlap those.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int WritePairs<TEpilogue, TSimd, TVector>(
        ReadOnlySpan<Element> even, ReadOnlySpan<Element> odd, Span<Element> pairs, ref Element bias)
        where TEpilogue : struct, IEpilogue
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        int last = even.Length - TSimd.Lanes;
        if (last < 0)
        {
            return 0;
        }

        TVector own = TEpilogue.Bias<TSimd, TVector>(ref bias, 0);
        ref Element first = ref MemoryMarshal.GetReference(even);
        ref Element second = ref MemoryMarshal.GetReference(odd);
        ref Element target = ref MemoryMarshal.GetReference(pairs);
        Write(ref first, ref second, 0, ref target, 0, own);
        Write(ref first, ref second, last, ref target, 2 * last, own);
        (int start, int shift) = Math.DivRem(CacheHint.ElementsToLine(ref target) % (2 * TSimd.Lanes), 2);
        if (shift == 1)
        {
            // Pairs of an odd element and the even one after it.
            ref Element next = ref Unsafe.Add(ref first, 1);
            first = ref second;
            second = ref next;
        }

        for (int i = start; i <= last - shift; i += TSimd.Lanes)
        {
            Write(ref first, ref second, i, ref target, (2 * i) + shift, own);
        }

        return even.Length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Write(ref Element first, ref Element second, nint position, ref Element target, nint place, TVector own)
        {
            TVector a = TEpilogue.Apply<TSimd, TVector>(TSimd.Load(ref first, position), own);
            TVector b = TEpilogue.Apply<TSimd, TVector>(TSimd.Load(ref second, position), own);
            TSimd.Interleave(a, b, out TVector low, out TVector high);
            TSimd.Store(low, ref target, place);
            TSimd.Store(high, ref target, place + TSimd.Lanes);
        }
    }
}
