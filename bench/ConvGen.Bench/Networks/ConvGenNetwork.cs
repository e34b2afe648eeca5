namespace ConvGen.Bench.Networks;

/// <summary>ConvGen's turn at a network.</summary>
internal sealed class ConvGenNetwork(INetwork network, AlignedFloats input, int threads) : IPreparedLayer
{
    private readonly int[] _inputShape = network.InputShape;
    private readonly int[] _outputShape = network.OutputShape;
    private readonly AlignedFloats _output = new(network.OutputShape);

    public string Layout => "NCHW";

    public void Run() => network.Run(new(input.Span, _inputShape), new(_output.Span, _outputShape), threads);

    public void CopyOutput(Span<float> output) => _output.Span.CopyTo(output);

    public void Dispose() => _output.Dispose();
}
