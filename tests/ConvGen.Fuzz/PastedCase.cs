using System.Globalization;
using System.Text;
using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>A case as a program to paste: it makes the arguments, calls the layer and prints what comes out.</summary>
public static class PastedCase
{
    // As many outputs are quoted.
    private const int MostQuoted = 24;

    /// <summary>The program, with what is wrong in its first lines.</summary>
    /// <param name="one">The case.</param>
    /// <param name="reason">What is wrong with it.</param>
    public static string Text(FuzzCase one, string reason)
    {
        LayerCase layer = one.Layer;
        var text = new StringBuilder();
        text.Append("// ").Append(one).Append('\n');
        foreach (string line in reason.Split('\n'))
        {
            text.Append("// ").Append(line.TrimEnd()).Append('\n');
        }

        string sizes = FormattableString.Invariant($"inChannels: {layer.Cin}, outChannels: {layer.Cout}");
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Linq;
            using ConvGen;

            var random = new Random({{one.Seed}});
            float[] x = Draw({{LayerCase.Elements(layer.InputShape)}}, {{one.Values.X.Text}});
            float[] w = Draw({{LayerCase.Elements(layer.WeightShape)}}, {{one.Values.W.Text}});
            float[] b = {{(layer.Bias ? string.Create(CultureInfo.InvariantCulture, $"Draw({layer.Cout}, {one.Values.B.Text})") : "[]")}};
            int[] input = [{{string.Join(", ", layer.InputShape)}}], output = [{{string.Join(", ", layer.OutputShape)}}];
            float[] y = new float[{{LayerCase.Elements(layer.OutputShape)}}];

            Found.Forward(new ReadOnlyTensorView<float>(x, input), Found.Pack(w, b, {{sizes}}), new TensorView<float>(y, output));
            Console.WriteLine(string.Join(" ", y));
            Found.Forward(
                new ReadOnlyTensorView<float>(x, input),
                Found.Pack(w, b, {{sizes}}, [{{string.Join(", ", layer.In)}}]),
                new TensorView<float>(y, output));
            Console.WriteLine(string.Join(" ", y));
            Found.Forward(new ReadOnlyTensorView<float>(x, input), w, b, new TensorView<float>(y, output));
            Console.WriteLine(string.Join(" ", y));
            // {{Expected(one)}}

            float[] Draw(int length, Func<Random, int, float> value) => [.. Enumerable.Range(0, length).Select(i => value(random, i))];

            [{{one.Request.AttributeText}}]
            internal static partial class Found;

            """);
        return text.ToString();
    }

    private static string Expected(FuzzCase one)
    {
        (float[] x, float[] w, float[] b) = one.Arguments();
        double[] y = ScatterReference.Compute(one.Layer, x, w, b).Y;
        IEnumerable<string> quoted = y.Take(MostQuoted).Select(value => value.ToString("G9", CultureInfo.InvariantCulture));
        return "expected: " + string.Join(" ", quoted) + (y.Length > MostQuoted ? " ..." : "");
    }
}
