using System.Text.RegularExpressions;
using ConvGen.CompilerServices;
using ConvGen.JitGate;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.JitGate;

/// <summary>What you read is what runs: by the JIT's own report.</summary>
public partial class RunningKernelsTests
{
    // The product of matrices, and what makes delegates of kernels.
    private static readonly string[] s_runtime = ["MatrixProduct", "SizeKernels", "TileDispatch", "TileKernels", "VectorKernels"];

    private static readonly Lazy<Task<JitReport>> s_published = new(static () => GateProcess.RunAsync("published", optimisesAll: true));

    [Fact]
    public async Task Layers_of_published_networks_run_emitted_kernels()
    {
        JitReport report = await s_published.Value;

        HashSet<string> emitted = [.. Emitted(report).Select(static kernel => kernel.Type)];
        Assert.Empty(GatedLayers.Published.Where((_, index) => !emitted.Contains($"Layer{index}_Kernels")).Select(static layer => layer.Name));
    }

    [Fact]
    public async Task Beside_them_the_runtime_multiplies_matrices_and_copies()
    {
        JitReport report = await s_published.Value;

        Assert.Equal(
            s_runtime,
            report.Methods
                .Select(static method => OnVectors().Match(method.Name))
                .Where(static match => match.Success)
                .Select(static match => match.Groups["type"].Value)
                .Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_kernel_of_a_layer_with_fixed_sizes_is_run()
    {
        var run = new HashSet<(string, string)>();
        // Vectors that the machine lacks are emulated: a machine without the widest ones runs their kernels all the same.
        foreach (SimdLevel level in Enum.GetValues<SimdLevel>())
        {
            run.UnionWith(Emitted(await GateProcess.RunAsync("fixed-sizes", level)));
        }

        string[] idle =
        [
            .. from layer in GatedLayers.Small.Select(static (layer, index) => (layer, index))
               from kernel in KernelsOf(new LayerRequest(layer.layer, FixSizes: true))
               where !run.Contains(($"Layer{layer.index}_Kernels", kernel))
               select $"{layer.layer.Name}: {kernel}",
        ];
        Assert.True(idle.Length == 0, string.Join('\n', idle));
    }

    private static IEnumerable<(string Type, string Method)> Emitted(JitReport report) =>
        from method in report.Methods
        let match = Kernel().Match(method.Name)
        where match.Success
        select (match.Groups["type"].Value, match.Groups["method"].Value);

    // Methods of a file that are no members of the interface but what these call, or that stand for themselves.
    private static IEnumerable<string> KernelsOf(LayerRequest request)
    {
        string file = GeneratorHost.Run($"using ConvGen; [{request.AttributeText}] public static partial class Up;").Sources.Single().SourceText.ToString();
        return Optimised().Matches(file).Select(static match => match.Groups["method"].Value);
    }

    [GeneratedRegex(@">F[0-9A-F]+__(?<type>\w+_Kernels):(?<method>\w+)")]
    private static partial Regex Kernel();

    [GeneratedRegex(@"\.(?<type>\w+):\w+\[.*(Simd(Scalar|128|256|512))")]
    private static partial Regex OnVectors();

    [GeneratedRegex(@"AggressiveOptimization\)\]\s+(public|private) static void (?<method>\w+)<")]
    private static partial Regex Optimised();
}
