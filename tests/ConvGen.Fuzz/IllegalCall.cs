using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>
/// Calls of a right layer with one argument that is wrong: each must be an <see cref="ArgumentException"/>, before anything is written.
/// </summary>
internal static class IllegalCall
{
    private const float Untouched = -12345.678f;

    /// <summary>Makes a few such calls.</summary>
    /// <returns>A line for each that was accepted, or refused too late.</returns>
    /// <exception cref="Exception">What a call threw, where that is no <see cref="ArgumentException"/>.</exception>
    public static IEnumerable<string> Accepted(CompiledLayer layer, GoldenCase golden, int seed)
    {
        var random = new Random(seed);
        PackedWeights packed = layer.Pack(golden.W, golden.B);
        (int[] input, int[] output) = (golden.Layer.InputShape, golden.Layer.OutputShape);
        string?[] lines =
        [
            WhenShaped("input", Bent(input, random, golden.Layer), output),
            WhenShaped("output", input, Bent(output, random, layer: null)),
            Accepted("a longer weight", output, y => layer.Forward(new(golden.X, input), [.. golden.W, 0], golden.B, new(y, output))),
            Accepted("a shorter weight", output, y => layer.Forward(new(golden.X, input), golden.W.AsSpan(1), golden.B, new(y, output))),
            Accepted("a longer bias", output, y => layer.Forward(
                new(golden.X, input), golden.W, new float[golden.Layer.Cout + 1], new(y, output))),
            Accepted("0 threads", output, y => layer.Forward(new(golden.X, input), packed, new(y, output), 0)),
            Accepted("a range beyond the units", output, y => layer.ForwardRange(
                new(golden.X, input), packed, new(y, output), 0, layer.WorkUnits(new(golden.X, input), packed, new(y, output)) + 1)),
        ];
        return lines.OfType<string>();

        string? WhenShaped(string name, int[] x, int[] y) =>
            Accepted($"the {name} shape ({string.Join(", ", name == "input" ? x : y)})", y, values =>
            {
                var elements = new float[LayerCase.Elements(x)];
                if (random.Next(2) == 0)
                {
                    layer.Forward(new(elements, x), packed, new(values, y));
                }
                else
                {
                    layer.Forward(new(elements, x), golden.W, golden.B, new(values, y));
                }
            });
    }

    // One axis longer, or shorter where that leaves a length, or one axis less than the layer can have.
    // Inputs of an ordinary convolution may differ by less than its stride.
    private static int[] Bent(int[] shape, Random random, LayerCase? layer)
    {
        int[] bent = [.. shape];
        int axis = random.Next(shape.Length + 1);
        if (axis == shape.Length)
        {
            return shape[..^2];
        }

        int step = layer is { IsOrdinary: true } && axis >= 2 ? layer.S[axis - 2] : 1;
        bent[axis] += bent[axis] >= step && random.Next(2) == 0 ? -step : step;
        return bent;
    }

    private static string? Accepted(string what, int[] shape, Action<float[]> call)
    {
        var output = new float[LayerCase.Elements(shape)];
        Array.Fill(output, Untouched);
        try
        {
            call(output);
            return $"{what} was not refused";
        }
        catch (ArgumentException)
        {
            return output.AsSpan().ContainsAnyExcept(Untouched) ? $"{what} was refused after the output was written" : null;
        }
    }
}
