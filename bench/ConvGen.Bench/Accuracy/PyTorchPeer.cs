using ConvGen.Bench.Peers;

namespace ConvGen.Bench.Accuracy;

/// <summary>
/// PyTorch in a process of its own, where a script takes layers and gives outputs. What that costs is not PyTorch's, so it takes part
/// where errors are measured and not where times are.
/// </summary>
internal sealed class PyTorchPeer : IPeer
{
    public const string Installation = "apt-get install -y python3-torch libopenblas0";

    private static readonly string[] s_interpreters = ["python3", "/usr/bin/python3"];

    private readonly PyTorchProcess _process;

    private PyTorchPeer(PyTorchProcess process)
    {
        _process = process;
    }

    public string Name => "pytorch";

    public string Version => _process.Version;

    /// <summary>Starts the first interpreter that has PyTorch; null if none has.</summary>
    /// <param name="interpreter">The one to take, instead of those that are usual.</param>
    public static PyTorchPeer? Open(string? interpreter)
    {
        foreach (string candidate in interpreter is null ? s_interpreters : [interpreter])
        {
            if (PyTorchProcess.Start(candidate) is { } process)
            {
                return new PyTorchPeer(process);
            }
        }

        return null;
    }

    public IReadOnlyList<IPreparedLayer> Prepare(LayerData data, int threads) => [new PyTorchLayer(_process, data, threads)];

    public void Dispose() => _process.Dispose();
}
