using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Tests.Incrementality;

/// <summary>What the analyzer finds out about a model, it finds out once: it runs at every key.</summary>
public class NetworkFindingsTests
{
    private const string Refused = "convgen-model 1\nmodel a.onnx 00 %\nopset % 13\ninput x float32 1\noutput y float32 1\nnode Strange % a\nin x\nout y\n";

    private static readonly NetworkSpec s_network = new(null, "a.onnx", new([]), RequestedAlgorithm.Auto);
    private static readonly ManifestFile s_manifest = new("a.onnx", SourceText.From(Refused));

    [Fact]
    public void Same_manifest_is_planned_once()
    {
        string? problem = NetworkFindings.Problem(s_network, s_manifest);

        Assert.NotNull(problem);
        Assert.Same(problem, NetworkFindings.Problem(s_network with { }, new ManifestFile("a.onnx", s_manifest.Text)));
    }

    [Fact]
    public void Other_manifest_and_other_sizes_are_planned_anew()
    {
        string? problem = NetworkFindings.Problem(s_network, s_manifest);

        Assert.Contains("Strange", problem, StringComparison.Ordinal);
        Assert.Contains("Curious", NetworkFindings.Problem(
            s_network, new ManifestFile("a.onnx", SourceText.From(Refused.Replace("Strange", "Curious", StringComparison.Ordinal)))), StringComparison.Ordinal);
        Assert.NotSame(problem, NetworkFindings.Problem(s_network with { Input = new([1, 2]) }, s_manifest));
    }
}
