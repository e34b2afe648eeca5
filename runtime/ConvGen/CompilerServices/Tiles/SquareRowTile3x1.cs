using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>
/// Two phases of the height by two of the width, of three output channels by one vector of positions of a row. Phases are counted row by row.
/// Inputs are loaded once for all phases that meet them, weights are broadcast.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SquareRowTile3x1<TSimd, TVector> : IRowTile
    where TSimd : struct, IRowSimd<TVector>
    where TVector : struct
{
    private nint _window;
    private nint _ahead;
    private TVector _x0;
    private TVector _s000;
    private TVector _s010;
    private TVector _s020;
    private TVector _s100;
    private TVector _s110;
    private TVector _s120;
    private TVector _s200;
    private TVector _s210;
    private TVector _s220;
    private TVector _s300;
    private TVector _s310;
    private TVector _s320;

    /// <inheritdoc/>
    public static int WeightsPerTap => 3 * TSimd.ElementsPerNumber;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in TileRun run, int index)
    {
        _window = Unsafe.Add(ref run.Offsets, index * 2);
        _ahead = index == 0 ? run.Ahead : 0;
        RowOutput.Fetch(in run, index, 2, 3, 2 * TSimd.Lanes);
        RowOutput.FetchLine(in run, index, 3, 2 * TSimd.Lanes);
        _s000 = TSimd.Broadcast(ref run.Bias, 0);
        _s100 = TSimd.Broadcast(ref run.Bias, 0);
        _s200 = TSimd.Broadcast(ref run.Bias, 0);
        _s300 = TSimd.Broadcast(ref run.Bias, 0);
        _s010 = TSimd.Broadcast(ref run.Bias, 1);
        _s110 = TSimd.Broadcast(ref run.Bias, 1);
        _s210 = TSimd.Broadcast(ref run.Bias, 1);
        _s310 = TSimd.Broadcast(ref run.Bias, 1);
        _s020 = TSimd.Broadcast(ref run.Bias, 2);
        _s120 = TSimd.Broadcast(ref run.Bias, 2);
        _s220 = TSimd.Broadcast(ref run.Bias, 2);
        _s320 = TSimd.Broadcast(ref run.Bias, 2);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ref float input, nint offset)
    {
        _x0 = TSimd.Load(ref input, _window + offset);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Tap(int phase, ref float weights, int tap)
    {
        if (phase == 0)
        {
            CacheHint.Line(ref weights, (tap * 3) + _ahead);
            TVector w = TSimd.Broadcast(ref weights, tap * 3);
            _s000 = TSimd.MultiplyAdd(_x0, w, _s000);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 1);
            _s010 = TSimd.MultiplyAdd(_x0, w, _s010);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 2);
            _s020 = TSimd.MultiplyAdd(_x0, w, _s020);
        }
        else if (phase == 1)
        {
            TVector w = TSimd.Broadcast(ref weights, tap * 3);
            _s100 = TSimd.MultiplyAdd(_x0, w, _s100);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 1);
            _s110 = TSimd.MultiplyAdd(_x0, w, _s110);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 2);
            _s120 = TSimd.MultiplyAdd(_x0, w, _s120);
        }
        else if (phase == 2)
        {
            TVector w = TSimd.Broadcast(ref weights, tap * 3);
            _s200 = TSimd.MultiplyAdd(_x0, w, _s200);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 1);
            _s210 = TSimd.MultiplyAdd(_x0, w, _s210);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 2);
            _s220 = TSimd.MultiplyAdd(_x0, w, _s220);
        }
        else
        {
            TVector w = TSimd.Broadcast(ref weights, tap * 3);
            _s300 = TSimd.MultiplyAdd(_x0, w, _s300);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 1);
            _s310 = TSimd.MultiplyAdd(_x0, w, _s310);
            w = TSimd.Broadcast(ref weights, (tap * 3) + 2);
            _s320 = TSimd.MultiplyAdd(_x0, w, _s320);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(in TileRun run, int index)
    {
        ref float place = ref RowOutput.Place(in run, index);
        TSimd.StorePairs(_s000, _s100, ref place, 0);
        TSimd.StorePairs(_s200, _s300, ref Unsafe.Add(ref place, run.LineStep), 0);
        place = ref Unsafe.Add(ref place, run.StripChannelStep);
        TSimd.StorePairs(_s010, _s110, ref place, 0);
        TSimd.StorePairs(_s210, _s310, ref Unsafe.Add(ref place, run.LineStep), 0);
        place = ref Unsafe.Add(ref place, run.StripChannelStep);
        TSimd.StorePairs(_s020, _s120, ref place, 0);
        TSimd.StorePairs(_s220, _s320, ref Unsafe.Add(ref place, run.LineStep), 0);
    }
}
