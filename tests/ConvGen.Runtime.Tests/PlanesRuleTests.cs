using ConvGen.Geometry;
using ConvGen.Rules;

namespace ConvGen.Runtime.Tests;

public class PlanesRuleTests
{
    [Theory]
    [InlineData(2, 2, true, true)]
    [InlineData(3, 2, true, true)]
    [InlineData(4, 2, true, false)]
    [InlineData(8, 4, true, false)]
    [InlineData(6, 2, false, false)]
    [InlineData(9, 4, false, false)]
    [InlineData(8, 8, false, false)]
    public void Weights_are_held_where_registers_are_many_enough(int kernel, int stride, bool widest, bool any)
    {
        LayerGeometry layer = Square(rank: 2, kernel, stride);

        Assert.Equal(widest, PlanesRule.Holds(layer, isWidest: true));
        Assert.Equal(any, PlanesRule.Holds(layer, isWidest: false));
        Assert.False(PlanesRule.Holds(Square(rank: 1, kernel, stride), isWidest: true));
        Assert.False(PlanesRule.Holds(Square(rank: 3, kernel, stride), isWidest: true));
    }

    [Theory]
    [InlineData(4, 2, false)]
    [InlineData(8, 4, false)]
    [InlineData(16, 8, true)]
    [InlineData(32, 16, true)]
    [InlineData(24, 8, false)]
    [InlineData(64, 32, false)]
    public void Lines_are_enlarged_by_a_vector_of_outputs_to_an_input(int kernel, int stride, bool enlarges)
    {
        Assert.Equal(enlarges, PlanesRule.Enlarges(Square(rank: 2, kernel, stride)));
        Assert.False(PlanesRule.Enlarges(Square(rank: 3, kernel, stride)));
    }

    private static LayerGeometry Square(int rank, int kernel, int stride) => LayerGeometry.FromAxes(
        [.. Enumerable.Repeat(AxisGeometry.FromPyTorch(kernel, stride, padding: 0, outputPadding: 0, dilation: 1), rank)], groups: 1);
}
