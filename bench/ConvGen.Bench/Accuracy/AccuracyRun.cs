using System.Globalization;
using ConvGen.Bench.Peers;
using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>Measures the errors of every form of ConvGen and of the peers on a list of layers, and writes the reports.</summary>
internal sealed class AccuracyRun(AccuracyOptions options, TextWriter output, TextWriter progress)
{
    private static readonly Algorithm[] s_forms =
        [Algorithm.Auto, Algorithm.DirectChannels, Algorithm.DirectPixels, Algorithm.Winograd2, Algorithm.Winograd3, Algorithm.Winograd4, Algorithm.Strassen];

    /// <summary>Measures.</summary>
    /// <returns>Whether ConvGen keeps what it promises.</returns>
    public bool Run()
    {
        using PyTorchPeer? pyTorch = options.WithPeers ? OpenPyTorch() : null;
        IPeer[] installed = options.WithPeers ? [new OnnxRuntimePeer()] : [];
        IPeer[] peers = pyTorch is null ? installed : [pyTorch, .. installed];
        IReadOnlyList<CompiledLayer> compiled = CompiledLayer.Compile(
            [.. options.Layers.SelectMany(layer => s_forms.Select(form => new LayerRequest(layer, form)))]);
        var results = new List<AccuracyResult>();
        foreach (IGrouping<LayerCase, CompiledLayer> forms in compiled.GroupBy(layer => layer.Layer))
        {
            progress.WriteLine(forms.Key.Name);
            foreach (ArgumentKind kind in ArgumentKind.All)
            {
                using var layer = new LayerAccuracy(forms.Key, kind);
                results.AddRange(forms.Select(layer.Measure).Concat(peers.Select(layer.Measure)).OfType<AccuracyResult>());
            }
        }

        Report(results, peers);
        return !results.Exists(result => result.IsBeyondPromise);
    }

    private PyTorchPeer? OpenPyTorch()
    {
        PyTorchPeer? peer = PyTorchPeer.Open(options.Python);
        if (peer is null)
        {
            output.WriteLine($"pytorch is not installed and is skipped; to install it: {PyTorchPeer.Installation}");
        }

        return peer;
    }

    private void Report(IReadOnlyList<AccuracyResult> results, IReadOnlyList<IPeer> peers)
    {
        output.WriteLine($"Peers: {string.Join(", ", peers.Select(peer => $"{peer.Name} {peer.Version}").DefaultIfEmpty("none"))}.");
        AccuracyTables.Write(results, output);
        foreach (AccuracyResult result in results.Where(result => result.IsBeyondPromise))
        {
            string share = result.Figures.PromiseShare.ToString("P0", CultureInfo.InvariantCulture);
            output.WriteLine($"BEYOND the promise: {result.Layer.Name}, {result.Kind.Name}, {result.Form}: {share} of it.");
        }

        if (options.Csv is not null)
        {
            File.WriteAllLines(options.Csv.FullName, AccuracyCsv.Lines(results));
        }

        if (options.Chart is not null)
        {
            File.WriteAllText(options.Chart.FullName, AccuracyChart.Draw(results));
        }
    }
}
