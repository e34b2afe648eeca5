using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Vectors of sums, one per phase, to outputs in turn, each with the bias and nothing beyond them.</summary>
public class InterleavedStoreTests
{
    private const float Bias = 0.5f;

    public static TheoryData<int, int> PhasesAndSteps => new()
    {
        { 2, 2 },
        { 3, 3 },
        { 4, 4 },
        { 4, 12 },
        { 8, 5 },
        { 8, 8 },
        { 8, 16 },
    };

    [Theory]
    [MemberData(nameof(PhasesAndSteps))]
    public void Outputs_are_sums_and_bias(int phases, int step)
    {
        Agrees<SimdScalar, float>(phases, step);
        Agrees<Simd128, Vector128<float>>(phases, step);
        Agrees<Simd256, Vector256<float>>(phases, step);
        Agrees<Simd512, Vector512<float>>(phases, step);
    }

    private static void Agrees<TSimd, TVector>(int phases, int step)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        int lanes = TSimd.Lanes;
        float[] sums = [.. Enumerable.Range(1, phases * lanes).Select(i => (float)i)];
        TVector[] s = [.. Enumerable.Range(0, phases).Select(phase => TSimd.Load(ref sums[phase * lanes], 0))];
        int written = Math.Min(phases, step);
        var target = new GuardedBuffer([.. Enumerable.Repeat(-1f, ((lanes - 1) * step) + written)]);
        float bias = Bias;
        TVector b = TSimd.Broadcast(ref bias, 0);
        ref float place = ref target.Elements[0];
        switch (phases)
        {
            case 2: InterleavedStore.Pairs<TSimd, TVector>(s[0], s[1], b, ref place, 0); break;
            case 3: InterleavedStore.Triples<TSimd, TVector>(s[0], s[1], s[2], b, ref place, 0); break;
            case 4: InterleavedStore.Quads<TSimd, TVector>(s[0], s[1], s[2], s[3], b, ref place, step); break;
            default: InterleavedStore.Eights<TSimd, TVector>(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], b, ref place, step); break;
        }

        float[] expected = [.. Enumerable.Repeat(-1f, target.Elements.Length)];
        for (int i = 0; i < lanes * written; i++)
        {
            (int position, int phase) = Math.DivRem(i, written);
            expected[(position * step) + phase] = sums[(phase * lanes) + position] + Bias;
        }

        Assert.Equal(expected, target.Elements);
        Assert.True(target.IsIntact);
    }
}
