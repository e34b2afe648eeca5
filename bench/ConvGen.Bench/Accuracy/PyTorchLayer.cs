namespace ConvGen.Bench.Accuracy;

/// <summary>A layer that another process computes.</summary>
internal sealed class PyTorchLayer(PyTorchProcess process, LayerData data, int threads) : IPreparedLayer
{
    private readonly AlignedFloats _output = new(data.OutputLength);

    public string Layout => "NCHW";

    public void Run() => process.Compute(data, threads, _output.Span);

    public void CopyOutput(Span<float> output) => _output.Span.CopyTo(output);

    public void Dispose() => _output.Dispose();
}
