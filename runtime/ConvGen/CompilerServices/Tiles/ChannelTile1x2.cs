namespace ConvGen.CompilerServices;

/// <summary>
/// One pixel by two vectors of output channels: corners of images, and images of one pixel, that would leave a taller tile empty.
/// Strip and offsets are those of <see cref="ChannelTile6x2{TSimd, TVector}"/>; the other five pixels are not looked at.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
internal struct ChannelTile1x2<TSimd, TVector> : ITile
    where TSimd : struct, ISimd<Element, TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _s0, _s1;

    /// <inheritdoc/>
    public static int WeightsPerTap => 2 * TSimd.Lanes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 12);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(ref Element input, ref Element weights, int tap)
    {
        TVector x = TSimd.Broadcast(ref input, _window);
        _s0 = TSimd.MultiplyAdd(x, TSimd.Load(ref weights, tap * 2 * TSimd.Lanes), _s0);
        _s1 = TSimd.MultiplyAdd(x, TSimd.Load(ref weights, (tap * 2 * TSimd.Lanes) + TSimd.Lanes), _s1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref Element place = ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 12) + 6));
        if (args.Continues)
        {
            ChannelStore.Add<TSimd, TVector>(ref place, ref _s0, ref _s1);
        }

        ChannelStore.Write<TSimd, TVector>(ref place, _s0, _s1);
    }
}
