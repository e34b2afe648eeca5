using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>
/// Six pixels by two vectors of output channels. Inputs are broadcast, weights are loaded; the pixels may lie anywhere, so that
/// borders and narrow images fill tiles too. Registers: 12 sums, 2 weight vectors, 1 broadcast.
/// Strip: [output][channel of the block]. Offsets per tile: 6 windows, then 6 places.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ChannelTile6x2<TSimd, TVector> : ITile
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private nint _p0, _p1, _p2, _p3, _p4, _p5;
    private nint _ahead;
    private TVector _s00, _s01;
    private TVector _s10, _s11;
    private TVector _s20, _s21;
    private TVector _s30, _s31;
    private TVector _s40, _s41;
    private TVector _s50, _s51;

    /// <inheritdoc/>
    public static int WeightsPerTap => 2 * TSimd.Lanes;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in TileRun run, int index)
    {
        ref int windows = ref Unsafe.Add(ref run.Offsets, index * 12);
        _ahead = run.LineAhead(index, WeightsPerTap);
        _p0 = windows;
        _p1 = Unsafe.Add(ref windows, 1);
        _p2 = Unsafe.Add(ref windows, 2);
        _p3 = Unsafe.Add(ref windows, 3);
        _p4 = Unsafe.Add(ref windows, 4);
        _p5 = Unsafe.Add(ref windows, 5);
        if (run.Continues)
        {
            ref int places = ref Unsafe.Add(ref windows, 6);
            Load(ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 0)), out _s00, out _s01);
            Load(ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 1)), out _s10, out _s11);
            Load(ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 2)), out _s20, out _s21);
            Load(ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 3)), out _s30, out _s31);
            Load(ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 4)), out _s40, out _s41);
            Load(ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 5)), out _s50, out _s51);
        }
        else
        {
            Load(ref run.Bias, out _s00, out _s01);
            (_s10, _s11) = (_s00, _s01);
            (_s20, _s21) = (_s00, _s01);
            (_s30, _s31) = (_s00, _s01);
            (_s40, _s41) = (_s00, _s01);
            (_s50, _s51) = (_s00, _s01);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(ref float input, ref float weights, int tap)
    {
        TVector w0 = TSimd.Load(ref weights, tap * 2 * TSimd.Lanes);
        TVector w1 = TSimd.Load(ref weights, (tap * 2 * TSimd.Lanes) + TSimd.Lanes);
        CacheHint.Line(ref weights, (tap * 2 * TSimd.Lanes) + _ahead);
        TVector x = TSimd.Broadcast(ref input, _p0);
        _s00 = TSimd.MultiplyAdd(x, w0, _s00);
        _s01 = TSimd.MultiplyAdd(x, w1, _s01);
        x = TSimd.Broadcast(ref input, _p1);
        _s10 = TSimd.MultiplyAdd(x, w0, _s10);
        _s11 = TSimd.MultiplyAdd(x, w1, _s11);
        x = TSimd.Broadcast(ref input, _p2);
        _s20 = TSimd.MultiplyAdd(x, w0, _s20);
        _s21 = TSimd.MultiplyAdd(x, w1, _s21);
        x = TSimd.Broadcast(ref input, _p3);
        _s30 = TSimd.MultiplyAdd(x, w0, _s30);
        _s31 = TSimd.MultiplyAdd(x, w1, _s31);
        x = TSimd.Broadcast(ref input, _p4);
        _s40 = TSimd.MultiplyAdd(x, w0, _s40);
        _s41 = TSimd.MultiplyAdd(x, w1, _s41);
        x = TSimd.Broadcast(ref input, _p5);
        _s50 = TSimd.MultiplyAdd(x, w0, _s50);
        _s51 = TSimd.MultiplyAdd(x, w1, _s51);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in TileRun run, int index)
    {
        ref int places = ref Unsafe.Add(ref run.Offsets, (index * 12) + 6);
        StorePair(_s00, _s01, ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 0)));
        StorePair(_s10, _s11, ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 1)));
        StorePair(_s20, _s21, ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 2)));
        StorePair(_s30, _s31, ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 3)));
        StorePair(_s40, _s41, ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 4)));
        StorePair(_s50, _s51, ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref places, 5)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(ref float source, out TVector low, out TVector high) =>
        (low, high) = (TSimd.Load(ref source, 0), TSimd.Load(ref source, TSimd.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(TVector low, TVector high, ref float target)
    {
        TSimd.Store(low, ref target, 0);
        TSimd.Store(high, ref target, TSimd.Lanes);
    }
}
