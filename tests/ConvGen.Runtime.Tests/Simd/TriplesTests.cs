using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Rows taken apart by threes and put together again, at every width.</summary>
public class TriplesTests
{
    [Fact]
    public void Lanes_of_three_vectors_in_turn()
    {
        Agrees<SimdScalar, float>();
        Agrees<Simd128, Vector128<float>>();
        Agrees<Simd256, Vector256<float>>();
        Agrees<Simd512, Vector512<float>>();
    }

    [Fact]
    public void Lanes_move_down_by_one()
    {
        Shifts<SimdScalar, float>();
        Shifts<Simd128, Vector128<float>>();
        Shifts<Simd256, Vector256<float>>();
        Shifts<Simd512, Vector512<float>>();
    }

    private static void Agrees<TSimd, TVector>()
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        int lanes = TSimd.Lanes;
        float[] row = [.. Enumerable.Range(0, 3 * lanes).Select(i => (float)i)];

        TSimd.LoadTriples(ref row[0], 0, out TVector a, out TVector b, out TVector c);

        Assert.Equal(Enumerable.Range(0, lanes).Select(i => 3f * i), Elements<TSimd, TVector>(a));
        Assert.Equal(Enumerable.Range(0, lanes).Select(i => (3f * i) + 1), Elements<TSimd, TVector>(b));
        Assert.Equal(Enumerable.Range(0, lanes).Select(i => (3f * i) + 2), Elements<TSimd, TVector>(c));

        var target = new GuardedBuffer(3 * lanes);
        InterleavedStore.Triples<TSimd, TVector>(a, b, c, default, ref MemoryMarshal.GetReference(target.Elements), 0);
        Assert.Equal(row, target.Elements);
        Assert.True(target.IsIntact);
    }

    private static void Shifts<TSimd, TVector>()
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        float[] row = [.. Enumerable.Range(0, 2 * TSimd.Lanes).Select(i => (float)i)];

        TVector shifted = TSimd.Shift(TSimd.Load(ref row[0], 0), TSimd.Load(ref row[0], TSimd.Lanes));

        Assert.Equal(row.Skip(1).Take(TSimd.Lanes), Elements<TSimd, TVector>(shifted));
    }

    private static float[] Elements<TSimd, TVector>(TVector vector)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        var elements = new float[TSimd.Lanes];
        TSimd.Store(vector, ref elements[0], 0);
        return elements;
    }
}
