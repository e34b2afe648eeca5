using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>
/// Four phases side by side of one output channel by one vector of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast. Inputs, weights and bias are doubles, and so are the sums.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct WideRowTile4x1x1<TSimd, TVector> : IRowTile
    where TSimd : struct, IWideSimd<TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _x0;
    private TVector _s00;
    private TVector _s10;
    private TVector _s20;
    private TVector _s30;

    /// <inheritdoc/>
    public static int WeightsPerTap => 2;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in TileRun run, int index)
    {
        _window = Unsafe.Add(ref run.Offsets, index * 2);
        _s00 = TSimd.BroadcastDouble(ref run.Bias, 0);
        _s10 = TSimd.BroadcastDouble(ref run.Bias, 0);
        _s20 = TSimd.BroadcastDouble(ref run.Bias, 0);
        _s30 = TSimd.BroadcastDouble(ref run.Bias, 0);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float input, nint offset)
    {
        _x0 = TSimd.LoadDoubles(ref input, _window + offset);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(int phase, ref float weights, int tap)
    {
        TVector w = TSimd.BroadcastDouble(ref weights, tap);
        if (phase == 0)
        {
            _s00 = TSimd.MultiplyAdd(_x0, w, _s00);
        }
        else if (phase == 1)
        {
            _s10 = TSimd.MultiplyAdd(_x0, w, _s10);
        }
        else if (phase == 2)
        {
            _s20 = TSimd.MultiplyAdd(_x0, w, _s20);
        }
        else
        {
            _s30 = TSimd.MultiplyAdd(_x0, w, _s30);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in TileRun run, int index)
    {
        ref float place = ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref run.Offsets, (index * 2) + 1));
        TSimd.StoreQuads(_s00, _s10, _s20, _s30, ref place, run.PositionStep);
    }
}
