using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Eight phases, or the first of eight, to the outputs of a tile and to nothing beyond it.</summary>
public class StoreEightsTests
{
    public static TheoryData<int> Distances => [5, 6, 7, 8, 16];

    [Theory]
    [MemberData(nameof(Distances))]
    public void Lands_where_its_phase_does(int distance)
    {
        Agrees<SimdScalar, float>(distance);
        Agrees<Simd128, Vector128<float>>(distance);
        Agrees<Simd256, Vector256<float>>(distance);
        Agrees<Simd512, Vector512<float>>(distance);
    }

    private static void Agrees<TSimd, TVector>(int distance)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        int lanes = TSimd.Lanes;
        float[] numbers = [.. Enumerable.Range(0, 8 * lanes).Select(i => (float)i)];
        ref float source = ref numbers[0];
        // Outputs end with the last phase of the last position.
        int phases = Math.Min(8, distance);
        var target = new GuardedBuffer([.. Enumerable.Repeat(-1f, ((lanes - 1) * distance) + phases)]);

        TSimd.StoreEights(
            TSimd.Load(ref source, 0),
            TSimd.Load(ref source, lanes),
            TSimd.Load(ref source, 2 * lanes),
            TSimd.Load(ref source, 3 * lanes),
            TSimd.Load(ref source, 4 * lanes),
            TSimd.Load(ref source, 5 * lanes),
            TSimd.Load(ref source, 6 * lanes),
            TSimd.Load(ref source, 7 * lanes),
            ref MemoryMarshal.GetReference(target.Elements),
            distance);

        float[] expected = [.. Enumerable.Repeat(-1f, target.Elements.Length)];
        for (int position = 0; position < lanes; position++)
        {
            for (int phase = 0; phase < phases; phase++)
            {
                expected[(position * distance) + phase] = (phase * lanes) + position;
            }
        }

        Assert.Equal(expected, target.Elements);
        Assert.True(target.IsIntact);
    }
}
