using ConvGen.Geometry;

namespace ConvGen.Runtime.Tests;

[Trait("Level", "Any")]
public class OutputFitTests
{
    [Theory]
    [InlineData(3, 2, 1, 14, 28, 1, 1)]
    [InlineData(4, 2, 1, 14, 28, 1, 0)]
    [InlineData(2, 2, 1, 14, 29, 0, 1)]
    public void Paddings_of_a_wished_length(int kernel, int stride, int dilation, int input, int output, int padding, int outputPadding) =>
        Assert.Equal(new OutputFit(padding, outputPadding), OutputFit.Find(Axis(kernel, stride, dilation), input, output));

    [Fact]
    public void Every_length_that_legal_paddings_give_is_found()
    {
        foreach ((int kernel, int stride, int dilation) in ((int, int, int)[])[(1, 1, 1), (3, 1, 1), (3, 2, 1), (4, 2, 1), (2, 3, 1), (3, 2, 3)])
        {
            AxisGeometry axis = Axis(kernel, stride, dilation);
            for (int output = -1; output <= 30; output++)
            {
                OutputFit? fit = OutputFit.Find(axis, input: 5, output);
                if (fit is { } found)
                {
                    Assert.InRange(found.OutputPadding, 0, Math.Max(stride, dilation) - 1);
                    Assert.Equal(output, Padded((int)found.Padding, (int)found.OutputPadding).OutputLength(5));
                }
                else
                {
                    bool isPossible = output > 0 && Enumerable.Range(0, 30).Any(
                        padding => Enumerable.Range(0, Math.Max(stride, dilation)).Any(op => Padded(padding, op).OutputLength(5) == output));
                    Assert.False(isPossible, $"k {kernel} s {stride} d {dilation}: {output}");
                }
            }

            AxisGeometry Padded(int padding, int outputPadding) =>
                AxisGeometry.FromPyTorch(kernel, stride, padding, outputPadding, dilation);
        }
    }

    // Its own paddings do not count.
    private static AxisGeometry Axis(int kernel, int stride, int dilation) =>
        AxisGeometry.FromPyTorch(kernel, stride, padding: 1, outputPadding: 0, dilation);
}
