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

        Ending ending = one.Request.Ending;
        string sizes = FormattableString.Invariant($"inChannels: {layer.Cin}, outChannels: {layer.Cout}");
        (string slope, string residual) = (ending.HasSlopes ? "a, " : "", ending.Residual == Residual.None ? "" : "new ReadOnlyTensorView<float>(r, output), ");
        (string read, string write, string made, string written) = one.Beside == default
            ? ("new ReadOnlyTensorView<float>(x, input)", "new TensorView<float>(y, output)", "{0}", "y")
            : ("Part(Wide(x, input), input)", "Part(y, output)", "Wide({0}, output)", "Narrow(y, output)");
        string outputs = string.Format(
            CultureInfo.InvariantCulture, made, FormattableString.Invariant($"new float[{LayerCase.Elements(layer.OutputShape)}]"));
        text.Append(CultureInfo.InvariantCulture, $$"""
            using System;
            using System.Linq;
            using ConvGen;

            var random = new Random({{one.Seed}});
            float[] x = Draw({{LayerCase.Elements(layer.InputShape)}}, {{one.Values.X.Text}});
            float[] w = Draw({{LayerCase.Elements(layer.WeightShape)}}, {{one.Values.W.Text}});
            float[] b = {{(layer.Bias ? string.Create(CultureInfo.InvariantCulture, $"Draw({layer.Cout}, {one.Values.B.Text})") : "[]")}};
            int[] input = [{{string.Join(", ", layer.InputShape)}}], output = [{{string.Join(", ", layer.OutputShape)}}];
            float[] y = {{outputs}};
            {{EndArguments(one)}}
            Found.Forward({{read}}, Found.Pack(w, b, {{slope}}{{sizes}}), {{residual}}{{write}});
            Console.WriteLine(string.Join(" ", {{written}}));
            Found.Forward(
                {{read}},
                Found.Pack(w, b, {{slope}}{{sizes}}, [{{string.Join(", ", layer.In)}}]),
                {{residual}}{{write}});
            Console.WriteLine(string.Join(" ", {{written}}));
            Found.Forward({{read}}, w, b, {{slope}}{{residual}}{{write}});
            Console.WriteLine(string.Join(" ", {{written}}));
            // {{Expected(one)}}

            float[] Draw(int length, Func<Random, int, float> value) => [.. Enumerable.Range(0, length).Select(i => value(random, i))];
            {{Parts(one)}}
            [{{one.Request.AttributeText}}]
            internal static partial class Found;

            """);
        return text.ToString();
    }

    private static string EndArguments(FuzzCase one)
    {
        (float[] residuals, float[] slopes) = one.EndArguments();
        return (residuals.Length == 0 && slopes.Length == 0 ? "" : FormattableString.Invariant($"random = new Random({~one.Seed});\n"))
            + (residuals.Length == 0 ? "" : FormattableString.Invariant($"float[] r = Draw({residuals.Length}, {ValueKind.Uniform.X.Text});\n"))
            + (slopes.Length == 0 ? "" : FormattableString.Invariant(
                $"float[] a = Array.ConvertAll(Draw({slopes.Length}, {ValueKind.Uniform.X.Text}), slope => slope + 1);\n"));
    }

    // Tensors of which the arguments are parts, NaN beside them.
    private static string Parts(FuzzCase one) => one.Beside == default ? "" : string.Create(CultureInfo.InvariantCulture, $$"""
        TensorView<float> Part(float[] wide, int[] shape) =>
            new TensorView<float>(wide, [shape[0], shape[1] + {{one.Beside.Before + one.Beside.After}}, .. shape[2..]]).Slice(1, {{one.Beside.Before}}, shape[1]);

        int Pixels(int[] shape) => shape[2..].Aggregate(1, (product, length) => product * length);

        float[] Wide(float[] part, int[] shape) => [.. part.Chunk(shape[1] * Pixels(shape)).SelectMany(image => Enumerable
            .Repeat(float.NaN, {{one.Beside.Before}} * Pixels(shape)).Concat(image).Concat(Enumerable.Repeat(float.NaN, {{one.Beside.After}} * Pixels(shape))))];

        float[] Narrow(float[] wide, int[] shape) => [.. wide.Chunk((shape[1] + {{one.Beside.Before + one.Beside.After}}) * Pixels(shape))
            .SelectMany(image => image.Skip({{one.Beside.Before}} * Pixels(shape)).Take(shape[1] * Pixels(shape)))];

        """);

    private static string Expected(FuzzCase one)
    {
        (float[] x, float[] w, float[] b) = one.Arguments();
        double[] y = ScatterReference.Compute(one.Layer, x, w, b).Y;
        IEnumerable<string> quoted = y.Take(MostQuoted)
            .Select((sum, i) => one.EndOf(sum, i).ToString("G9", CultureInfo.InvariantCulture));
        return "expected: " + string.Join(" ", quoted) + (y.Length > MostQuoted ? " ..." : "");
    }
}
