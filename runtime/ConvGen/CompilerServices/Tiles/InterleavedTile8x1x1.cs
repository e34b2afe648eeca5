namespace ConvGen.CompilerServices;

/// <summary>
/// Up to eight phases side by side of one output channel by one vector of positions of a row. Inputs are loaded once for all phases that
/// meet them, weights are broadcast.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct InterleavedTile8x1x1<TSimd, TVector> : IInterleavedTile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _window;
    private nint _ahead;
    private TVector _x;
    private TVector _s0, _s1, _s2, _s3, _s4, _s5, _s6, _s7;

    /// <inheritdoc/>
    public static int WeightsPerTap => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 2);
        _ahead = index == 0 ? args.Ahead : 0;
        TileOutput.Fetch(in args, index, 0, 1, (int)Math.Min(8, args.PositionStep) * TSimd.Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref Element input, nint offset)
    {
        _x = TSimd.Load(ref input, _window + offset);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(int phase, ref Element weights, int tap)
    {
        TVector w = TSimd.Broadcast(ref weights, tap);
        if (phase == 0)
        {
            CacheHint.Line(ref weights, tap + _ahead);
            _s0 = TSimd.MultiplyAdd(_x, w, _s0);
        }
        else if (phase == 1)
        {
            _s1 = TSimd.MultiplyAdd(_x, w, _s1);
        }
        else if (phase == 2)
        {
            _s2 = TSimd.MultiplyAdd(_x, w, _s2);
        }
        else if (phase == 3)
        {
            _s3 = TSimd.MultiplyAdd(_x, w, _s3);
        }
        else if (phase == 4)
        {
            _s4 = TSimd.MultiplyAdd(_x, w, _s4);
        }
        else if (phase == 5)
        {
            _s5 = TSimd.MultiplyAdd(_x, w, _s5);
        }
        else if (phase == 6)
        {
            _s6 = TSimd.MultiplyAdd(_x, w, _s6);
        }
        else
        {
            _s7 = TSimd.MultiplyAdd(_x, w, _s7);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref TileOutput.Place(in args, index);
        TVector bias = TSimd.Broadcast(ref args.Bias, 0);
        InterleavedStore.Eights<TSimd, TVector>(_s0, _s1, _s2, _s3, _s4, _s5, _s6, _s7, bias, ref place, args.PositionStep);
    }
}
