using ConvGen.Bench.Measuring;
using ConvGen.Bench.Peers;
using ConvGen.Bench.Reports;
using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>Measures a list of layers and writes the reports.</summary>
internal sealed class BenchRun(BenchOptions options, TextWriter output, TextWriter progress)
{
    private readonly Processor _processor = new();

    public void Run()
    {
        IPeer[] peers = options.WithPeers ? [new OnnxRuntimePeer()] : [];
        IReadOnlyList<CompiledLayer> plain = Compile();
        IReadOnlyList<CompiledLayer>? variants = options.WithFixedSizes || options.Activation != Activation.None
            ? Compile(options.WithFixedSizes, options.Activation)
            : null;

        // The most threads first: pools must start before this thread is pinned, or theirs would inherit its processor.
        var results = new List<LayerResult>();
        foreach (int threads in options.Threads.OrderDescending())
        {
            if (threads == 1)
            {
                Affinity.PinThread();
            }
            else
            {
                Affinity.FreeThread();
            }

            for (int i = 0; i < plain.Count; i++)
            {
                progress.WriteLine(FormattableString.Invariant($"{plain[i].Layer.Name}, {threads} thread(s)"));
                using var bench = new LayerBench(plain[i], variants?[i], peers, threads);
                results.Add(bench.Measure(_processor, options.Seconds));
            }
        }

        Report([.. results.GroupBy(result => result.Threads).OrderBy(group => group.Key)], peers);
    }

    private IReadOnlyList<CompiledLayer> Compile(bool fixSizes = false, Activation activation = Activation.None) =>
        CompiledLayer.Compile([.. options.Layers.Select(layer => new LayerRequest(layer, options.Algorithm, fixSizes, activation))]);

    private void Report(IGrouping<int, LayerResult>[] groups, IReadOnlyList<IPeer> peers)
    {
        (double peak, double clock, double ports) = (_processor.Peak, _processor.Clock, _processor.TwoPorts);
        output.WriteLine(FormattableString.Invariant(
            $"FMA peak {peak:F1} GFLOP/s per core; two 256-bit ports at {clock:F2} GHz give {ports:F1}."));
        output.WriteLine($"Peers: {string.Join(", ", peers.Select(peer => $"{peer.Name} {peer.Version}").DefaultIfEmpty("none"))}.");
        string[] names = [.. peers.Select(peer => peer.Name)];
        foreach (IGrouping<int, LayerResult> group in groups)
        {
            output.WriteLine();
            LayerResult[] results = [.. group];
            ResultTable.Write(results, names, peak, output);
            Summary.Write(results, names, peak, output);
            ElsewhereComparison.Write(results, peak, output);
        }

        if (options.Csv is not null)
        {
            File.WriteAllLines(options.Csv.FullName, ResultCsv.Lines(groups.SelectMany(group => group), names, peak));
        }

        if (options.Chart is not null)
        {
            File.WriteAllText(options.Chart.FullName, PeakChart.Draw([.. groups[0]], peak));
        }
    }
}
