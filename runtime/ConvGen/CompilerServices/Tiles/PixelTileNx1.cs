namespace ConvGen.CompilerServices;

/// <summary>
/// Up to four output channels by one vector of neighbouring pixels of a row: borders, where wider tiles would be nearly empty.
/// Strip: [channel of the block][output]. Offsets per tile: its first window, then its first place.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TChannels">How many channels.</typeparam>
internal struct PixelTileNx1<TSimd, TVector, TChannels> : ITile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
    where TChannels : struct, IChannelCount
{
    private nint _window;
    private TVector _s0, _s1, _s2, _s3;

    /// <inheritdoc/>
    public static int WeightsPerTap => TChannels.Count;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index) => _window = Unsafe.Add(ref args.Offsets, index * 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(ref Element input, ref Element weights, int tap)
    {
        weights = ref Unsafe.Add(ref weights, tap * TChannels.Count);
        TVector x = TSimd.Load(ref input, _window);
        _s0 = Add(0, x, ref weights, _s0);
        _s1 = Add(1, x, ref weights, _s1);
        _s2 = Add(2, x, ref weights, _s2);
        _s3 = Add(3, x, ref weights, _s3);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 2) + 1));
        Store(0, _s0, ref place, in args);
        Store(1, _s1, ref place, in args);
        Store(2, _s2, ref place, in args);
        Store(3, _s3, ref place, in args);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Add(int channel, TVector x, ref Element weights, TVector sum) =>
        channel < TChannels.Count ? TSimd.MultiplyAdd(x, TSimd.Broadcast(ref weights, channel), sum) : sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int channel, TVector sum, ref Element place, in KernelArguments args)
    {
        if (channel < TChannels.Count)
        {
            TSimd.Store(sum, ref place, channel * args.TargetChannelStep);
        }
    }
}
