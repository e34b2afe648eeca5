using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>
/// Two phases side by side of one output channel by two vectors of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast. Inputs, weights and bias are doubles, and so are the sums.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct WideRowTile2x1x2<TSimd, TVector> : IRowTile
    where TSimd : struct, IWideSimd<TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _x0, _x1;
    private TVector _s00, _s01;
    private TVector _s10, _s11;

    /// <inheritdoc/>
    public static int WeightsPerTap => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in TileRun run, int index)
    {
        _window = Unsafe.Add(ref run.Offsets, index * 2);
        _s00 = _s01 = TSimd.BroadcastDouble(ref run.Bias, 0);
        _s10 = _s11 = TSimd.BroadcastDouble(ref run.Bias, 0);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float input, nint offset)
    {
        _x0 = TSimd.LoadDoubles(ref input, _window + offset);
        _x1 = TSimd.LoadDoubles(ref input, _window + offset + TSimd.Lanes);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(int phase, ref float weights, int tap)
    {
        TVector w = TSimd.BroadcastDouble(ref weights, tap);
        if (phase == 0)
        {
            _s00 = TSimd.MultiplyAdd(_x0, w, _s00);
            _s01 = TSimd.MultiplyAdd(_x1, w, _s01);
        }
        else
        {
            _s10 = TSimd.MultiplyAdd(_x0, w, _s10);
            _s11 = TSimd.MultiplyAdd(_x1, w, _s11);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in TileRun run, int index)
    {
        ref float place = ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref run.Offsets, (index * 2) + 1));
        TSimd.StorePairs(_s00, _s10, ref place, 0);
        TSimd.StorePairs(_s01, _s11, ref place, 2 * TSimd.Lanes);
    }
}
