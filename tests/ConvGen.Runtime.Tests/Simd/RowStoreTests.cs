using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>A vector of the operations of rows to as many outputs, floats in any case, and to nothing beyond them.</summary>
public class RowStoreTests
{
    [Fact]
    public void Floats()
    {
        Agrees<SimdScalar, float, float>();
        Agrees<Simd128, Vector128<float>, float>();
        Agrees<Simd256, Vector256<float>, float>();
        Agrees<Simd512, Vector512<float>, float>();
    }

    [Fact]
    public void Doubles()
    {
        Agrees<DoubleSimdScalar, double, double>();
        Agrees<DoubleSimd128, WideVector128, double>();
        Agrees<DoubleSimd256, Vector256<double>, double>();
        Agrees<DoubleSimd512, Vector512<double>, double>();
    }

    private static void Agrees<TSimd, TVector, TNumber>()
        where TSimd : struct, IRowSimd<TVector>
        where TVector : struct
        where TNumber : unmanaged
    {
        int[] values = [.. Enumerable.Range(1, TSimd.Lanes)];
        TNumber[] numbers = [.. values.Select(i => (TNumber)Convert.ChangeType(i, typeof(TNumber)))];
        ref float source = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<TNumber, float>(numbers));
        var target = new GuardedBuffer(new float[3 + TSimd.Lanes]);

        TSimd.Store(TSimd.Load(ref source, 0), ref target.Elements[0], 3);

        Assert.True(target.IsIntact);
        Assert.Equal([0, 0, 0, .. values.Select(value => (float)value)], target.Elements.ToArray());
    }
}
