using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Diagnostics;

public class NetworkRuleTests
{
    private const string Usings = "using ConvGen;\nnamespace App;\n";

    public static TheoryData<RuleCase> Cases => [.. NetworkRuleCases.All];

    public static TheoryData<RuleCase> BesideLayers => [.. NetworkRuleCases.BesideLayers];

    public static TheoryData<RuleCase> OfBoth => [.. NetworkRuleCases.OfBoth];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(OfBoth), DisableDiscoveryEnumeration = true)]
    public void Rule_strikes_at_its_place_with_its_message(RuleCase rule) => Assert.Empty(Strikes(rule).Sources);

    [Theory]
    [MemberData(nameof(BesideLayers), DisableDiscoveryEnumeration = true)]
    public void Network_yields_to_a_layer(RuleCase rule)
    {
        GeneratedCode code = Strikes(rule);

        Assert.DoesNotContain(".Network.", Assert.Single(code.Sources).HintName, StringComparison.Ordinal);
        Assert.DoesNotContain(code.CompilerDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("[Network(\"upscaler.onnx\", Name = null, Input = null)] internal partial class Up;")]
    [InlineData("[Network(\"open.onnx\", Input = [2, 1, 3, 3]), Network(\"upscaler.onnx\", Name = \"class\")] internal partial class Up;")]
    [InlineData("[Network(\"upscaler.onnx\"), Conv(k: 3)] internal partial class Up;")]
    [InlineData("[Network(\"upscaler.onnx\", Name = \"A\"), ConvTranspose(k: 3, Name = \"B\"), Conv(k: 3)] internal partial class Up;")]
    [InlineData("[Network(\"upscaler.onnx\", Name = \"Forward\"), ConvTranspose(k: 3, Name = \"B\")] internal partial class Up;")]
    [InlineData("[Network(\"upscaler.onnx\")] internal partial class Up { void Run(float[] x) { } int Run(ReadOnlyTensorView<float> x, NetworkWeights w) => 0; }")]
    [InlineData("[Network(\"upscaler.onnx\")] internal partial class Up { static void LoadWeights(string path) { } void Run<T>() { } }")]
    public void Legal_networks_are_not_reported(string source)
    {
        GeneratedCode code = Run(Usings + source);

        Assert.Empty(code.AnalyzerDiagnostics());
        Assert.Contains(code.Sources, file => file.HintName.Contains(".Network.", StringComparison.Ordinal));
        Assert.DoesNotContain(code.CompilerDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Fact]
    public void Project_without_models_is_told_how_to_name_one()
    {
        GeneratedCode code = GeneratorHost.RunNetworks(Usings + "[Network(\"a.onnx\")] internal partial class Up;");

        Assert.Equal(
            "The project names no model 'a.onnx' as ConvGenModel; add <ConvGenModel Include=\"a.onnx\" /> to the project file",
            Assert.Single(code.AnalyzerDiagnostics()).GetMessage(null));
    }

    private static GeneratedCode Strikes(RuleCase rule)
    {
        MarkedSource source = MarkedSource.Parse(Usings + rule.Source);
        GeneratedCode code = GeneratorHost.RunNetworks(
            GeneratorHost.CreateCompilation(source.Text, rule.Language), NetworkRuleCases.Upscaler, NetworkRuleCases.Open);

        Assert.Equal(source.Marks.Zip(rule.Messages, (mark, message) => (mark.Span, mark.Id, message)), RuleTests.Reported(code));
        Assert.Equal(source.Marks.Length, rule.Messages.Length);
        return code;
    }

    private static GeneratedCode Run(string source) => GeneratorHost.RunNetworks(source, NetworkRuleCases.Upscaler, NetworkRuleCases.Open);
}
