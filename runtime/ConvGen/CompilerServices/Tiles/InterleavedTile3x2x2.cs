namespace ConvGen.CompilerServices;

/// <summary>
/// Three phases side by side of two output channels by two vectors of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct InterleavedTile3x2x2<TSimd, TVector> : IInterleavedTile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _window;
    private nint _ahead;
    private TVector _x0, _x1;
    private TVector _s000, _s001;
    private TVector _s010, _s011;
    private TVector _s100, _s101;
    private TVector _s110, _s111;
    private TVector _s200, _s201;
    private TVector _s210, _s211;

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
            w = TSimd.Broadcast(ref weights, (tap * 2) + 1);
            _s010 = TSimd.MultiplyAdd(_x0, w, _s010);
            _s011 = TSimd.MultiplyAdd(_x1, w, _s011);
        }
        else if (phase == 1)
        {
            TVector w = TSimd.Broadcast(ref weights, tap * 2);
            _s100 = TSimd.MultiplyAdd(_x0, w, _s100);
            _s101 = TSimd.MultiplyAdd(_x1, w, _s101);
            w = TSimd.Broadcast(ref weights, (tap * 2) + 1);
            _s110 = TSimd.MultiplyAdd(_x0, w, _s110);
            _s111 = TSimd.MultiplyAdd(_x1, w, _s111);
        }
        else
        {
            TVector w = TSimd.Broadcast(ref weights, tap * 2);
            _s200 = TSimd.MultiplyAdd(_x0, w, _s200);
            _s201 = TSimd.MultiplyAdd(_x1, w, _s201);
            w = TSimd.Broadcast(ref weights, (tap * 2) + 1);
            _s210 = TSimd.MultiplyAdd(_x0, w, _s210);
            _s211 = TSimd.MultiplyAdd(_x1, w, _s211);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref TileOutput.Place(in args, index);
        TVector bias = TSimd.Broadcast(ref args.Bias, 0);
        InterleavedStore.Triples<TSimd, TVector>(_s000, _s100, _s200, bias, ref place, 0);
        InterleavedStore.Triples<TSimd, TVector>(_s001, _s101, _s201, bias, ref place, 3 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        bias = TSimd.Broadcast(ref args.Bias, 1);
        InterleavedStore.Triples<TSimd, TVector>(_s010, _s110, _s210, bias, ref place, 0);
        InterleavedStore.Triples<TSimd, TVector>(_s011, _s111, _s211, bias, ref place, 3 * TSimd.Lanes);
    }
}
