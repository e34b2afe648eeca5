using Microsoft.ML.OnnxRuntime;

namespace ConvGen.Bench.Peers;

/// <summary>ONNX Runtime's CPU provider, by its package for .NET.</summary>
internal sealed class OnnxRuntimePeer : IPeer
{
    public string Name => "onnxruntime";

    public string Version => OrtEnv.Instance().GetVersionString();

    public IReadOnlyList<IPreparedLayer> Prepare(LayerData data, int threads)
    {
        try
        {
            return [new OnnxRuntimeSession(OnnxModel.Write(data), data.Input, data.Layer.InputShape, data.Layer.OutputShape, threads)];
        }
        catch (OnnxRuntimeException refused)
        {
            throw new PeerRefusedException(refused.Message);
        }
    }

    public void Dispose()
    {
    }
}
