namespace ConvGen.Runtime.Tests;

/// <summary>Packed weights compute by themselves what their class computes from them.</summary>
public class LayerObjectTests
{
    [Fact]
    public void Outputs_are_those_of_the_class()
    {
        float[] x = [.. Enumerable.Range(0, 24).Select(static i => i - 11.5f)], w = [.. Enumerable.Range(0, 96).Select(static i => i % 7 - 3f)];
        PackedWeights layer = Up.Pack(w, [1, 2, 3], 2, 3);
        int[] shape = layer.OutputShape(new(x, 1, 2, 3, 4));
        float[] expected = new float[144], actual = new float[144];

        Up.Forward(new(x, 1, 2, 3, 4), layer, new(expected, shape));
        layer.Forward(new(x, 1, 2, 3, 4), new(actual, shape), maxDegreeOfParallelism: -1);

        Assert.Equal([1, 3, 6, 8], shape);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Residuals_are_added()
    {
        float[] x = [1, -2, 3, -4], residual = [10, 1, -10, 1], actual = new float[4];
        PackedWeights layer = Ended.Before.Pack([0, 0, 0, 0, 2, 0, 0, 0, 0], [], 1, 1);

        layer.Forward(new(x, 1, 2, 2), new ReadOnlyTensorView<float>(residual, 1, 2, 2), new TensorView<float>(actual, 1, 2, 2));

        Assert.Equal([12, 0, 0, 0], actual);
    }

    [Fact]
    public void A_residual_that_is_missing_is_refused()
    {
        PackedWeights layer = Ended.Before.Pack(new float[9], [], 1, 1);

        var thrown = Assert.Throws<ArgumentException>(() => layer.Forward(new(new float[4], 1, 2, 2), new(new float[4], 1, 2, 2)));

        Assert.StartsWith("The residual is ", thrown.Message, StringComparison.Ordinal);
    }
}
