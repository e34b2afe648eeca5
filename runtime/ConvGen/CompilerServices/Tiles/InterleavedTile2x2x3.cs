namespace ConvGen.CompilerServices;

/// <summary>
/// Two phases side by side of two output channels by three vectors of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct InterleavedTile2x2x3<TSimd, TVector> : IInterleavedTile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _window;
    private nint _ahead;
    private TVector _x0, _x1, _x2;
    private TVector _s000, _s001, _s002;
    private TVector _s010, _s011, _s012;
    private TVector _s100, _s101, _s102;
    private TVector _s110, _s111, _s112;

    /// <inheritdoc/>
    public static int WeightsPerTap => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 2);
        _ahead = index == 0 ? args.Ahead : 0;
        TileOutput.Fetch(in args, index, 0, 2, 6 * TSimd.Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref Element input, nint offset)
    {
        _x0 = TSimd.Load(ref input, _window + offset);
        _x1 = TSimd.Load(ref input, _window + offset + TSimd.Lanes);
        _x2 = TSimd.Load(ref input, _window + offset + (2 * TSimd.Lanes));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(int phase, ref Element weights, int tap)
    {
        if (phase == 0)
        {
            CacheHint.Line(ref weights, (tap * 2) + _ahead);
            TVector w = TSimd.Broadcast(ref weights, tap * 2);
            _s000 = TSimd.MultiplyAdd(_x0, w, _s000);
            _s001 = TSimd.MultiplyAdd(_x1, w, _s001);
            _s002 = TSimd.MultiplyAdd(_x2, w, _s002);
            w = TSimd.Broadcast(ref weights, (tap * 2) + 1);
            _s010 = TSimd.MultiplyAdd(_x0, w, _s010);
            _s011 = TSimd.MultiplyAdd(_x1, w, _s011);
            _s012 = TSimd.MultiplyAdd(_x2, w, _s012);
        }
        else
        {
            TVector w = TSimd.Broadcast(ref weights, tap * 2);
            _s100 = TSimd.MultiplyAdd(_x0, w, _s100);
            _s101 = TSimd.MultiplyAdd(_x1, w, _s101);
            _s102 = TSimd.MultiplyAdd(_x2, w, _s102);
            w = TSimd.Broadcast(ref weights, (tap * 2) + 1);
            _s110 = TSimd.MultiplyAdd(_x0, w, _s110);
            _s111 = TSimd.MultiplyAdd(_x1, w, _s111);
            _s112 = TSimd.MultiplyAdd(_x2, w, _s112);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref TileOutput.Place(in args, index);
        TVector bias = TSimd.Broadcast(ref args.Bias, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s000, _s100, bias, ref place, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s001, _s101, bias, ref place, 2 * TSimd.Lanes);
        InterleavedStore.Pairs<TSimd, TVector>(_s002, _s102, bias, ref place, 4 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        bias = TSimd.Broadcast(ref args.Bias, 1);
        InterleavedStore.Pairs<TSimd, TVector>(_s010, _s110, bias, ref place, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s011, _s111, bias, ref place, 2 * TSimd.Lanes);
        InterleavedStore.Pairs<TSimd, TVector>(_s012, _s112, bias, ref place, 4 * TSimd.Lanes);
    }
}
