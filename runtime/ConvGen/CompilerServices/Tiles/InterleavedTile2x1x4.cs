namespace ConvGen.CompilerServices;

/// <summary>
/// Two phases side by side of one output channel by four vectors of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct InterleavedTile2x1x4<TSimd, TVector> : IInterleavedTile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _window;
    private nint _ahead;
    private TVector _x0, _x1, _x2, _x3;
    private TVector _s00, _s01, _s02, _s03;
    private TVector _s10, _s11, _s12, _s13;

    /// <inheritdoc/>
    public static int WeightsPerTap => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 2);
        _ahead = index == 0 ? args.Ahead : 0;
        TileOutput.Fetch(in args, index, 0, 1, 8 * TSimd.Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref Element input, nint offset)
    {
        _x0 = TSimd.Load(ref input, _window + offset);
        _x1 = TSimd.Load(ref input, _window + offset + TSimd.Lanes);
        _x2 = TSimd.Load(ref input, _window + offset + (2 * TSimd.Lanes));
        _x3 = TSimd.Load(ref input, _window + offset + (3 * TSimd.Lanes));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(int phase, ref Element weights, int tap)
    {
        TVector w = TSimd.Broadcast(ref weights, tap);
        if (phase == 0)
        {
            CacheHint.Line(ref weights, tap + _ahead);
            _s00 = TSimd.MultiplyAdd(_x0, w, _s00);
            _s01 = TSimd.MultiplyAdd(_x1, w, _s01);
            _s02 = TSimd.MultiplyAdd(_x2, w, _s02);
            _s03 = TSimd.MultiplyAdd(_x3, w, _s03);
        }
        else
        {
            _s10 = TSimd.MultiplyAdd(_x0, w, _s10);
            _s11 = TSimd.MultiplyAdd(_x1, w, _s11);
            _s12 = TSimd.MultiplyAdd(_x2, w, _s12);
            _s13 = TSimd.MultiplyAdd(_x3, w, _s13);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref TileOutput.Place(in args, index);
        TVector bias = TSimd.Broadcast(ref args.Bias, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s00, _s10, bias, ref place, 0);
        InterleavedStore.Pairs<TSimd, TVector>(_s01, _s11, bias, ref place, 2 * TSimd.Lanes);
        InterleavedStore.Pairs<TSimd, TVector>(_s02, _s12, bias, ref place, 4 * TSimd.Lanes);
        InterleavedStore.Pairs<TSimd, TVector>(_s03, _s13, bias, ref place, 6 * TSimd.Lanes);
    }
}
