using System.Runtime.InteropServices;

namespace ConvGen.Bench.Peers;

/// <summary>oneDNN with OpenMP, from the system; in its own layout, channels last and channels first.</summary>
internal sealed unsafe class OneDnnPeer : IPeer
{
    public const string Installation = "apt-get install -y libdnnl-dev";

    private readonly DnnlEngine _engine = new();

    private OneDnnPeer()
    {
        Dnnl.LibraryVersion* version = Dnnl.GetVersion();
        Version = FormattableString.Invariant($"{version->Major}.{version->Minor}.{version->Patch}");
    }

    public string Name => "onednn";

    public string Version { get; }

    public static OneDnnPeer? Open() => NativeLibrary.TryLoad(Dnnl.Library, out _) ? new OneDnnPeer() : null;

    public IReadOnlyList<IPreparedLayer> Prepare(LayerData data, int threads)
    {
        // The thread count is part of what an implementation is chosen for, and every primitive takes it anew when it runs.
        Dnnl.SetThreads(threads);
        var prepared = new List<IPreparedLayer>();
        PeerRefusedException? refusal = null;
        foreach (OneDnnLayout layout in Enum.GetValues<OneDnnLayout>())
        {
            try
            {
                prepared.Add(new OneDnnLayer(_engine, data, layout));
            }
            catch (PeerRefusedException refused)
            {
                refusal = refused;
            }
        }

        return prepared.Count > 0 || refusal is null ? prepared : throw refusal;
    }

    public void Dispose() => _engine.Dispose();
}
