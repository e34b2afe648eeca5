using System.Diagnostics;
using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>ConvGen's turn at a layer.</summary>
internal sealed class ConvGenLayer : IPreparedLayer
{
    /// <summary>How many threads a call can use.</summary>
    public static int MostThreads => Environment.ProcessorCount;

    private const int PackRepeats = 3;

    private readonly CompiledLayer _compiled;
    private readonly LayerData _data;
    private readonly AlignedFloats _output;
    private readonly int[] _inputShape;
    private readonly int[] _outputShape;
    private readonly int _threads;

    public ConvGenLayer(CompiledLayer compiled, LayerData data, int threads)
    {
        (_compiled, _data, _threads) = (compiled, data, Math.Min(threads, MostThreads));
        (_inputShape, _outputShape) = (data.Layer.InputShape, data.Layer.OutputShape);
        _output = new AlignedFloats(data.OutputLength);
        PackMilliseconds = double.PositiveInfinity;
        for (int i = 0; i < PackRepeats; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Weights = compiled.PackForSize(data.Weight.Span, data.Bias.Span);
            PackMilliseconds = Math.Min(PackMilliseconds, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    public string Layout => "NCHW";

    /// <summary>How many threads the calls here use.</summary>
    public int Threads => _threads;

    public PackedWeights Weights { get; } = null!;

    /// <summary>The fastest of a few.</summary>
    public double PackMilliseconds { get; }

    /// <summary>Scratch memory of a thread.</summary>
    public long ScratchBytes => _compiled.ScratchBytes(Input, Weights, Output);

    private ReadOnlyTensorView<float> Input => new(_data.Input.Span, _inputShape);

    private TensorView<float> Output => new(_output.Span, _outputShape);

    public void Run() => _compiled.Forward(Input, Weights, Output, _threads);

    public void CopyOutput(Span<float> output) => _output.Span.CopyTo(output);

    public void Dispose() => _output.Dispose();
}
