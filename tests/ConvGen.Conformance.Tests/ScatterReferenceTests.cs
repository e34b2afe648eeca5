using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

[Trait("Level", "Any")]
public class ScatterReferenceTests
{
    public static TheoryData<string> Names => GoldenFolder.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Reference_rounds_to_the_oracle(string name)
    {
        GoldenCase golden = GoldenCase.Load(GoldenFolder.Location, GoldenFolder.Layers.Single(layer => layer.Name == name));

        var reference = ScatterReference.Compute(golden.Layer, golden.X, golden.W, golden.B);

        for (int i = 0; i < golden.Y.Length; i++)
        {
            // Both add in float64 in their own order, then PyTorch's sum is rounded once.
            double bound = (Tolerance.UnitRoundoff * Math.Abs(golden.Y[i])) + (1e-14 * (reference.SumAbs[i] + 1));
            Assert.InRange(reference.Y[i] - golden.Y[i], -bound, bound);
        }
    }

    [Fact]
    public void Products_are_counted_where_they_fall()
    {
        var layer = new LayerCase { Name = "overlap", Cin = 2, Cout = 1, In = [2], K = [3], S = [2], P = [0], Op = [1], D = [1] };

        var reference = ScatterReference.Compute(layer, [1, -2, 3, 4], [1, -1, 2, 1, 1, 1], [10]);

        Assert.Equal([14.0, 12, 17, 16, 10, 10], reference.Y);
        Assert.Equal([4.0, 4, 11, 6, 8, 0], reference.SumAbs);
        Assert.Equal([2, 2, 4, 2, 2, 0], reference.Products);
    }
}
