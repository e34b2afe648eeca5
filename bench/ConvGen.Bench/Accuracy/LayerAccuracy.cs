using ConvGen.Bench.Peers;
using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>One layer with arguments of one kind: every form of ConvGen that computes it, and the peers, against the same sums.</summary>
internal sealed class LayerAccuracy : IDisposable
{
    private const string PeerLayout = "NCHW";

    private readonly ArgumentKind _kind;
    private readonly LayerData _data;
    private readonly SampledReference _reference;
    private readonly float[] _output;

    public LayerAccuracy(LayerCase layer, ArgumentKind kind)
    {
        _kind = kind;
        _data = new LayerData(layer, kind.Fill);
        _reference = new SampledReference(_data);
        _output = new float[_data.OutputLength];
    }

    /// <summary>The errors of a form of ConvGen; null if the layer is computed by another one.</summary>
    public AccuracyResult? Measure(CompiledLayer compiled)
    {
        using var layer = new ConvGenLayer(compiled, _data, threads: 1);
        (Algorithm asked, Algorithm taken) = (compiled.Request.Algorithm, layer.Weights.Algorithm);
        return asked == Algorithm.Auto || asked == taken ? Measure(layer, asked.ToString(), taken) : null;
    }

    /// <summary>The errors of a peer; null if it refuses the layer.</summary>
    public AccuracyResult? Measure(IPeer peer)
    {
        IReadOnlyList<IPreparedLayer> layers = [];
        try
        {
            layers = peer.Prepare(_data, threads: 1);
            return layers.FirstOrDefault(layer => layer.Layout == PeerLayout) is { } first ? Measure(first, peer.Name, null) : null;
        }
        catch (PeerRefusedException)
        {
            return null;
        }
        finally
        {
            foreach (IPreparedLayer layer in layers)
            {
                layer.Dispose();
            }
        }
    }

    public void Dispose() => _data.Dispose();

    private AccuracyResult Measure(IPreparedLayer layer, string form, Algorithm? algorithm)
    {
        layer.Run();
        Array.Fill(_output, float.NaN);
        layer.CopyOutput(_output);
        var promise = new Promise(_data, algorithm ?? Algorithm.Direct);
        return new AccuracyResult(_data.Layer, _kind, form, algorithm, ErrorFigures.Of(_reference, _output, promise));
    }
}
