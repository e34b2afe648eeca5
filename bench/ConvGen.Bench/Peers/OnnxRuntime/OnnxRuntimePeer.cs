using System.Runtime.InteropServices;

namespace ConvGen.Bench.Peers;

/// <summary>ONNX Runtime's CPU provider, from the package onnxruntime-node or from the system.</summary>
internal sealed class OnnxRuntimePeer : IPeer
{
    public const string Installation = "npm install --ignore-scripts --prefix bench/peers onnxruntime-node@1.30.0";

    private const string Library = "libonnxruntime.so.1";

    private readonly OrtApi _api;
    private readonly nint _env;

    private OnnxRuntimePeer(OrtApi api)
    {
        _api = api;
        _env = api.CreateEnv();
    }

    public string Name => "onnxruntime";

    public string Version => _api.Version;

    public static OnnxRuntimePeer? Open()
    {
        foreach (string path in Candidates())
        {
            if (NativeLibrary.TryLoad(path, out nint library) && OrtApi.Open(library) is { } api)
            {
                return new OnnxRuntimePeer(api);
            }
        }

        return null;
    }

    public IReadOnlyList<IPreparedLayer> Prepare(LayerData data, int threads) => [new OnnxRuntimeLayer(_api, _env, data, threads)];

    public void Dispose() => _api.ReleaseEnv(_env);

    // The package is looked for in peers/node_modules of every folder above the program, which finds bench/peers.
    private static IEnumerable<string> Candidates()
    {
        string machine = $"linux/{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string package = Path.Combine(folder.FullName, "peers", "node_modules", "onnxruntime-node", "bin");
            if (Directory.Exists(package))
            {
                foreach (string interfaceVersion in Directory.EnumerateDirectories(package))
                {
                    yield return Path.Combine(interfaceVersion, machine, Library);
                }
            }
        }

        yield return Library;
    }
}
