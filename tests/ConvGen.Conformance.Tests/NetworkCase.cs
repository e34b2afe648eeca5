using System.IO.Compression;
using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>A shipped network, compiled, with what was computed in float64. All are compiled together, once for each algorithm.</summary>
/// <param name="Network">The network.</param>
/// <param name="Inputs">The elements of its inputs.</param>
/// <param name="Expected">Those of its outputs.</param>
internal sealed record NetworkCase(CompiledNetwork Network, float[][] Inputs, float[][] Expected)
{
    private static readonly Lazy<Dictionary<string, NetworkCase>> s_auto = new(static () => Read(Algorithm.Auto));
    private static readonly Lazy<Dictionary<string, NetworkCase>> s_direct = new(static () => Read(Algorithm.Direct));

    private static readonly string[] s_names =
        [.. Directory.GetFiles(Folder, "*.npz").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>All networks.</summary>
    public static TheoryData<string> Names => [.. s_names];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "networks");

    /// <summary>A network by its name.</summary>
    public static NetworkCase Of(string name) => s_auto.Value[name];

    /// <summary>The same of direct forms alone.</summary>
    public static NetworkCase OfDirect(string name) => s_direct.Value[name];

    private static Dictionary<string, NetworkCase> Read(Algorithm algorithm)
    {
        using var folder = new TemporaryFolder();
        NumpyFile[] oracles = Array.ConvertAll(s_names, static name => NumpyFile.Open(Path.Combine(Folder, name + ".npz")));
        Func<CompiledNetwork>[] networks = CompiledNetwork.Compile(
            [.. s_names.Zip(oracles, (name, oracle) => NetworkRequest.Read(Model(folder, name), oracle["input"].Shape.ToArray(), algorithm))]);
        var cases = new Dictionary<string, NetworkCase>();
        for (int i = 0; i < s_names.Length; i++)
        {
            using NumpyFile oracle = oracles[i];
            CompiledNetwork network = networks[i]();
            cases[s_names[i]] = new NetworkCase(
                network,
                [oracle["input"].AsSpan().ToArray()],
                [.. network.Outputs.Select((_, output) => oracle[FormattableString.Invariant($"output{output}")].AsSpan().ToArray())]);
        }

        return cases;
    }

    // Unpacked, where it is packed.
    private static string Model(TemporaryFolder folder, string name)
    {
        string model = Path.Combine(Folder, name + ".onnx");
        if (File.Exists(model))
        {
            return model;
        }

        string unpacked = folder.File(name + ".onnx");
        using var packed = new GZipStream(File.OpenRead(model + ".gz"), CompressionMode.Decompress);
        using FileStream file = File.Create(unpacked);
        packed.CopyTo(file);
        return unpacked;
    }
}
