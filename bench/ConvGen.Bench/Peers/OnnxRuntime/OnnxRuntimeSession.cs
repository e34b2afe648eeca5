using Microsoft.ML.OnnxRuntime;

namespace ConvGen.Bench.Peers;

/// <summary>A model of one input and one output, whose output was allocated before.</summary>
internal sealed class OnnxRuntimeSession : IPreparedLayer
{
    private readonly RunOptions _options = new();
    private readonly AlignedFloats _output;
    private readonly InferenceSession _session;
    private readonly OrtValue[] _x;
    private readonly OrtValue[] _y;

    /// <param name="model">The bytes of the model.</param>
    /// <param name="input">Its input.</param>
    /// <param name="inputShape">The input's shape.</param>
    /// <param name="outputShape">The output's shape.</param>
    /// <param name="threads">Threads, the caller's included.</param>
    public OnnxRuntimeSession(byte[] model, AlignedFloats input, int[] inputShape, int[] outputShape, int threads)
    {
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        _session = new InferenceSession(model, options);
        _output = new AlignedFloats(outputShape);
        _x = [Tensor(input, inputShape)];
        _y = [Tensor(_output, outputShape)];
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

    public void Run() => _session.Run(_options, _session.InputNames, _x, _session.OutputNames, _y);

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
