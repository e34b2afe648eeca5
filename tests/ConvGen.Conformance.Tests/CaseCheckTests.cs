using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

[Trait("Level", "Any")]
public class CaseCheckTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void Guarded_buffer_notices_a_write_outside(int element)
    {
        var buffer = new GuardedBuffer([1, 2, 3, 4]);
        Assert.True(buffer.IsIntact);

        Unsafe.Add(ref MemoryMarshal.GetReference(buffer.Elements), element) = 0;

        Assert.False(buffer.IsIntact);
        Assert.Equal([1, 2, 3, 4], buffer.Elements.ToArray());
    }

    [Theory]
    [InlineData(1.5f, 1.0, 0.5, true)]
    [InlineData(1.5f, 1.0, 0.4, false)]
    [InlineData(float.NaN, 1.0, 0.5, false)]
    [InlineData(1f, double.NaN, double.NaN, false)]
    [InlineData(float.NaN, double.NaN, double.NaN, true)]
    [InlineData(float.PositiveInfinity, double.PositiveInfinity, double.NaN, true)]
    [InlineData(float.NegativeInfinity, double.PositiveInfinity, double.NaN, false)]
    public void Results_are_accepted_within_the_bound(float got, double expected, double bound, bool accepted) =>
        Assert.Equal(accepted, Tolerance.Accepts(got, expected, bound));

    [Fact]
    public void Bound_follows_the_formula()
    {
        var layer = new LayerCase { Name = "sum", Cin = 4, Cout = 1, In = [1], K = [1], S = [1], P = [0], Op = [0], D = [1], Bias = false };
        var reference = ScatterReference.Compute(layer, [1, -2, 3, -4], [1, 1, 1, 1], []);

        Assert.Equal((((8 * 2 * 10) + (2 * 2)) / 16777216.0) + (4 * Math.Pow(2, -149)), Tolerance.Bound(reference, 0, -2));
    }

    [Fact]
    public void A_dropped_product_is_a_mismatch()
    {
        LayerCase layer = GoldenFolder.Layers.Single(layer => layer.Name == "k4s2p1");
        GoldenCase golden = GoldenCase.FromSeed(layer, seed: 1);
        float dropped = golden.X[0] * golden.W[5];
        float[] y = [golden.Y[0] - dropped, .. golden.Y[1..]];

        IEnumerable<string> mismatches = new CaseCheck(CompiledLayer.Compile(layer), golden with { Y = y }).Mismatches();

        Assert.Equal(3, mismatches.Count(line => line.Contains("[0, 0, 0, 0]", StringComparison.Ordinal)));
    }
}
