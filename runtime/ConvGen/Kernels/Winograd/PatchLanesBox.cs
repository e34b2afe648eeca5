namespace ConvGen.Kernels.Winograd;

/// <summary>
/// Neighbouring patches of F(3, 2), in lane blocks of two vectors, patches last: their inputs, products and outputs. The last lane block may reach beyond
/// the image.
/// </summary>
internal readonly struct PatchLanesBox
{
    // Products or inputs of two points a multiple of 4 KB apart would share a set of the first-level cache.
    private const int Spacing = CacheHint.LineElements;

    private readonly WinogradRange _range;
    private readonly int _patches;

    public PatchLanesBox(WinogradPacking packing, int firstLaneBlock, int laneBlocks)
    {
        (_patches, LaneBlocks) = (packing.LaneTile.Channels, laneBlocks);
        _range = WinogradRange.Slice(packing.Shape.Width, firstLaneBlock * _patches, laneBlocks * _patches, int.MaxValue);
    }

    public int LaneBlocks { get; }

    /// <summary>The first output of all phases; negative where that lies before the image.</summary>
    public int FirstOutput => _range.Output(0, 0);

    /// <summary>Outputs of a channel, those outside the image included.</summary>
    public int RowLength => Windows * Stride;

    // The outputs of a phase.
    private int Windows => _range.Patches * _range.Transform.Patch;

    private int Stride => _range.Transform.Axis.Stride;

    /// <summary>Lane blocks that cover a row of <paramref name="output"/> outputs.</summary>
    public static int LaneBlocksOf(WinogradPacking packing, int output) =>
        (packing.Shape.Width.Patches(output) + packing.LaneTile.Channels - 1) / packing.LaneTile.Channels;

    /// <summary>Transformed inputs of a lane block.</summary>
    public static long LaneBlockLength(WinogradPacking packing) =>
        packing.Shape.Width.Points * (((long)packing.Layout.InPerGroup * packing.LaneTile.Channels) + Spacing);

    /// <summary>Products of a lane block and some phases.</summary>
    public static long ProductLength(WinogradPacking packing) =>
        packing.Shape.Width.Points * (((long)PhasesAtOnce(packing) * packing.Layout.Channels * packing.LaneTile.Channels) + Spacing);

    /// <summary>Phases that a product of matrices serves: more would leave the first-level cache.</summary>
    public static int PhasesAtOnce(WinogradPacking packing) => packing.Phases.Length % 2 == 0 ? 2 : 1;

    /// <summary>Whether <see cref="Outputs"/> makes rows in order, of which all outputs exist.</summary>
    public bool WritesInPlace(int width) => Stride <= PatchLanesRule.MostInOrder && FirstOutput >= 0 && (long)width - FirstOutput >= RowLength;

    /// <summary>
    /// Rows of inputs, [channel][x], to [lane block][point][channel][patch]; inputs outside the image are zeros.
    /// </summary>
    public void Inputs<TSimd, TVector>(ReadOnlySpan<Element> rows, int width, Span<Element> borderRow, Span<Element> target)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        int channels = rows.Length / width;
        int start = _range.FirstInput;
        int length = _range.Inputs;
        int first = Math.Clamp(-start, 0, length);
        int end = Math.Clamp(width - start, first, length);
        bool isInside = end - first == length;
        Span<Element> copy = isInside ? default : borderRow[..length];
        copy.Clear();
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<Element> inside = rows.Slice((channel * width) + Math.Min(start + first, width), end - first);
            if (!isInside)
            {
                inside.CopyTo(copy[first..]);
                inside = copy;
            }

            Transform<TSimd, TVector>(
                ref Unsafe.AsRef(in inside[0]), ref target[channel * _patches], ((nint)channels * _patches) + Spacing);
        }
    }

    /// <summary>
    /// The products of a lane block and some phases, [point][phase][channel][patch], to rows of outputs: in order up to a stride of two, beyond
    /// it [phase][window].
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Outputs<TSimd, TVector>(
        int laneBlock, int phase, int phases, int channels, Span<Element> products, ReadOnlySpan<Element> bias, Span<Element> rows, int rowStep)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        int points = _range.Transform.Points;
        nint pointStep = products.Length / points;
        nint phaseStep = (nint)channels * _patches;
        nint place = laneBlock * _patches * _range.Transform.Patch;
        for (int channel = 0; channel < channels; channel++)
        {
            TVector own = TSimd.Broadcast(ref MemoryMarshal.GetReference(bias), channel);
            ref Element m = ref products[channel * _patches];
            ref Element y = ref rows[channel * rowStep];
            if (Stride == 2)
            {
                Pair<TSimd, TVector>(ref m, pointStep, phaseStep, own, ref Unsafe.Add(ref y, 2 * place));
                continue;
            }

            for (int i = 0; i < phases; i++)
            {
                Single<TSimd, TVector>(ref m, pointStep, own, ref Unsafe.Add(ref y, ((nint)(phase + i) * Windows) + place));
                m = ref Unsafe.Add(ref m, phaseStep);
            }
        }
    }

    /// <summary>Writes rows of outputs to their planes: those that exist.</summary>
    public void Write(ReadOnlySpan<Element> rows, int channels, Span<Element> borderRow, Span<Element> planes, int width)
    {
        int first = Math.Max(0, -FirstOutput);
        int end = (int)Math.Min(RowLength, (long)width - FirstOutput);
        for (int channel = 0; channel < channels; channel++)
        {
            ReadOnlySpan<Element> row = rows.Slice(channel * RowLength, RowLength);
            Span<Element> target = planes.Slice((channel * width) + FirstOutput + first, end - first);
            if (Stride <= PatchLanesRule.MostInOrder)
            {
                row[first..end].CopyTo(target);
            }
            else if (target.Length == RowLength)
            {
                Interleaving.Copy(row, Windows, Stride, Windows, target);
            }
            else
            {
                Interleaving.Copy(row, Windows, Stride, Windows, borderRow);
                borderRow[first..end].CopyTo(target);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transform<TSimd, TVector>(ref Element row, ref Element target, nint pointStep)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        nint blockStep = _range.Transform.Points * pointStep;
        for (int laneBlock = LaneBlocks; laneBlock > 0; laneBlock--)
        {
            Input<TSimd, TVector>(ref row, ref target, pointStep);
            row = ref Unsafe.Add(ref row, 3 * TSimd.Lanes);
            Input<TSimd, TVector>(ref row, ref Unsafe.Add(ref target, TSimd.Lanes), pointStep);
            row = ref Unsafe.Add(ref row, 3 * TSimd.Lanes);
            target = ref Unsafe.Add(ref target, blockStep);
        }
    }

    // A vector of patches.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Input<TSimd, TVector>(ref Element row, ref Element target, nint pointStep)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TSimd.LoadTriples(ref row, 0, out TVector d0, out TVector d1, out TVector d2);
        TVector d3 = TSimd.Shift(d0, TSimd.Broadcast(ref row, 3 * TSimd.Lanes));
        WinogradTransform.StoreInputs<TSimd, TVector>(d0, d1, d2, d3, ref target, pointStep);
    }

    // A lane block of one phase.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Single<TSimd, TVector>(ref Element m, nint pointStep, TVector bias, ref Element target)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        for (int i = 0; i < 2; i++)
        {
            Output<TSimd, TVector>(ref m, pointStep, out TVector low, out TVector middle, out TVector high);
            TSimd.Store(AddBias.Apply<TSimd, TVector>(low, bias), ref target, 0);
            TSimd.Store(AddBias.Apply<TSimd, TVector>(middle, bias), ref target, TSimd.Lanes);
            TSimd.Store(AddBias.Apply<TSimd, TVector>(high, bias), ref target, 2 * TSimd.Lanes);
            m = ref Unsafe.Add(ref m, TSimd.Lanes);
            target = ref Unsafe.Add(ref target, 3 * TSimd.Lanes);
        }
    }

    // A lane block of the two phases of stride 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair<TSimd, TVector>(ref Element m, nint pointStep, nint phaseStep, TVector bias, ref Element target)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        for (int i = 0; i < 2; i++)
        {
            Output<TSimd, TVector>(ref m, pointStep, out TVector a0, out TVector a1, out TVector a2);
            Output<TSimd, TVector>(ref Unsafe.Add(ref m, phaseStep), pointStep, out TVector b0, out TVector b1, out TVector b2);
            InterleavedStore.Pairs<TSimd, TVector>(a0, b0, bias, ref target, 0);
            InterleavedStore.Pairs<TSimd, TVector>(a1, b1, bias, ref target, 2 * TSimd.Lanes);
            InterleavedStore.Pairs<TSimd, TVector>(a2, b2, bias, ref target, 4 * TSimd.Lanes);
            m = ref Unsafe.Add(ref m, TSimd.Lanes);
            target = ref Unsafe.Add(ref target, 6 * TSimd.Lanes);
        }
    }

    // A vector of patches to three of windows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Output<TSimd, TVector>(
        ref Element m, nint pointStep, out TVector low, out TVector middle, out TVector high)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TVector m0 = TSimd.Load(ref m, 0);
        TVector m1 = TSimd.Load(ref m, pointStep);
        TVector m2 = TSimd.Load(ref m, 2 * pointStep);
        TVector m3 = TSimd.Load(ref m, 3 * pointStep);
        WinogradTransform.Outputs<TSimd, TVector>(m0, m1, m2, m3, out TVector y0, out TVector y1, out TVector y2);
        TSimd.Interleave(y0, y1, y2, out low, out middle, out high);
    }
}
