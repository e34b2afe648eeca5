using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Tests.Diagnostics;

public class RuleTests
{
    private const string Usings = "using ConvGen;\nnamespace App;\n";

    public static TheoryData<RuleCase> Cases => [.. AllCases];

    internal static IEnumerable<RuleCase> AllCases => [.. HostRuleCases.All, .. ParameterRuleCases.All];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Rule_strikes_at_its_place_with_its_message(RuleCase rule)
    {
        MarkedSource source = MarkedSource.Parse(Usings + rule.Source);

        GeneratedCode code = GeneratorHost.Run(source.Text);

        Assert.Equal(source.Marks.Zip(rule.Messages, (mark, message) => (mark.Span, mark.Id, message)), Reported(code));
        Assert.Equal(source.Marks.Length, rule.Messages.Length);
        Assert.Empty(code.Sources);
    }

    [Fact]
    public void Right_class_beside_a_wrong_one_is_emitted()
    {
        MarkedSource source = MarkedSource.Parse(
            Usings + "[ConvTranspose(k: {|CG0004:0|})] internal partial class Wrong; [ConvTranspose(k: 4)] internal partial class Right;");

        GeneratedCode code = GeneratorHost.Run(source.Text);

        Assert.Equal([("k is 0; legal are numbers from 1")], Reported(code).Select(finding => finding.Message));
        Assert.StartsWith("App.Right-", code.Sources.Single().HintName, StringComparison.Ordinal);
        Assert.DoesNotContain(code.CompilerDiagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Right_configuration_beside_a_wrong_one_is_not_emitted()
    {
        GeneratedCode code = GeneratorHost.Run(
            Usings + """[ConvTranspose(k: 4, Name = "Right"), ConvTranspose(k: 0, Name = "Wrong")] internal partial class Up;""");

        Assert.Single(Reported(code));
        Assert.Empty(code.Sources);
    }

    [Theory]
    [InlineData("k: 3, s: 2, d: 3, op: 2")]
    [InlineData("k: 1, p: 1000, Rank = 1")]
    [InlineData("k: 2, s: 5, op: 4")]
    [InlineData("k: [3, 3], s: null, op: [0, 0]")]
    [InlineData("k: 3, Algorithm = Algorithm.Direct, InputSize = [1, 1]")]
    [InlineData("k: 1, s: 65536, Rank = 1, InputSize = [32767]")]
    [InlineData("k: 3, Name = \"class\"")]
    [InlineData("k: int.MaxValue, Rank = 1")]
    public void Legal_layer_is_not_reported(string arguments)
    {
        GeneratedCode code = GeneratorHost.Run($"{Usings}[ConvTranspose({arguments})] internal static partial class Up;");

        AnnotatedCode.AssertClean(code);
        Assert.Single(code.Sources);
    }

    [Theory]
    [InlineData("[ConvTranspose] internal static partial class Up;")]
    [InlineData("[ConvTranspose(k: \"4\")] internal static partial class Up;")]
    [InlineData("[ConvTranspose(k: Unknown)] internal static partial class Up;")]
    [InlineData("[ConvTranspose(k: 4, s: [1, 2])] internal static partial class Up;")]
    [InlineData("[ConvTranspose(k: [1, Unknown])] internal static partial class Up;")]
    [InlineData("[ConvTranspose(k: 4, Rank = \"2\")] internal static partial class Up;")]
    public void What_the_compiler_refuses_is_left_to_it(string source)
    {
        GeneratedCode code = GeneratorHost.Run(Usings + source);

        Assert.Empty(Reported(code));
        Assert.Empty(code.Sources);
        Assert.Contains(code.CompilerDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Attribute_of_another_namespace_is_none_of_ours()
    {
        GeneratedCode code = GeneratorHost.Run(
            "namespace Other { internal sealed class ConvTransposeAttribute(int k) : System.Attribute { public int K => k; } "
            + "[ConvTranspose(0)] internal class Up; }");

        AnnotatedCode.AssertClean(code);
        Assert.Empty(code.Sources);
    }

    private static IEnumerable<(TextSpan Span, string Id, string Message)> Reported(GeneratedCode code) =>
        code.AnalyzerDiagnostics()
            .Select(diagnostic => (diagnostic.Location.SourceSpan, diagnostic.Id, Message: diagnostic.GetMessage(null)))
            .OrderBy(finding => finding.SourceSpan)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal);
}
