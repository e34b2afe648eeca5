namespace ConvGen.Kernels.Interleaved;

/// <summary>
/// Lines of outputs, a phase of the height each, that meet the same two rows of repeated inputs: see <see cref="EnlargingForm"/>.
/// </summary>
internal ref struct EnlargedLines
{
    /// <summary>The row of inputs above, at the first output of a line.</summary>
    public ref Element Above;

    /// <summary>The row of inputs, at the first output of a line.</summary>
    public ref Element At;

    /// <summary>Of every line two vectors for each row: for the input before, and for the input.</summary>
    public ref Element Weights;
    public ref Element Bias;

    /// <summary>Outputs of a line.</summary>
    public int Width { get; init; }

    /// <summary>How far ahead outputs are fetched: the processor does not foresee what begins in another page.</summary>
    public int Ahead { get; init; }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<TSimd, TVector>(Span<Element> lines)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        ref Element above = ref Above;
        ref Element at = ref At;
        ref Element weights = ref Weights;
        ref Element first = ref MemoryMarshal.GetReference(lines);
        TVector bias = TSimd.Broadcast(ref Bias, 0);
        nint lanes = TSimd.Lanes;
        nint ahead = Ahead;
        nint whole = Width - lanes;
        for (nint start = 0; start < lines.Length; start += Width)
        {
            TVector w0 = TSimd.Load(ref weights, 0);
            TVector w1 = TSimd.Load(ref weights, lanes);
            TVector w2 = TSimd.Load(ref weights, 2 * lanes);
            TVector w3 = TSimd.Load(ref weights, 3 * lanes);
            weights = ref Unsafe.Add(ref weights, 4 * lanes);
            ref Element line = ref Unsafe.Add(ref first, start);
            TVector before0 = TSimd.Load(ref above, -lanes);
            TVector before1 = TSimd.Load(ref at, -lanes);
            nint output = 0;
            for (; output <= whole - lanes; output += 2 * lanes)
            {
                CacheHint.Near(ref line, output + ahead);
                TVector x0 = TSimd.Load(ref above, output);
                TVector x1 = TSimd.Load(ref at, output);
                TVector sum = TSimd.MultiplyAdd(before0, w0, default);
                sum = TSimd.MultiplyAdd(x0, w1, sum);
                sum = TSimd.MultiplyAdd(before1, w2, sum);
                sum = TSimd.MultiplyAdd(x1, w3, sum);
                TSimd.Store(AddBias.Apply<TSimd, TVector>(sum, bias), ref line, output);
                before0 = TSimd.Load(ref above, output + lanes);
                before1 = TSimd.Load(ref at, output + lanes);
                sum = TSimd.MultiplyAdd(x0, w0, default);
                sum = TSimd.MultiplyAdd(before0, w1, sum);
                sum = TSimd.MultiplyAdd(x1, w2, sum);
                sum = TSimd.MultiplyAdd(before1, w3, sum);
                TSimd.Store(AddBias.Apply<TSimd, TVector>(sum, bias), ref line, output + lanes);
            }

            for (; output < Width; output += lanes)
            {
                TVector sum = TSimd.MultiplyAdd(TSimd.Load(ref above, output - lanes), w0, default);
                sum = TSimd.MultiplyAdd(TSimd.Load(ref above, output), w1, sum);
                sum = TSimd.MultiplyAdd(TSimd.Load(ref at, output - lanes), w2, sum);
                sum = TSimd.MultiplyAdd(TSimd.Load(ref at, output), w3, sum);
                sum = AddBias.Apply<TSimd, TVector>(sum, bias);
                if (output <= whole)
                {
                    TSimd.Store(sum, ref line, output);
                }
                else
                {
                    StoreFirst<TSimd, TVector>(sum, lines[(int)(start + output)..(int)(start + Width)]);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreFirst<TSimd, TVector>(TVector sum, Span<Element> outputs)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        Span<Element> strip = stackalloc Element[CacheHint.LineElements];
        TSimd.Store(sum, ref strip[0], 0);
        strip[..outputs.Length].CopyTo(outputs);
    }
}
