namespace ConvGen.Kernels;

/// <summary>[pixel][channel] to one row of pixels per channel, in registers where there is AVX.</summary>
internal static class Transposition
{
    /// <summary>Pixels and channels of a block.</summary>
    public const int Block = 8;

    // Pixels of a block where there is AVX-512.
    private const int WideBlock = 16;

    // Addresses this far apart fall into the same set of a first-level cache.
    private const int SetElements = 4096 / sizeof(Element);

    // Pixels of a row that are gathered before they are written, and a row that repays it.
    private const int Stretch = 128;
    private const int LongRows = 4 * Stretch;

    /// <summary>Copies without an epilogue: see <see cref="Write{TEpilogue}"/>.</summary>
    public static void Copy(ReadOnlySpan<Element> source, int pixelStep, int pixels, Span<Element> target, int rowStep, int channels) =>
        Write<NoEpilogue>(source, pixelStep, pixels, target, rowStep, channels, ref Unsafe.NullRef<Element>(), biasStep: 0);

    /// <summary>
    /// Writes <paramref name="pixels"/> pixels of the first <paramref name="channels"/> channels; a pixel has
    /// <paramref name="pixelStep"/> channels in <paramref name="source"/>, rows lie <paramref name="rowStep"/> apart in <paramref
    /// name="target"/>. The bias of channel c is <paramref name="bias"/>[c * <paramref name="biasStep"/>].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write<TEpilogue>(
        ReadOnlySpan<Element> source, int pixelStep, int pixels, Span<Element> target, int rowStep, int channels, ref Element bias, int biasStep)
        where TEpilogue : struct, IEpilogue
    {
        if (!Avx.IsSupported || pixels < Block || channels < Block)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                Span<Element> row = target.Slice(channel * rowStep, pixels);
                Element own = TEpilogue.Bias<SimdScalar, Element>(ref bias, channel * biasStep);
                for (int pixel = 0; pixel < row.Length; pixel++)
                {
                    row[pixel] = TEpilogue.Apply<SimdScalar, Element>(source[(pixel * pixelStep) + channel], own);
                }
            }

            return;
        }

        _ = source[((pixels - 1) * pixelStep) + channels - 1];
        _ = target[((channels - 1) * rowStep) + pixels - 1];
        ref Element from = ref MemoryMarshal.GetReference(source);
        ref Element to = ref MemoryMarshal.GetReference(target);
        bool isWide = Avx512F.IsSupported && pixels >= WideBlock;
        if (rowStep % SetElements == 0 && pixels >= LongRows && !isWide)
        {
            WriteStaged<TEpilogue>(ref from, pixelStep, pixels, ref to, rowStep, channels, ref bias, biasStep);
            return;
        }

        // Along the rows that lie far apart: few pages at a time, each line of which is read or written once.
        bool alongPixels = rowStep > pixelStep;
        int pixelBlock = isWide ? WideBlock : Block;
        (int outer, int outerBlock) = alongPixels ? (channels, Block) : (pixels, pixelBlock);
        (int inner, int innerBlock) = alongPixels ? (pixels, pixelBlock) : (channels, Block);
        // Blocks of rows that begin alike do not cross lines, but for the first.
        int lead = alongPixels && rowStep % CacheHint.LineElements == 0 ? CacheHint.ElementsToLine(ref to) % innerBlock : 0;
        for (int i = 0; i < outer; i += outerBlock)
        {
            // The last block of a side overlaps the one before it.
            int start = Math.Min(i, outer - outerBlock);
            for (int j = lead > 0 ? lead - innerBlock : 0; j < inner; j += innerBlock)
            {
                int at = Math.Clamp(j, 0, inner - innerBlock);
                (nint pixel, nint channel) = alongPixels ? (at, start) : (start, at);
                ref Element columns = ref Unsafe.Add(ref from, (pixel * pixelStep) + channel);
                ref Element rows = ref Unsafe.Add(ref to, (channel * rowStep) + pixel);
                ref Element own = ref Unsafe.Add(ref bias, channel * biasStep);
                if (isWide)
                {
                    SixteenByEight.Write<TEpilogue>(ref columns, pixelStep, ref rows, rowStep, ref own, biasStep);
                }
                else
                {
                    WriteBlock<TEpilogue>(ref columns, pixelStep, ref rows, rowStep, ref own, biasStep);
                }
            }
        }
    }

    // Long rows that share a cache set: a stretch of eight rows is gathered elsewhere, then written row by row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void WriteStaged<TEpilogue>(
        ref Element from, nint pixelStep, int pixels, ref Element to, nint rowStep, int channels, ref Element bias, nint biasStep)
        where TEpilogue : struct, IEpilogue
    {
        // A line apart, so that these rows do not.
        const int step = Stretch + CacheHint.LineElements;
        Span<Element> buffer = stackalloc Element[Block * step];
        ref Element rows = ref MemoryMarshal.GetReference(buffer);
        for (int i = 0; i < channels; i += Block)
        {
            nint channel = Math.Min(i, channels - Block);
            for (int start = 0; start < pixels; start += Stretch)
            {
                nint first = Math.Min(start, pixels - Block);
                int length = (int)Math.Min(Stretch, pixels - first);
                for (int j = 0; j < length; j += Block)
                {
                    nint pixel = Math.Min(j, length - Block);
                    WriteBlock<TEpilogue>(
                        ref Unsafe.Add(ref from, ((first + pixel) * pixelStep) + channel),
                        pixelStep,
                        ref Unsafe.Add(ref rows, pixel),
                        step,
                        ref Unsafe.Add(ref bias, channel * biasStep),
                        biasStep);
                }

                for (nint row = 0; row < Block; row++)
                {
                    ShortCopy.Copy(
                        ref Unsafe.Add(ref rows, row * step), ref Unsafe.Add(ref to, ((channel + row) * rowStep) + first), length);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteBlock<TEpilogue>(
        ref Element source, nint pixelStep, ref Element target, nint rowStep, ref Element bias, nint biasStep)
        where TEpilogue : struct, IEpilogue
    {
        Vector256<Element> r0 = Simd256.Load(ref source, 0), r1 = Simd256.Load(ref source, pixelStep);
        Vector256<Element> r2 = Simd256.Load(ref source, 2 * pixelStep), r3 = Simd256.Load(ref source, 3 * pixelStep);
        Vector256<Element> r4 = Simd256.Load(ref source, 4 * pixelStep), r5 = Simd256.Load(ref source, 5 * pixelStep);
        Vector256<Element> r6 = Simd256.Load(ref source, 6 * pixelStep), r7 = Simd256.Load(ref source, 7 * pixelStep);
        EightByEight.Write<TEpilogue>(r0, r1, r2, r3, r4, r5, r6, r7, ref target, rowStep, ref bias, biasStep);
    }
}
