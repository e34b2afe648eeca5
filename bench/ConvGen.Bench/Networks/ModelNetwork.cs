using ConvGen.Testing;

namespace ConvGen.Bench.Networks;

/// <summary>A model file that became a class.</summary>
internal sealed class ModelNetwork : INetwork
{
    private readonly CompiledNetwork _network;

    private ModelNetwork(string path, int[] inputShape)
    {
        _network = CompiledNetwork.Compile(path, inputShape);
        Name = Path.GetFileNameWithoutExtension(path);
        Model = File.ReadAllBytes(path);
    }

    public string Name { get; }

    public int[] InputShape => _network.Inputs.Single().Shape;

    public int[] OutputShape => _network.Outputs.Single().Shape;

    public byte[] Model { get; }

    /// <summary>Compiles a model.</summary>
    /// <param name="model">Its file, and behind a colon the shape of its input where it leaves that open.</param>
    public static ModelNetwork Open(string model)
    {
        (string path, int[] inputShape) = Parse(model);
        return new ModelNetwork(path, inputShape);
    }

    /// <summary>A model's file, and the shape behind it: none where none is given.</summary>
    public static (string Path, int[] InputShape) Parse(string model)
    {
        string[] parts = model.Split(':');
        return (parts[0], parts.Length > 1 ? ShapeText.Parse(parts[1]) : []);
    }

    public void Draw(Span<float> input)
    {
        var random = new Random(1);
        foreach (ref float element in input)
        {
            element = (2 * random.NextSingle()) - 1;
        }
    }

    public void Run(ReadOnlyTensorView<float> input, TensorView<float> output, int threads) => _network.Run(input, output, threads);

    public void Dispose()
    {
    }
}
