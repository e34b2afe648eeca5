namespace ConvGen.CompilerServices;

/// <summary>
/// Four output channels by three vectors of neighbouring pixels of a row. Weights are broadcast, inputs are loaded.
/// Strip: [channel of the block][output]. Offsets per tile: its first window, then its first place.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct PixelTile4x3<TSimd, TVector> : ITile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _s00, _s01, _s02;
    private TVector _s10, _s11, _s12;
    private TVector _s20, _s21, _s22;
    private TVector _s30, _s31, _s32;

    /// <inheritdoc/>
    public static int WeightsPerTap => 4;

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
        TVector x0 = TSimd.Load(ref input, _window);
        TVector x1 = TSimd.Load(ref input, _window + TSimd.Lanes);
        TVector x2 = TSimd.Load(ref input, _window + (2 * TSimd.Lanes));
        TVector w = TSimd.Broadcast(ref weights, tap * 4);
        _s00 = TSimd.MultiplyAdd(x0, w, _s00);
        _s01 = TSimd.MultiplyAdd(x1, w, _s01);
        _s02 = TSimd.MultiplyAdd(x2, w, _s02);
        w = TSimd.Broadcast(ref weights, (tap * 4) + 1);
        _s10 = TSimd.MultiplyAdd(x0, w, _s10);
        _s11 = TSimd.MultiplyAdd(x1, w, _s11);
        _s12 = TSimd.MultiplyAdd(x2, w, _s12);
        w = TSimd.Broadcast(ref weights, (tap * 4) + 2);
        _s20 = TSimd.MultiplyAdd(x0, w, _s20);
        _s21 = TSimd.MultiplyAdd(x1, w, _s21);
        _s22 = TSimd.MultiplyAdd(x2, w, _s22);
        w = TSimd.Broadcast(ref weights, (tap * 4) + 3);
        _s30 = TSimd.MultiplyAdd(x0, w, _s30);
        _s31 = TSimd.MultiplyAdd(x1, w, _s31);
        _s32 = TSimd.MultiplyAdd(x2, w, _s32);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 2) + 1));
        TSimd.Store(_s00, ref place, 0);
        TSimd.Store(_s01, ref place, TSimd.Lanes);
        TSimd.Store(_s02, ref place, 2 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        TSimd.Store(_s10, ref place, 0);
        TSimd.Store(_s11, ref place, TSimd.Lanes);
        TSimd.Store(_s12, ref place, 2 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        TSimd.Store(_s20, ref place, 0);
        TSimd.Store(_s21, ref place, TSimd.Lanes);
        TSimd.Store(_s22, ref place, 2 * TSimd.Lanes);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        TSimd.Store(_s30, ref place, 0);
        TSimd.Store(_s31, ref place, TSimd.Lanes);
        TSimd.Store(_s32, ref place, 2 * TSimd.Lanes);
    }
}
