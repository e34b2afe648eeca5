namespace ConvGen.Bench.Peers;

/// <summary>The libraries that are on this machine.</summary>
internal sealed class InstalledPeers : IDisposable
{
    private InstalledPeers(IPeer[] all)
    {
        All = all;
    }

    public static InstalledPeers None { get; } = new([]);

    public IReadOnlyList<IPeer> All { get; }

    /// <summary>Loads them, and says how to install those that are missing.</summary>
    public static InstalledPeers Open(TextWriter output)
    {
        IPeer?[] peers =
        [
            OnnxRuntimePeer.Open() ?? Missing(output, "onnxruntime", OnnxRuntimePeer.Installation),
            OneDnnPeer.Open() ?? Missing(output, "onednn", OneDnnPeer.Installation),
        ];
        return new InstalledPeers([.. peers.OfType<IPeer>()]);
    }

    public void Dispose()
    {
        foreach (IPeer peer in All)
        {
            peer.Dispose();
        }
    }

    private static IPeer? Missing(TextWriter output, string name, string installation)
    {
        output.WriteLine($"{name} is not installed and is skipped; to install it: {installation}");
        return null;
    }
}
