namespace ConvGen.Kernels.Winograd;

/// <summary>One phase of a row of outputs: its last transform, its places in the strip.</summary>
/// <param name="Axis">The width.</param>
/// <param name="Raw">The products are outputs already.</param>
/// <param name="Patches">Patches of the row.</param>
/// <param name="Channels">Channels of the block, neighbours in memory.</param>
/// <param name="PointStep">From a point to the next.</param>
/// <param name="FirstOutput">The output of the first window, relative to the strip; may be negative.</param>
/// <param name="Outputs">Outputs of a strip's row.</param>
internal readonly record struct WinogradRow(
    WinogradAxis Axis, bool Raw, int Patches, int Channels, nint PointStep, int FirstOutput, int Outputs)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write<TSimd, TVector>(ref Element source, ref Element target)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        int step = Axis.Axis.Stride;
        int form = Raw || Axis.Taps == 1 ? 0 : (10 * Axis.Taps) + Axis.Patch;
        for (int patch = 0; patch < Patches; patch++)
        {
            int output = FirstOutput + (patch * Axis.Patch * step);
            for (int lane = 0; lane < Channels; lane += TSimd.Lanes)
            {
                ref Element m = ref Unsafe.Add(ref source, (patch * Channels) + lane);
                ref Element y = ref Unsafe.Add(ref target, lane);
                TVector m0 = TSimd.Load(ref m, 0);
                if (form == 0)
                {
                    Put<TSimd, TVector>(m0, ref y, output);
                    for (int i = 1; i < Axis.Patch; i++)
                    {
                        Put<TSimd, TVector>(TSimd.Load(ref m, i * PointStep), ref y, output + (i * step));
                    }

                    continue;
                }

                TVector m1 = TSimd.Load(ref m, PointStep);
                TVector m2 = TSimd.Load(ref m, 2 * PointStep);
                if (form == 22)
                {
                    Put<TSimd, TVector>(TSimd.Add(m0, m1), ref y, output);
                    Put<TSimd, TVector>(TSimd.Add(m1, m2), ref y, output + step);
                    continue;
                }

                TVector m3 = TSimd.Load(ref m, 3 * PointStep);
                if (form == 32)
                {
                    Put<TSimd, TVector>(TSimd.Add(m0, TSimd.Add(m1, m2)), ref y, output);
                    Put<TSimd, TVector>(TSimd.Add(TSimd.Subtract(m1, m2), m3), ref y, output + step);
                    continue;
                }

                WinogradTransform.Outputs<TSimd, TVector>(m0, m1, m2, m3, out TVector y0, out TVector y1, out TVector y2);
                Put<TSimd, TVector>(y0, ref y, output);
                Put<TSimd, TVector>(y1, ref y, output + step);
                Put<TSimd, TVector>(y2, ref y, output + (2 * step));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put<TSimd, TVector>(TVector value, ref Element target, int output)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        if ((uint)output < (uint)Outputs)
        {
            TSimd.Store(value, ref target, (nint)output * Channels);
        }
    }
}
