using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Rows so wide that boxes are parts of them, a line at a time in the direct forms, a patch high in a Winograd form.</summary>
public class WideRowsTests
{
    private static readonly LayerCase s_layer = new()
    {
        Name = "wide", N = 1, Cin = 16, Cout = 9, In = [3, 20_000], K = [4, 3], S = [2, 2], P = [1, 1], Op = [0, 1], D = [1, 1],
    };

    [Fact]
    public void Parts_of_rows_are_written_where_they_belong()
    {
        (float[] x, float[] w, float[] b) = WholeNumbers.For(s_layer);
        float[] expected = Array.ConvertAll(ScatterReference.Compute(s_layer, x, w, b).Y, value => (float)value);

        foreach (PlainForward forward in (PlainForward[])[Plane.Channels.Forward, Plane.Pixels.Forward])
        {
            var output = new float[expected.Length];
            output.AsSpan().Fill(float.NaN);
            forward(new(x, s_layer.InputShape), w, b, new(output, s_layer.OutputShape));
            int wrong = output.AsSpan().CommonPrefixLength(expected);
            Assert.True(wrong == expected.Length, $"[{wrong}] is wrong");
        }
    }

    [Fact]
    public void Parts_of_several_rows_are_written_where_they_belong()
    {
        LayerCase layer = s_layer with { Cin = 24, Cout = 16, In = [3, 9000], K = [4, 4], Op = [0, 0] };
        (float[] x, float[] w, float[] b) = WholeNumbers.For(layer);
        float[] expected = Array.ConvertAll(ScatterReference.Compute(layer, x, w, b).Y, value => (float)value);
        PackedWeights weights = Up.Pack(w, b, layer.Cin, layer.Cout);
        var output = new float[expected.Length];

        Assert.Equal(Algorithm.Winograd3, weights.Algorithm);
        Up.Forward(new(x, layer.InputShape), weights, new(output, layer.OutputShape));
        int wrong = output.AsSpan().CommonPrefixLength(expected);
        Assert.True(wrong == expected.Length, $"[{wrong}] is wrong");
    }
}
