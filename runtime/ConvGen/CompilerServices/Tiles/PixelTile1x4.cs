using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>
/// One output channel by four vectors of neighbouring pixels of a row. Weights are broadcast, inputs are loaded.
/// Strip: [channel of the block][output]. Offsets per tile: its first window, then its first place.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PixelTile1x4<TSimd, TVector> : ITile
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _s00, _s01, _s02, _s03;

    /// <inheritdoc/>
    public static int WeightsPerTap => 1;

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
        TVector w0 = TSimd.Broadcast(ref weights, tap);
        TVector x = TSimd.Load(ref input, _window);
        _s00 = TSimd.MultiplyAdd(x, w0, _s00);
        x = TSimd.Load(ref input, _window + TSimd.Lanes);
        _s01 = TSimd.MultiplyAdd(x, w0, _s01);
        x = TSimd.Load(ref input, _window + (2 * TSimd.Lanes));
        _s02 = TSimd.MultiplyAdd(x, w0, _s02);
        x = TSimd.Load(ref input, _window + (3 * TSimd.Lanes));
        _s03 = TSimd.MultiplyAdd(x, w0, _s03);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in KernelArguments args, int index)
    {
        ref float place = ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 2) + 1));
        TSimd.Store(_s00, ref place, 0);
        TSimd.Store(_s01, ref place, TSimd.Lanes);
        TSimd.Store(_s02, ref place, 2 * TSimd.Lanes);
        TSimd.Store(_s03, ref place, 3 * TSimd.Lanes);
    }
}
