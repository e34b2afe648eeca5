namespace ConvGen.CompilerServices;

/// <summary>
/// Three output channels by four vectors of neighbouring pixels of a row. Weights are broadcast, inputs are loaded.
/// Strip: [channel of the block][output]. Offsets per tile: its first window, then its first place.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct PixelTile3x4<TSimd, TVector> : ITile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _s00, _s01, _s02, _s03;
    private TVector _s10, _s11, _s12, _s13;
    private TVector _s20, _s21, _s22, _s23;

    /// <inheritdoc/>
    public static int WeightsPerTap => 3;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 2);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(ref Element input, ref Element weights, int tap)
    {
        TVector w0 = TSimd.Broadcast(ref weights, tap * 3);
        TVector w1 = TSimd.Broadcast(ref weights, (tap * 3) + 1);
        TVector w2 = TSimd.Broadcast(ref weights, (tap * 3) + 2);
        TVector x = TSimd.Load(ref input, _window);
        _s00 = TSimd.MultiplyAdd(x, w0, _s00);
        _s10 = TSimd.MultiplyAdd(x, w1, _s10);
        _s20 = TSimd.MultiplyAdd(x, w2, _s20);
        x = TSimd.Load(ref input, _window + TSimd.Lanes);
        _s01 = TSimd.MultiplyAdd(x, w0, _s01);
        _s11 = TSimd.MultiplyAdd(x, w1, _s11);
        _s21 = TSimd.MultiplyAdd(x, w2, _s21);
        x = TSimd.Load(ref input, _window + (2 * TSimd.Lanes));
        _s02 = TSimd.MultiplyAdd(x, w0, _s02);
        _s12 = TSimd.MultiplyAdd(x, w1, _s12);
        _s22 = TSimd.MultiplyAdd(x, w2, _s22);
        x = TSimd.Load(ref input, _window + (3 * TSimd.Lanes));
        _s03 = TSimd.MultiplyAdd(x, w0, _s03);
        _s13 = TSimd.MultiplyAdd(x, w1, _s13);
        _s23 = TSimd.MultiplyAdd(x, w2, _s23);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 2) + 1));
        TSimd.Store(_s00, ref place, 0);
        TSimd.Store(_s01, ref place, TSimd.Lanes);
        TSimd.Store(_s02, ref place, 2 * TSimd.Lanes);
        TSimd.Store(_s03, ref place, 3 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        TSimd.Store(_s10, ref place, 0);
        TSimd.Store(_s11, ref place, TSimd.Lanes);
        TSimd.Store(_s12, ref place, 2 * TSimd.Lanes);
        TSimd.Store(_s13, ref place, 3 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        TSimd.Store(_s20, ref place, 0);
        TSimd.Store(_s21, ref place, TSimd.Lanes);
        TSimd.Store(_s22, ref place, 2 * TSimd.Lanes);
        TSimd.Store(_s23, ref place, 3 * TSimd.Lanes);
    }
}
