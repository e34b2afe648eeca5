namespace ConvGen.Testing;

/// <summary>A layer with arguments and the result that an oracle computed: one row of <c>cases.csv</c> and its <c>.npz</c>.</summary>
/// <param name="Layer">The parameters.</param>
/// <param name="X">Input, (N, Cin, in...).</param>
/// <param name="W">Weight, (Cin, Cout/g, k...).</param>
/// <param name="B">Bias, or empty.</param>
/// <param name="Y">Expected output, (N, Cout, out...).</param>
public sealed record GoldenCase(LayerCase Layer, float[] X, float[] W, float[] B, float[] Y)
{
    /// <summary>The definition's results, where they are there already.</summary>
    public ScatterReference? Reference { get; init; }

    /// <summary>Reads the arrays of a case from its folder.</summary>
    /// <exception cref="FileNotFoundException">There is no file for the case.</exception>
    /// <exception cref="InvalidDataException">An array is missing, broken, or of another shape than the parameters give.</exception>
    public static GoldenCase Load(string folder, LayerCase layer)
    {
        string name = layer.Name + ".npz";
        string path = Path.Combine(folder, name);
        using NumpyFile file = File.Exists(path) ? NumpyFile.Open(path) : throw new FileNotFoundException($"{name} is missing.", path);
        return new GoldenCase(
            layer,
            Read(file, "x", layer.InputShape),
            Read(file, "w", layer.WeightShape),
            layer.Bias ? Read(file, "b", [layer.Cout]) : [],
            Read(file, "y", layer.OutputShape));
    }

    /// <summary>Random arguments, and the results of the reference rounded once to float32.</summary>
    public static GoldenCase FromSeed(LayerCase layer, int seed)
    {
        (float[] x, float[] w, float[] b) = DrawArguments(layer, seed);
        var reference = ScatterReference.Compute(layer, x, w, b);
        return new GoldenCase(layer, x, w, b, Array.ConvertAll(reference.Y, value => (float)value)) { Reference = reference };
    }

    /// <summary>Random arguments between -1 and 1; no bias where the layer has none.</summary>
    public static (float[] X, float[] W, float[] B) DrawArguments(LayerCase layer, int seed)
    {
        var random = new Random(seed);
        return (Draw(random, layer.InputShape), Draw(random, layer.WeightShape), layer.Bias ? Draw(random, [layer.Cout]) : []);
    }

    private static float[] Draw(Random random, int[] shape)
    {
        var values = new float[LayerCase.Elements(shape)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (2 * random.NextSingle()) - 1;
        }

        return values;
    }

    private static float[] Read(NumpyFile file, string name, int[] shape)
    {
        WeightTensor array = file.TryGet(name, out WeightTensor? found) ? found : throw new InvalidDataException($"There is no array '{name}'.");
        return array.Shape.SequenceEqual(shape)
            ? array.AsSpan().ToArray()
            : throw new InvalidDataException(
                $"The array '{name}' has the shape {LayerCase.List(array.Shape.ToArray())}; the parameters give {LayerCase.List(shape)}.");
    }
}
