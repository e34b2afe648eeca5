using ConvGen.Testing;
using Microsoft.ML.OnnxRuntime;

namespace ConvGen.Bench.Peers;

/// <summary>A session of one node whose output was allocated before.</summary>
internal sealed class OnnxRuntimeLayer : IPreparedLayer
{
    private static readonly string[] s_inputs = ["x"];
    private static readonly string[] s_outputs = ["y"];

    private readonly RunOptions _options = new();
    private readonly AlignedFloats _output;
    private readonly InferenceSession _session;
    private readonly OrtValue[] _x;
    private readonly OrtValue[] _y;

    /// <param name="data">The layer.</param>
    /// <param name="threads">Threads, the caller's included.</param>
    public OnnxRuntimeLayer(LayerData data, int threads)
    {
        LayerCase layer = data.Layer;
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        _session = new InferenceSession(OnnxModel.Write(data), options);
        _output = new AlignedFloats(data.OutputLength);
        _x = [Tensor(data.Input, layer.InputShape)];
        _y = [Tensor(_output, layer.OutputShape)];
        try
        {
            // Some layers are refused no sooner than when they run.
            Run();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Layout => "NCHW";

    public void Run() => _session.Run(_options, s_inputs, _x, s_outputs, _y);

    public void CopyOutput(Span<float> output) => _output.Span.CopyTo(output);

    public void Dispose()
    {
        _y[0].Dispose();
        _x[0].Dispose();
        _session.Dispose();
        _options.Dispose();
        _output.Dispose();
    }

    private static unsafe OrtValue Tensor(AlignedFloats elements, int[] shape) => OrtValue.CreateTensorValueWithData(
        OrtMemoryInfo.DefaultInstance,
        Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float,
        Array.ConvertAll(shape, length => (long)length),
        (nint)elements.Pointer,
        elements.Bytes);
}
