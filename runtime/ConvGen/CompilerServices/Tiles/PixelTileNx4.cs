namespace ConvGen.CompilerServices;

/// <summary>
/// One or two output channels by four vectors of neighbouring pixels of a row. Weights are broadcast, inputs are loaded.
/// Strip: [channel of the block][output]. Offsets per tile: its first window, then its first place.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TChannels">How many channels.</typeparam>
internal struct PixelTileNx4<TSimd, TVector, TChannels> : ITile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
    where TChannels : struct, IChannelCount
{
    private nint _window;
    private TVector _s00, _s01, _s02, _s03;
    private TVector _s10, _s11, _s12, _s13;

    /// <inheritdoc/>
    public static int WeightsPerTap => TChannels.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index) => _window = Unsafe.Add(ref args.Offsets, index * 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(ref Element input, ref Element weights, int tap)
    {
        TVector x0 = TSimd.Load(ref input, _window);
        TVector x1 = TSimd.Load(ref input, _window + TSimd.Lanes);
        TVector x2 = TSimd.Load(ref input, _window + (2 * TSimd.Lanes));
        TVector x3 = TSimd.Load(ref input, _window + (3 * TSimd.Lanes));
        weights = ref Unsafe.Add(ref weights, tap * TChannels.Count);
        TVector w = TSimd.Broadcast(ref weights, 0);
        _s00 = TSimd.MultiplyAdd(x0, w, _s00);
        _s01 = TSimd.MultiplyAdd(x1, w, _s01);
        _s02 = TSimd.MultiplyAdd(x2, w, _s02);
        _s03 = TSimd.MultiplyAdd(x3, w, _s03);
        if (TChannels.Count > 1)
        {
            w = TSimd.Broadcast(ref weights, 1);
            _s10 = TSimd.MultiplyAdd(x0, w, _s10);
            _s11 = TSimd.MultiplyAdd(x1, w, _s11);
            _s12 = TSimd.MultiplyAdd(x2, w, _s12);
            _s13 = TSimd.MultiplyAdd(x3, w, _s13);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 2) + 1));
        Store(0, _s00, _s01, _s02, _s03, ref place, in args);
        Store(1, _s10, _s11, _s12, _s13, ref place, in args);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int channel, TVector s0, TVector s1, TVector s2, TVector s3, ref Element place, in KernelArguments args)
    {
        if (channel < TChannels.Count)
        {
            place = ref Unsafe.Add(ref place, channel * args.TargetChannelStep);
            TSimd.Store(s0, ref place, 0);
            TSimd.Store(s1, ref place, TSimd.Lanes);
            TSimd.Store(s2, ref place, 2 * TSimd.Lanes);
            TSimd.Store(s3, ref place, 3 * TSimd.Lanes);
        }
    }
}
