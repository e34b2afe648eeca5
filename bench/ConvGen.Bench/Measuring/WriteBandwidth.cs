using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace ConvGen.Bench.Measuring;

/// <summary>How fast this machine fills memory: the bound of layers that do little more than write their output.</summary>
internal static unsafe class WriteBandwidth
{
    private const int Repeats = 5;

    /// <summary>Gigabytes per second into a buffer of some length, by plain or by non-temporal stores, whichever is faster.</summary>
    public static double Measure(int length, int threads)
    {
        using var buffer = new AlignedFloats(length);
        int part = length / threads / Vector256<float>.Count * Vector256<float>.Count;
        double best = double.PositiveInfinity;
        for (int i = 0; i < Repeats; i++)
        {
            best = Math.Min(best, Seconds(threads, index => new Span<float>(buffer.Pointer + (index * part), part).Fill(index)));
            best = Math.Min(best, Seconds(threads, index => FillPastCaches(buffer.Pointer + (index * part), part)));
        }

        return (double)part * threads * sizeof(float) / best / 1e9;
    }

    private static double Seconds(int threads, Action<int> fill)
    {
        long start = Stopwatch.GetTimestamp();
        if (threads == 1)
        {
            fill(0);
        }
        else
        {
            Parallel.For(0, threads, fill);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void FillPastCaches(float* first, int length)
    {
        Vector256<float> value = Vector256.Create(1f);
        for (float* next = first; next < first + length; next += Vector256<float>.Count)
        {
            value.StoreAlignedNonTemporal(next);
        }
    }
}
