using ConvGen.Testing;

namespace ConvGen.Bench.Peers;

/// <summary>A session of one node whose output was allocated before.</summary>
internal sealed class OnnxRuntimeLayer : IPreparedLayer
{
    private readonly OrtApi _api;
    private readonly AlignedFloats _output;
    private readonly nint _session;
    private readonly nint _x;
    private readonly nint _y;

    public OnnxRuntimeLayer(OrtApi api, nint env, LayerData data, int threads)
    {
        _api = api;
        _session = api.CreateSession(env, OnnxModel.Write(data), threads);
        LayerCase layer = data.Layer;
        _output = new AlignedFloats(data.OutputLength);
        _x = api.CreateTensor(data.Input, layer.InputShape);
        _y = api.CreateTensor(_output, layer.OutputShape);
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

    public void Run() => _api.Run(_session, _x, _y);

    public void CopyOutput(Span<float> output) => _output.Span.CopyTo(output);

    public void Dispose()
    {
        _api.ReleaseTensor(_y);
        _api.ReleaseTensor(_x);
        _api.ReleaseSession(_session);
        _output.Dispose();
    }
}
