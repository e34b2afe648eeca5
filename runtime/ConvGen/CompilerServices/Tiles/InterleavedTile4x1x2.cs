namespace ConvGen.CompilerServices;

/// <summary>
/// Four phases, in a row or a square, of one output channel by two vectors of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TPhases">How the phases lie to each other.</typeparam>
internal struct InterleavedTile4x1x2<TSimd, TVector, TPhases> : IInterleavedTile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
    where TPhases : struct, IFourPhases
{
    private nint _window;
    private nint _ahead;
    private TVector _x0, _x1;
    private TVector _s00, _s01;
    private TVector _s10, _s11;
    private TVector _s20, _s21;
    private TVector _s30, _s31;

    /// <inheritdoc/>
    public static int WeightsPerTap => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 2);
        _ahead = index == 0 ? args.Ahead : 0;
        TPhases.Fetch(in args, index, 2 * TSimd.Lanes);
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
        TVector w = TSimd.Broadcast(ref weights, tap);
        if (phase == 0)
        {
            CacheHint.Line(ref weights, tap + _ahead);
            _s00 = TSimd.MultiplyAdd(_x0, w, _s00);
            _s01 = TSimd.MultiplyAdd(_x1, w, _s01);
        }
        else if (phase == 1)
        {
            _s10 = TSimd.MultiplyAdd(_x0, w, _s10);
            _s11 = TSimd.MultiplyAdd(_x1, w, _s11);
        }
        else if (phase == 2)
        {
            _s20 = TSimd.MultiplyAdd(_x0, w, _s20);
            _s21 = TSimd.MultiplyAdd(_x1, w, _s21);
        }
        else
        {
            _s30 = TSimd.MultiplyAdd(_x0, w, _s30);
            _s31 = TSimd.MultiplyAdd(_x1, w, _s31);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref TileOutput.Place(in args, index);
        TVector bias = TSimd.Broadcast(ref args.Bias, 0);
        TPhases.Store<TSimd, TVector>(in args, ref place, 0, _s00, _s10, _s20, _s30, bias);
        TPhases.Store<TSimd, TVector>(in args, ref place, TSimd.Lanes, _s01, _s11, _s21, _s31, bias);
    }
}
