using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>Examples small enough to be checked by hand; all numbers are integers, so the results are exact.</summary>
public class TextbookTests
{
    public static TheoryData<float[], float[], int, float[]> Lines => new()
    {
        { [1, 0, 1, 1, 0, 1, 0], [1, 2, 3], 1, [1, 2, 4, 3, 5, 4, 2, 3, 0] },
        { [1, 0, 1, 1, 0, 1, 0], [1, 2, 1], 1, [1, 2, 2, 3, 3, 2, 2, 1, 0] },
        { [2, 3], [1, 2, 3], 2, [2, 4, 9, 6, 9] },
    };

    public static TheoryData<int, float[]> Squares => new()
    {
        { 0, [1, 1, 3, 2, 2, 0, 0, 0, 0, 0, 2, 2, 4, 2, 2, 0, 0, 0, 0, 0, -3, -3, -7, -4, -4] },
        { 1, [0, 0, 0, 2, 4, 2, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Line_spreads_over_its_kernel(float[] input, float[] kernel, int stride, float[] expected)
    {
        LayerCase layer = Layer([input.Length], [kernel.Length], [stride], [0]);

        Assert.Equal(expected, Run(layer, input, kernel));
    }

    [Theory]
    [MemberData(nameof(Squares))]
    public void Square_spreads_over_its_kernel(int padding, float[] expected)
    {
        LayerCase layer = Layer([2, 2], [3, 3], [2, 2], [padding, padding]);

        Assert.Equal(expected, Run(layer, [1, 2, 3, 4], [1, 1, 1, 0, 0, 0, -1, -1, -1]));
    }

    [Fact]
    public void Padding_shrinks_the_output()
    {
        Assert.Equal([2], CompiledLayer.Compile(Layer([4], [3], [1], [2])).OutputSize(4));
    }

    private static LayerCase Layer(int[] size, int[] k, int[] s, int[] p) => new()
    {
        Name = "textbook",
        Cin = 1,
        Cout = 1,
        In = size,
        K = k,
        S = s,
        P = p,
        Op = [.. k.Select(_ => 0)],
        D = [.. k.Select(_ => 1)],
        Bias = false,
    };

    private static float[] Run(LayerCase layer, float[] input, float[] kernel)
    {
        CompiledLayer compiled = CompiledLayer.Compile(layer);
        var output = new float[LayerCase.Elements(layer.Out)];
        compiled.Forward(new(input, layer.InputShape), kernel, [], new(output, layer.OutputShape));
        return output;
    }
}
