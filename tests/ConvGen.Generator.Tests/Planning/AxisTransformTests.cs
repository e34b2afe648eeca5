namespace ConvGen.Generator.Tests.Planning;

public class AxisTransformTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(2, 3)]
    [InlineData(4, 3)]
    public void Products_of_transforms_are_outputs(int outputs, int taps)
    {
        var transform = new AxisTransform(outputs, taps, HasRaw: false);
        int[] inputs = [.. Enumerable.Range(0, transform.Points).Select(static i => (7 * i * i) - (11 * i) + 3)];
        int[] weights = [.. Enumerable.Range(0, taps).Select(static i => 5 - (8 * i))];
        double[] products =
        [
            .. Enumerable.Range(0, transform.Points).Select(point =>
                Dot(transform.InputFactors(point), inputs) * Dot(transform.WeightFactors(point), weights) / transform.Divisor(point)),
        ];

        for (int output = 0; output < outputs; output++)
        {
            double sum = transform.OutputFactors(output).Zip(products, static (factor, product) => factor * product).Sum();
            // Quotients by 3 and 15 are rounded.
            Assert.Equal(weights.Select((weight, tap) => weight * inputs[output + tap]).Sum(), sum, tolerance: 1e-9);
        }
    }

    [Fact]
    public void Points_are_few_and_exact()
    {
        var transform = new AxisTransform(3, 2, HasRaw: true);

        Assert.Equal([0, 1, -1], transform.FinitePoints);
        Assert.Equal([1, 0, -1, 0], transform.InputFactors(0));
        Assert.Equal([1, -1], transform.WeightFactors(2));
        Assert.Equal([0, 1, 1, 1], transform.OutputFactors(2));
        Assert.Equal([1, 2, 2, 1], Enumerable.Range(0, 4).Select(transform.Divisor));
        Assert.Equal("3x2Raw", transform.Name);
    }

    [Fact]
    public void Transform_of_four_outputs_has_two_points_more()
    {
        var transform = new AxisTransform(4, 3, HasRaw: false);

        Assert.Equal([0, 1, -1, 2, -0.5], transform.FinitePoints);
        Assert.Equal([1, 1.5, -2, -1.5, 1, 0], transform.InputFactors(0));
        Assert.Equal([0, -2, 1, 2, -1, 0], transform.InputFactors(4));
        Assert.Equal([1, -0.5, 0.25], transform.WeightFactors(4));
        Assert.Equal([0, 1, -1, 8, -0.125, 1], transform.OutputFactors(3));
        Assert.Equal([1, 3, 3, 15, 0.9375, 1], Enumerable.Range(0, 6).Select(transform.Divisor));
    }

    private static double Dot(double[] factors, int[] values) => factors.Zip(values, static (factor, value) => factor * value).Sum();
}
