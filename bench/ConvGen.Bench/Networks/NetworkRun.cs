using ConvGen.Bench.Measuring;
using ConvGen.Bench.Peers;
using ConvGen.Testing;

namespace ConvGen.Bench.Networks;

/// <summary>Measures networks by ConvGen and by ONNX Runtime, in turns on the same input, and writes a table.</summary>
internal sealed class NetworkRun(IReadOnlyList<string> names, IReadOnlyList<int> threads, double seconds)
{
    private readonly List<double> _ratios = [];

    // The generator by its layers, in the sizes that it is measured in; all else is a model file, with sizes behind a colon where it leaves them open.
    private static IEnumerable<INetwork> Open(string name) => name == "generator"
        ? [new GarmentNetwork(batch: 30), new GarmentNetwork(batch: 1)]
        : [ModelNetwork.Open(name)];

    /// <summary>Measures and writes.</summary>
    /// <returns>Whether both computed the same.</returns>
    public bool Run(TextWriter output)
    {
        var processor = new Processor();
        bool agree = true;
        bool anyDisturbed = false;
        using var peer = new OnnxRuntimePeer();
        output.WriteLine(
            $"ONNX Runtime {peer.Version}. Fastest run in ms, +/- how far apart those of the turns lie; ratios are peer / ConvGen.");
        output.WriteLine(FormattableString.Invariant(
            $"{"network",-24} {"threads",7} {"convgen",9} {"+/-",5} {"onnxruntime",11} {"+/-",5} {"ratio",6} {"difference",10}"));

        // The most threads first: pools must start before this thread is pinned.
        foreach (int count in threads.OrderDescending())
        {
            Affinity.FreeThread();
            if (count == 1)
            {
                Affinity.PinThread();
            }

            foreach (INetwork network in names.SelectMany(Open))
            {
                using (network)
                {
                    (bool agrees, bool disturbed) = Measure(network, count, processor, output);
                    (agree, anyDisturbed) = (agree && agrees, anyDisturbed || disturbed);
                }
            }
        }

        if (_ratios.Count > 1)
        {
            output.WriteLine(FormattableString.Invariant($"geometric mean {Math.Exp(_ratios.Average(Math.Log)):F2}x, least {_ratios.Min():F2}x"));
        }

        if (anyDisturbed)
        {
            output.WriteLine(Turn.DisturbedNote);
        }

        return agree;
    }

    private (bool Agrees, bool Disturbed) Measure(INetwork network, int count, Processor processor, TextWriter output)
    {
        using var input = new AlignedFloats(network.InputShape);
        network.Draw(input.Span);
        using var ours = new ConvGenNetwork(network, input, count);
        using var theirs = new OnnxRuntimeSession(network.Model, input, network.InputShape, network.OutputShape, count);
        (IReadOnlyList<Turn> turns, bool disturbed) = Turn.Take([ours.Run, theirs.Run], processor, seconds);
        var convGen = new Timing([.. turns.Select(turn => turn.Times[0])]);
        var onnxRuntime = new Timing([.. turns.Select(turn => turn.Times[1])]);
        OutputDifference difference = Difference(network, ours, theirs);
        bool agrees = difference.IsWithin(OutputDifference.LegalPart, OutputDifference.OnnxRuntimeNoise);
        _ratios.Add(onnxRuntime.Minimum / convGen.Minimum);
        string name = network.Name + (disturbed ? "*" : "");
        output.Write(FormattableString.Invariant($"{name,-24} {count,7} {convGen.Minimum,9:F3} {convGen.SpreadPercent,4:F0}% {onnxRuntime.Minimum,11:F3} "));
        output.Write(FormattableString.Invariant($"{onnxRuntime.SpreadPercent,4:F0}% {onnxRuntime.Minimum / convGen.Minimum,5:F2}x {difference.Part,10:G2}"));
        output.WriteLine(agrees ? "" : " WRONG");
        return (agrees, disturbed);
    }

    private static OutputDifference Difference(INetwork network, ConvGenNetwork ours, OnnxRuntimeSession theirs)
    {
        float[] a = new float[network.OutputShape.Aggregate(1, (product, length) => product * length)];
        float[] b = new float[a.Length];
        ours.CopyOutput(a);
        theirs.CopyOutput(b);
        return OutputDifference.Of(a, b);
    }
}
