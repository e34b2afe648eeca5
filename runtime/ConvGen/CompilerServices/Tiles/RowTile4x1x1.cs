using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>
/// Four phases side by side of one output channel by one vector of positions of a row. Inputs are loaded once for all phases that meet
/// them, weights are broadcast. Few enough sums for double precision.
/// </summary>
/// <typeparam name="TSimd">The vector operations.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RowTile4x1x1<TSimd, TVector> : IRowTile
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    private nint _window;
    private TVector _x0;
    private TVector _s00;
    private TVector _s10;
    private TVector _s20;
    private TVector _s30;

    /// <inheritdoc/>
    public static int Channels => 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(in TileRun run, int index)
    {
        _window = Unsafe.Add(ref run.Offsets, index * 2);
        _s00 = TSimd.Broadcast(ref run.Bias, 0);
        _s10 = TSimd.Broadcast(ref run.Bias, 0);
        _s20 = TSimd.Broadcast(ref run.Bias, 0);
        _s30 = TSimd.Broadcast(ref run.Bias, 0);
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
        TVector w = TSimd.Broadcast(ref weights, tap);
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
        RowStore.Quads<TSimd, TVector>(in run, _s00, _s10, _s20, _s30, ref place, 0);
    }
}
