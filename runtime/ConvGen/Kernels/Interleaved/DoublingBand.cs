namespace ConvGen.Kernels.Interleaved;

/// <summary>Rows of inputs of a channel, and the two lines of outputs for each that meet it and its neighbours.</summary>
internal ref struct DoublingBand
{
    /// <summary>Of a position of the height: the last vector of both lines.</summary>
    public const int StripElements = 4 * CacheHint.LineElements;

    /// <summary>The weights of the channel in the order of <see cref="InterleavedPlan.Taps"/>: two lines, three rows of inputs.</summary>
    public ref Element Weights;

    public ref Element Bias;

    /// <summary>The first input of the first position of the first line.</summary>
    public ref Element Rows;

    /// <summary>Elements from a row of inputs to the next.</summary>
    public int RowStep { get; init; }

    /// <summary>Room for <see cref="StripElements"/> per position: vectors that reach beyond a line's end.</summary>
    public Span<Element> Strip { get; init; }

    /// <summary>Outputs of a line.</summary>
    public int Width { get; init; }

    /// <summary>Computes whole lines: two for each position of the height, or one at the end.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TSimd, TVector>(Span<Element> lines)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        ref Element weights = ref Weights;
        TVector w0 = TSimd.Broadcast(ref weights, 0), w1 = TSimd.Broadcast(ref weights, 1);
        TVector w2 = TSimd.Broadcast(ref weights, 2), w3 = TSimd.Broadcast(ref weights, 3);
        TVector w4 = TSimd.Broadcast(ref weights, 4), w5 = TSimd.Broadcast(ref weights, 5);
        TVector w6 = TSimd.Broadcast(ref weights, 6), w7 = TSimd.Broadcast(ref weights, 7);
        TVector w8 = TSimd.Broadcast(ref weights, 8), w9 = TSimd.Broadcast(ref weights, 9);
        TVector w10 = TSimd.Broadcast(ref weights, 10), w11 = TSimd.Broadcast(ref weights, 11);
        TVector w12 = TSimd.Broadcast(ref weights, 12), w13 = TSimd.Broadcast(ref weights, 13);
        TVector w14 = TSimd.Broadcast(ref weights, 14), w15 = TSimd.Broadcast(ref weights, 15);
        TVector bias = TSimd.Broadcast(ref Bias, 0);
        TVector zero = default;
        nint lanes = TSimd.Lanes;
        nint vectors = (Width + (2 * lanes) - 1) / (2 * lanes);
        // The last vector ends where the line does, or is copied from the strip.
        bool ends = Width % 2 == 0 && Width >= 2 * lanes;
        nint lastPlace = ends ? Width - (2 * lanes) : 2 * (vectors - 1) * lanes;
        ref Element strip = ref MemoryMarshal.GetReference(Strip);
        ref Element first = ref MemoryMarshal.GetReference(lines);
        ref Element above = ref Rows;
        for (nint line = 0; line < lines.Length; line += 2 * Width)
        {
            ref Element at = ref Unsafe.Add(ref above, RowStep);
            ref Element below = ref Unsafe.Add(ref at, RowStep);
            ref Element even = ref Unsafe.Add(ref first, line);
            bool single = line + Width == lines.Length;
            nint distance = single ? 0 : Width;
            for (nint vector = 0; vector < vectors; vector++)
            {
                nint place = vector < vectors - 1 ? 2 * vector * lanes : lastPlace;
                nint position = place / 2;
                TVector x0 = TSimd.Load(ref above, position);
                TVector x1 = TSimd.Load(ref above, position + 1);
                TVector x2 = TSimd.Load(ref above, position + 2);
                TVector s00 = TSimd.MultiplyAdd(x0, w0, zero);
                s00 = TSimd.MultiplyAdd(x1, w1, s00);
                TVector s01 = TSimd.MultiplyAdd(x1, w2, zero);
                s01 = TSimd.MultiplyAdd(x2, w3, s01);
                x0 = TSimd.Load(ref at, position);
                x1 = TSimd.Load(ref at, position + 1);
                x2 = TSimd.Load(ref at, position + 2);
                s00 = TSimd.MultiplyAdd(x0, w4, s00);
                TVector s10 = TSimd.MultiplyAdd(x0, w5, zero);
                s00 = TSimd.MultiplyAdd(x1, w6, s00);
                s01 = TSimd.MultiplyAdd(x1, w7, s01);
                s10 = TSimd.MultiplyAdd(x1, w8, s10);
                TVector s11 = TSimd.MultiplyAdd(x1, w9, zero);
                s01 = TSimd.MultiplyAdd(x2, w10, s01);
                s11 = TSimd.MultiplyAdd(x2, w11, s11);
                x0 = TSimd.Load(ref below, position);
                x1 = TSimd.Load(ref below, position + 1);
                x2 = TSimd.Load(ref below, position + 2);
                s10 = TSimd.MultiplyAdd(x0, w12, s10);
                s10 = TSimd.MultiplyAdd(x1, w13, s10);
                s11 = TSimd.MultiplyAdd(x1, w14, s11);
                s11 = TSimd.MultiplyAdd(x2, w15, s11);
                bool inside = vector < vectors - 1 || ends;
                ref Element target = ref inside ? ref Unsafe.Add(ref even, place) : ref strip;
                // A line without another one below is written last.
                InterleavedStore.Pairs<TSimd, TVector>(s10, s11, bias, ref target, inside ? distance : 2 * lanes);
                InterleavedStore.Pairs<TSimd, TVector>(s00, s01, bias, ref target, 0);
            }

            above = ref at;
            strip = ref Unsafe.Add(ref strip, StripElements);
        }

        if (!ends)
        {
            WriteStrip(lines, (int)lastPlace, (int)(2 * lanes));
        }
    }

    private readonly void WriteStrip(Span<Element> lines, int place, int below)
    {
        int length = Width - place;
        ReadOnlySpan<Element> strip = Strip;
        for (int line = 0; line < lines.Length; line += 2 * Width, strip = strip[StripElements..])
        {
            strip[..length].CopyTo(lines[(line + place)..]);
            if (line + Width < lines.Length)
            {
                strip.Slice(below, length).CopyTo(lines[(line + Width + place)..]);
            }
        }
    }
}
