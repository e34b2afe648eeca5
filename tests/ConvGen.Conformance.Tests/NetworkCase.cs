using System.Collections.Concurrent;
using System.IO.Compression;
using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>A shipped network, compiled, with what PyTorch computed in float64. Each is compiled once.</summary>
/// <param name="Network">The network.</param>
/// <param name="Inputs">The elements of its inputs.</param>
/// <param name="Expected">Those of its outputs.</param>
internal sealed record NetworkCase(CompiledNetwork Network, float[][] Inputs, float[][] Expected)
{
    private static readonly ConcurrentDictionary<(string, Algorithm), Lazy<NetworkCase>> s_cases = new();

    /// <summary>All networks.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(Folder, "*.onnx.gz").Select(static path => Path.GetFileName(path).Replace(".onnx.gz", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "networks");

    /// <summary>A network by its name.</summary>
    public static NetworkCase Of(string name, Algorithm algorithm = Algorithm.Auto) =>
        s_cases.GetOrAdd((name, algorithm), static key => new Lazy<NetworkCase>(() => Read(key.Item1, key.Item2))).Value;

    private static NetworkCase Read(string name, Algorithm algorithm)
    {
        using var folder = new TemporaryFolder();
        string model = folder.File(name + ".onnx");
        using (var packed = new GZipStream(File.OpenRead(Path.Combine(Folder, name + ".onnx.gz")), CompressionMode.Decompress))
        using (FileStream unpacked = File.Create(model))
        {
            packed.CopyTo(unpacked);
        }

        CompiledNetwork network = CompiledNetwork.Compile(model, algorithm: algorithm);
        using NumpyFile oracle = NumpyFile.Open(Path.Combine(Folder, name + ".npz"));
        return new NetworkCase(
            network,
            [oracle["input"].AsSpan().ToArray()],
            [.. network.Outputs.Select((_, i) => oracle[FormattableString.Invariant($"output{i}")].AsSpan().ToArray())]);
    }
}
