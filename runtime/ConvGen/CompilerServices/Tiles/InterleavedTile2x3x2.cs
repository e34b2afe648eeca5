namespace ConvGen.CompilerServices;

/// <summary>
/// Two phases side by side of three output channels by two vectors of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast. In the kernel of a square it computes one of the two lines: sixteen registers do not hold both.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TLine">The line.</typeparam>
internal struct InterleavedTile2x3x2<TSimd, TVector, TLine> : IInterleavedTile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
    where TLine : struct, ITileLine
{
    private nint _window;
    private nint _ahead;
    private TVector _x0, _x1;
    private TVector _s000, _s001;
    private TVector _s010, _s011;
    private TVector _s020, _s021;
    private TVector _s100, _s101;
    private TVector _s110, _s111;
    private TVector _s120, _s121;

    /// <inheritdoc/>
    public static int WeightsPerTap => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 2);
        _ahead = index == 0 ? args.Ahead : 0;
        TileOutput.Fetch(in args, index, TLine.Index, 3, 4 * TSimd.Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref Element input, nint offset)
    {
        _x0 = TSimd.Load(ref input, _window + offset);
        _x1 = TSimd.Load(ref input, _window + offset + TSimd.Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(int phase, ref Element weights, int tap)
    {
        if (phase == 2 * TLine.Index)
        {
            CacheHint.Line(ref weights, (tap * 3) + _ahead);
            TVector w = TSimd.Broadcast(ref weights, tap * 3);
            _s000 = TSimd.MultiplyAdd(_x0, w, _s000);
            _s001 = TSimd.MultiplyAdd(_x1, w, _s001);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 1);
            _s010 = TSimd.MultiplyAdd(_x0, w, _s010);
            _s011 = TSimd.MultiplyAdd(_x1, w, _s011);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 2);
            _s020 = TSimd.MultiplyAdd(_x0, w, _s020);
            _s021 = TSimd.MultiplyAdd(_x1, w, _s021);
        }
        else if (phase == (2 * TLine.Index) + 1)
        {
            TVector w = TSimd.Broadcast(ref weights, tap * 3);
            _s100 = TSimd.MultiplyAdd(_x0, w, _s100);
            _s101 = TSimd.MultiplyAdd(_x1, w, _s101);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 1);
            _s110 = TSimd.MultiplyAdd(_x0, w, _s110);
            _s111 = TSimd.MultiplyAdd(_x1, w, _s111);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 2);
            _s120 = TSimd.MultiplyAdd(_x0, w, _s120);
            _s121 = TSimd.MultiplyAdd(_x1, w, _s121);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref Unsafe.Add(ref TileOutput.Place(in args, index), TLine.Index * args.LineStep);
        TVector bias = TSimd.Broadcast(ref args.Bias, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s000, _s100, bias, ref place, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s001, _s101, bias, ref place, 2 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        bias = TSimd.Broadcast(ref args.Bias, 1);
        InterleavedStore.Pairs<TSimd, TVector>(_s010, _s110, bias, ref place, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s011, _s111, bias, ref place, 2 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        bias = TSimd.Broadcast(ref args.Bias, 2);
        InterleavedStore.Pairs<TSimd, TVector>(_s020, _s120, bias, ref place, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s021, _s121, bias, ref place, 2 * TSimd.Lanes);
    }
}
