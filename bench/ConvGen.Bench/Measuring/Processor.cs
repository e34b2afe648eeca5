using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;

namespace ConvGen.Bench.Measuring;

/// <summary>What the processor gives, measured in the same process and between the layers.</summary>
internal sealed class Processor
{
    private const int Rounds = 200_000;
    private const int Sums = 12;

    /// <summary>The best multiply-add rate seen so far, in GFLOP/s of one core.</summary>
    public double Peak { get; private set; }

    /// <summary>The best clock seen so far, in GHz: dependent additions take a cycle each.</summary>
    public double Clock { get; private set; }

    /// <summary>What two 256-bit multiply-add ports give at the clock; processors with two 512-bit ports give twice as much.</summary>
    public double TwoPorts => Clock * 2 * Vector256<float>.Count * 2;

    /// <summary>Measures again and returns what the processor gave this time, in GFLOP/s.</summary>
    public double Measure()
    {
        double best = 0;
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            float sum = Vector256.IsHardwareAccelerated ? Multiply<Simd256, Vector256<float>>() : Multiply<Simd128, Vector128<float>>();
            best = Math.Max(best, Rate(start, sum, Vector256.IsHardwareAccelerated ? Simd256.Lanes : Simd128.Lanes));
            if (Vector512.IsHardwareAccelerated)
            {
                start = Stopwatch.GetTimestamp();
                best = Math.Max(best, Rate(start, Multiply<Simd512, Vector512<float>>(), Simd512.Lanes));
            }

            start = Stopwatch.GetTimestamp();
            long count = Count(10 * Rounds);
            Clock = Math.Max(Clock, count / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9);
        }

        Peak = Math.Max(Peak, best);
        return best;
    }

    private static double Rate(long start, float sum, int lanes)
    {
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return float.IsNaN(sum) ? 0 : 2.0 * Sums * lanes * Rounds / seconds / 1e9;
    }

    // Twelve independent sums hide the latency of four cycles on two ports.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Multiply<TSimd, TVector>()
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        float factor = 0.999f;
        float addend = 0.001f;
        TVector a = TSimd.Broadcast(ref factor, 0), b = TSimd.Broadcast(ref addend, 0);
        TVector s0 = b, s1 = b, s2 = b, s3 = b, s4 = b, s5 = b, s6 = b, s7 = b, s8 = b, s9 = b, s10 = b, s11 = b;
        for (int i = 0; i < Rounds; i++)
        {
            s0 = TSimd.MultiplyAdd(s0, a, b);
            s1 = TSimd.MultiplyAdd(s1, a, b);
            s2 = TSimd.MultiplyAdd(s2, a, b);
            s3 = TSimd.MultiplyAdd(s3, a, b);
            s4 = TSimd.MultiplyAdd(s4, a, b);
            s5 = TSimd.MultiplyAdd(s5, a, b);
            s6 = TSimd.MultiplyAdd(s6, a, b);
            s7 = TSimd.MultiplyAdd(s7, a, b);
            s8 = TSimd.MultiplyAdd(s8, a, b);
            s9 = TSimd.MultiplyAdd(s9, a, b);
            s10 = TSimd.MultiplyAdd(s10, a, b);
            s11 = TSimd.MultiplyAdd(s11, a, b);
        }

        TVector sum = TSimd.MultiplyAdd(s0, s1, TSimd.MultiplyAdd(s2, s3, TSimd.MultiplyAdd(s4, s5, s6)));
        sum = TSimd.MultiplyAdd(sum, s7, TSimd.MultiplyAdd(s8, s9, TSimd.MultiplyAdd(s10, s11, b)));
        Span<float> lanes = stackalloc float[Simd512.Lanes];
        TSimd.Store(sum, ref lanes[0], 0);
        return lanes[0];
    }

    // A chain that the compiler cannot shorten: every step needs the last one's result.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Count(int steps)
    {
        long a = steps;
        long b = 1;
        for (int i = 0; i < steps; i += 10)
        {
            a += b; b ^= a; a += b; b ^= a; a += b; b ^= a; a += b; b ^= a; a += b; b ^= a;
        }

        return (a ^ b) == 0 ? 0 : steps;
    }
}
