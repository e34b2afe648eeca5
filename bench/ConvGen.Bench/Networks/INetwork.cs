namespace ConvGen.Bench.Networks;

/// <summary>A network that ConvGen's layers compute, and the same as a model for its peers; one input, one output.</summary>
internal interface INetwork : IDisposable
{
    string Name { get; }

    int[] InputShape { get; }

    int[] OutputShape { get; }

    /// <summary>The model as an ONNX file.</summary>
    byte[] Model { get; }

    /// <summary>Fills the input with what users would give.</summary>
    void Draw(Span<float> input);

    /// <summary>Computes the network once by ConvGen.</summary>
    void Run(ReadOnlyTensorView<float> input, TensorView<float> output, int threads);
}
