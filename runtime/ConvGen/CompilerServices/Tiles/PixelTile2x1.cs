using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>
/// Two output channels by one vector of neighbouring pixels of a row: borders, where wider tiles would be nearly empty.
/// Strip: [channel of the block][output]. Offsets per tile: its first window, then its first place.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PixelTile2x1<TSimd, TVector> : ITile
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _s0, _s1;

    /// <inheritdoc/>
    public static int WeightsPerTap => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in KernelArguments args, int index)
    {
        _window = Unsafe.Add(ref args.Offsets, index * 2);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(ref float input, ref float weights, int tap)
    {
        TVector x = TSimd.Load(ref input, _window);
        _s0 = TSimd.MultiplyAdd(x, TSimd.Broadcast(ref weights, tap * 2), _s0);
        _s1 = TSimd.MultiplyAdd(x, TSimd.Broadcast(ref weights, (tap * 2) + 1), _s1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref float place = ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 2) + 1));
        TSimd.Store(_s0, ref place, 0);
        place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        TSimd.Store(_s1, ref place, 0);
    }
}
