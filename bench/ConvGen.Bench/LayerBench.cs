using ConvGen.Bench.Measuring;
using ConvGen.Bench.Peers;
using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>
/// One layer at one thread count: ConvGen and its peers in turns, A B C A B C, on the same data. A turn in which something else ran on the
/// machine is repeated and does not count.
/// </summary>
internal sealed class LayerBench : IDisposable
{
    private readonly int _threads;
    private readonly bool _hasActivation;
    private readonly LayerData _data;
    private readonly ConvGenLayer _convGen;
    private readonly List<Contestant> _contestants = [];
    private double _writeBandwidth;

    public LayerBench(CompiledLayer compiled, CompiledLayer? variant, IReadOnlyList<IPeer> peers, int threads)
    {
        _threads = threads;
        _hasActivation = variant?.Request.Activation is not (null or Activation.None);
        _data = new LayerData(compiled.Layer);
        _convGen = new ConvGenLayer(compiled, _data, threads);
        _contestants.Add(new Contestant("convgen", _convGen));
        if (variant is not null)
        {
            _contestants.Add(new Contestant(LayerResult.Variant, new ConvGenLayer(variant, _data, threads)));
        }

        foreach (IPeer peer in peers)
        {
            try
            {
                _contestants.AddRange(peer.Prepare(_data, threads).Select(layer => new Contestant(peer.Name, layer)));
            }
            catch (PeerRefusedException)
            {
                // A dash in the table.
            }
        }
    }

    private LayerCase Layer => _data.Layer;

    public LayerResult Measure(Processor processor, double seconds)
    {
        (IReadOnlyList<Turn> turns, bool disturbed) = Turn.Take(
            [.. _contestants.Select(contestant => (Action)contestant.Layer.Run)], processor, seconds, MeasureBandwidth);
        return Result(turns, disturbed);
    }

    public void Dispose()
    {
        foreach (Contestant contestant in _contestants)
        {
            contestant.Layer.Dispose();
        }

        _data.Dispose();
    }

    private void MeasureBandwidth()
    {
        if (Layer.IsDepthwise())
        {
            _writeBandwidth = Math.Max(_writeBandwidth, WriteBandwidth.Measure(_data.OutputLength, _convGen.Threads));
        }
    }

    private LayerResult Result(IReadOnlyList<Turn> turns, bool disturbed)
    {
        var output = new float[_data.OutputLength];
        _convGen.CopyOutput(output);
        var reference = new SampledReference(_data);
        double distance = reference.Distance(output);
        var disagreements = new List<string>();
        Compare("the float64 sum", distance, reference.Bound);
        var other = new float[output.Length];
        // An activation makes other outputs.
        foreach (Contestant contestant in _contestants.Skip(1).Where(contestant => !_hasActivation || contestant.Name != LayerResult.Variant))
        {
            Array.Fill(other, float.NaN);
            contestant.Layer.CopyOutput(other);
            Compare($"{contestant.Name} ({contestant.Layer.Layout})", Distance(output, other), 2 * reference.Bound);
        }

        return new LayerResult
        {
            Layer = Layer,
            Threads = _threads,
            ConvGenThreads = _convGen.Threads,
            Weights = _convGen.Weights,
            PackMilliseconds = _convGen.PackMilliseconds,
            ScratchBytes = _convGen.ScratchBytes,
            Scores = [.. _contestants.Select((contestant, i) => contestant.Score([.. turns.Select(turn => turn.Times[i])]))],
            WriteBandwidth = _writeBandwidth,
            MaxAbsError = distance,
            RmsError = reference.RootMeanSquare(output),
            Disagreements = disagreements,
            IsDisturbed = disturbed,
        };

        void Compare(string with, double difference, double bound)
        {
            distance = Math.Max(distance, difference);
            if (!(difference <= bound))
            {
                disagreements.Add(FormattableString.Invariant(
                    $"ConvGen and {with} differ by {difference:G3}, more than rounding explains ({bound:G3})"));
            }
        }
    }

    private static double Distance(float[] a, float[] b)
    {
        double largest = 0;
        for (int i = 0; i < a.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs((double)a[i] - b[i]));
        }

        return largest;
    }
}
