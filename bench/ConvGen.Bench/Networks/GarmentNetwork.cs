using ConvGen.Bench.Peers;
using ConvGen.OnnxProto;
using Generate;

namespace ConvGen.Bench.Networks;

/// <summary>The generator of <c>samples/Generate</c>. Its model is as PyTorch exports it: batch norms are nodes of their own.</summary>
internal sealed class GarmentNetwork : INetwork
{
    private readonly SafeTensors _file = SafeTensors.Open(Path.Combine(AppContext.BaseDirectory, "fashion_generator.safetensors"));
    private readonly GarmentGenerator _generator;
    private readonly int _batch;

    /// <param name="batch">Pictures of a call.</param>
    public GarmentNetwork(int batch)
    {
        _batch = batch;
        _generator = new GarmentGenerator(_file, batch);
        var graph = new GraphProto
        {
            Name = "generator",
            Input = { OnnxParts.Value("x", InputShape) },
            Output = { OnnxParts.Value("y", OutputShape) },
        };
        AddConvolution(graph, "x", "net.0", k: 7, s: 1, p: 0);
        AddNormAndRelu(graph, "net.0", "net.1", "net.2");
        AddConvolution(graph, "net.2", "net.3", k: 4, s: 2, p: 1);
        AddNormAndRelu(graph, "net.3", "net.4", "net.5");
        AddConvolution(graph, "net.5", "net.6", k: 4, s: 2, p: 1);
        AddNormAndRelu(graph, "net.6", "net.7", "net.8");
        AddConvolution(graph, "net.8", "net.9", k: 3, s: 1, p: 1);
        graph.Node.Add(new NodeProto { OpType = "Sigmoid", Input = { "net.9" }, Output = { "y" } });
        Model = OnnxParts.Model(graph);
    }

    public string Name => FormattableString.Invariant($"generator, batch {_batch}");

    public int[] InputShape => [_batch, GarmentGenerator.Inputs, 1, 1];

    public int[] OutputShape => [_batch, 1, GarmentGenerator.Side, GarmentGenerator.Side];

    public byte[] Model { get; }

    public void Draw(Span<float> input)
    {
        var random = new Random(1);
        for (int i = 0; i < _batch; i++)
        {
            float[] latents = [.. Enumerable.Range(0, GarmentGenerator.Latents).Select(_ => (2 * random.NextSingle()) - 1)];
            GarmentGenerator.Input(latents, i % GarmentGenerator.Classes.Count).CopyTo(input[(i * GarmentGenerator.Inputs)..]);
        }
    }

    public void Run(ReadOnlyTensorView<float> input, TensorView<float> output, int threads) => _generator.Forward(input, output, threads);

    public void Dispose() => _file.Dispose();

    private void AddConvolution(GraphProto graph, string input, string layer, int k, int s, int p)
    {
        graph.Node.Add(new NodeProto
        {
            OpType = "ConvTranspose",
            Input = { input, layer + ".weight", layer + ".bias" },
            Output = { layer },
            Attribute =
            {
                OnnxParts.Integers("kernel_shape", [k, k]),
                OnnxParts.Integers("strides", [s, s]),
                OnnxParts.Integers("pads", [p, p, p, p]),
            },
        });
        AddConstants(graph, layer, "weight", "bias");
    }

    private void AddNormAndRelu(GraphProto graph, string input, string norm, string relu)
    {
        // PyTorch's epsilon is ONNX's own.
        graph.Node.Add(new NodeProto
        {
            OpType = "BatchNormalization",
            Input = { input, norm + ".weight", norm + ".bias", norm + ".running_mean", norm + ".running_var" },
            Output = { norm },
        });
        AddConstants(graph, norm, "weight", "bias", "running_mean", "running_var");
        graph.Node.Add(new NodeProto { OpType = "Relu", Input = { norm }, Output = { relu } });
    }

    private void AddConstants(GraphProto graph, string layer, params string[] parameters)
    {
        foreach (string parameter in parameters)
        {
            WeightTensor tensor = _file[$"{layer}.{parameter}"];
            graph.Initializer.Add(OnnxParts.Tensor(tensor.Name, tensor.Shape, tensor.AsSpan()));
        }
    }
}
