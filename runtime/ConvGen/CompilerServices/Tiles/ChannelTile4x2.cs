namespace ConvGen.CompilerServices;

/// <summary>
/// Four pixels by two vectors of output channels, for what six leave over: see <see cref="ChannelTile6x2{TSimd, TVector}"/>, whose
/// offsets it shares. Eight sums are enough to hide the latency of a multiply-add.
/// Strip: [output][channel of the block]. Offsets per tile: 6 windows, then 6 places; the first four of each count.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct ChannelTile4x2<TSimd, TVector> : ITile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _p0, _p1, _p2, _p3;
    private nint _ahead;
    private TVector _s00, _s01;
    private TVector _s10, _s11;
    private TVector _s20, _s21;
    private TVector _s30, _s31;

    /// <inheritdoc/>
    public static int WeightsPerTap => 2 * TSimd.Lanes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        ref int windows = ref Unsafe.Add(ref args.Offsets, index * 12);
        _ahead = args.LineAhead(index, WeightsPerTap);
        _p0 = windows;
        _p1 = Unsafe.Add(ref windows, 1);
        _p2 = Unsafe.Add(ref windows, 2);
        _p3 = Unsafe.Add(ref windows, 3);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(ref Element input, ref Element weights, int tap)
    {
        TVector w0 = TSimd.Load(ref weights, tap * 2 * TSimd.Lanes);
        TVector w1 = TSimd.Load(ref weights, (tap * 2 * TSimd.Lanes) + TSimd.Lanes);
        CacheHint.Line(ref weights, (tap * 2 * TSimd.Lanes) + _ahead);
        TVector x = TSimd.Broadcast(ref input, _p0);
        _s00 = TSimd.MultiplyAdd(x, w0, _s00);
        _s01 = TSimd.MultiplyAdd(x, w1, _s01);
        x = TSimd.Broadcast(ref input, _p1);
        _s10 = TSimd.MultiplyAdd(x, w0, _s10);
        _s11 = TSimd.MultiplyAdd(x, w1, _s11);
        x = TSimd.Broadcast(ref input, _p2);
        _s20 = TSimd.MultiplyAdd(x, w0, _s20);
        _s21 = TSimd.MultiplyAdd(x, w1, _s21);
        x = TSimd.Broadcast(ref input, _p3);
        _s30 = TSimd.MultiplyAdd(x, w0, _s30);
        _s31 = TSimd.MultiplyAdd(x, w1, _s31);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref int places = ref Unsafe.Add(ref args.Offsets, (index * 12) + 6);
        if (args.Continues)
        {
            // Before any is written: two pixels may share a place.
            ChannelStore.Add<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 0), ref _s00, ref _s01);
            ChannelStore.Add<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 1), ref _s10, ref _s11);
            ChannelStore.Add<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 2), ref _s20, ref _s21);
            ChannelStore.Add<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 3), ref _s30, ref _s31);
        }

        ChannelStore.Write<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 0), _s00, _s01);
        ChannelStore.Write<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 1), _s10, _s11);
        ChannelStore.Write<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 2), _s20, _s21);
        ChannelStore.Write<TSimd, TVector>(ref ChannelStore.Place(in args, ref places, 3), _s30, _s31);
    }
}
