using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.Generator.Tests.Diagnostics;

public class RuleTests
{
    private const string Usings = "using ConvGen;\nnamespace App;\n";

    public static TheoryData<RuleCase> Cases => [.. AllCases];

    public static TheoryData<RuleCase> Advice => [.. AdviceCases.All];

    internal static IEnumerable<RuleCase> AllCases => [.. HostRuleCases.All, .. ParameterRuleCases.All];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Rule_strikes_at_its_place_with_its_message(RuleCase rule)
    {
        MarkedSource source = MarkedSource.Parse(Usings + rule.Source);

        GeneratedCode code = GeneratorHost.Run(source.Text, rule.Language);

        Assert.Equal(source.Marks.Zip(rule.Messages, (mark, message) => (mark.Span, mark.Id, message)), Reported(code));
        Assert.Equal(source.Marks.Length, rule.Messages.Length);
        Assert.Empty(code.Sources);
    }

    [Theory]
    [MemberData(nameof(Advice), DisableDiscoveryEnumeration = true)]
    public void Advice_is_given_at_its_place_and_the_layer_emitted(RuleCase advice)
    {
        MarkedSource source = MarkedSource.Parse(Usings + advice.Source);

        GeneratedCode code = GeneratorHost.Run(source.Text).WithRules(ReportDiagnostic.Info, "CG0021");

        Assert.Equal(source.Marks.Zip(advice.Messages, (mark, message) => (mark.Span, mark.Id, message)), Reported(code));
        Assert.Single(code.Sources);
        AnnotatedCode.AssertClean(code.WithRules(ReportDiagnostic.Suppress, "CG0024"));
    }

    [Theory]
    [InlineData("4, 2, 1")]
    [InlineData("4, 2, 1, d: 2, g: 4")]
    [InlineData("k: 4, s: 2, p: 1, op: 0, d: 1, g: 1")]
    [InlineData("4, 2, 1, Rank = 1, InChannels = 64, OutChannels = 64")]
    [InlineData("[4, 4], [2, 2], [1, 1], [0, 0], [1, 1], 1")]
    [InlineData("k: 4, s: 2, p: 1, InChannels = 64, OutChannels = 64, Algorithm = Algorithm.Winograd3")]
    [InlineData("k: 4, s: 2, p: 1, Algorithm = Algorithm.Winograd2")]
    [InlineData("k: 3, s: 2, Algorithm = Algorithm.DirectPixels")]
    [InlineData("k: 24, s: 1, Rank = 1")]
    public void Layer_without_a_catch_gets_no_advice(string arguments) =>
        Assert.Empty(Reported(GeneratorHost.Run($"{Usings}[ConvTranspose({arguments})] internal static partial class Up;")));

    [Fact]
    public void Pragmas_and_options_change_rules()
    {
        const string source = Usings + """
            #pragma warning disable CG0020
            [ConvTranspose(k: 50, s: 2, Rank = 1)] internal static partial class Silenced;
            #pragma warning restore CG0020
            [ConvTranspose(k: 50, s: 2, Rank = 1)] internal static partial class Up;
            """;
        GeneratedCode code = GeneratorHost.Run(source);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(code.AnalyzerDiagnostics()).Severity);
        Assert.Equal(
            DiagnosticSeverity.Error, Assert.Single(code.WithRules(ReportDiagnostic.Error, "CG0020").AnalyzerDiagnostics()).Severity);
        Assert.Empty(code.WithRules(ReportDiagnostic.Suppress, "CG0020").AnalyzerDiagnostics());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Default)]
    public void Language_from_11_on_is_not_reported(LanguageVersion language)
    {
        GeneratedCode code = GeneratorHost.Run(Usings + "[ConvTranspose(k: 4)] internal static partial class Up { }", language);

        Assert.Empty(Reported(code));
        Assert.Single(code.Sources);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp8)]
    public void Old_language_gets_one_message_for_the_host_and_none_from_the_compiler(LanguageVersion language)
    {
        GeneratedCode code = GeneratorHost.Run("[ConvGen.ConvTranspose(k: 4)] internal static partial class Up { }", language);

        Assert.Equal("CG0025", Assert.Single(code.AnalyzerDiagnostics()).Id);
        Assert.Empty(code.Sources);
        Assert.DoesNotContain(code.CompilerDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
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
    [InlineData("Name = null")]
    [InlineData("InputSize = null")]
    public void Null_means_what_leaving_out_means(string property)
    {
        GeneratedCode plain = GeneratorHost.Run($"{Usings}[ConvTranspose(k: 4, s: 2)] internal static partial class Up;");
        GeneratedCode code = GeneratorHost.Run($"{Usings}[ConvTranspose(k: 4, s: 2, {property})] internal static partial class Up;");

        AnnotatedCode.AssertClean(code);
        Assert.Equal(plain.Sources.Single().SourceText.ToString(), code.Sources.Single().SourceText.ToString());
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

    [Theory]
    [InlineData("public void Forward(float[] x) { } public static void Forward<T>(T x) { } public int Pack(int x) => x;")]
    [InlineData("public int InChannels; public int InputWidth; public int KernelLength; private class Weights;")]
    [InlineData("public void Forward(ReadOnlyTensorView<float> x, PackedWeights w, in TensorView<float> y) { }")]
    [InlineData("public string OutputSize(string s) => s; public void forward() { }")]
    [InlineData("public class Inner { public int Groups; public void Forward() { } }")]
    public void Members_of_other_names_or_parameters_do_not_clash(string members)
    {
        GeneratedCode code = GeneratorHost.Run($"{Usings}[ConvTranspose(k: 4, s: 2)] public partial class Up {{ {members} }}");

        Assert.Empty(Reported(code));
        Assert.Single(code.Sources);
        Assert.DoesNotContain(code.CompilerDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("ToString")]
    [InlineData("Equals")]
    [InlineData("GetType")]
    public void Names_that_the_compiler_would_warn_of_are_emitted_without_a_warning(string name) => AnnotatedCode.AssertClean(
        GeneratorHost.Run($"{Usings}[ConvTranspose(k: 4, Name = \"{name}\")] internal partial class Up;"));

    [Fact]
    public void Name_of_a_generic_type_is_free_for_another() => AnnotatedCode.AssertClean(
        GeneratorHost.Run(Usings + "[ConvTranspose(k: 4, Name = \"Near\")] internal partial class Up { class Near<T>; }"));

    [Fact]
    public void Members_of_a_base_class_are_hidden_without_a_warning()
    {
        GeneratedCode code = GeneratorHost.Run(
            Usings + """
            internal class Layer { public const int Groups = 3; public static void WorkUnits() { } public static class Near; }
            [ConvTranspose(k: 4), ConvTranspose(k: 2, Name = "Near")] internal partial class Up : Layer;
            """);

        AnnotatedCode.AssertClean(code);
    }

    internal static IEnumerable<(TextSpan Span, string Id, string Message)> Reported(GeneratedCode code) =>
        code.AnalyzerDiagnostics()
            .Select(diagnostic => (diagnostic.Location.SourceSpan, diagnostic.Id, Message: diagnostic.GetMessage(null)))
            .OrderBy(finding => finding.SourceSpan)
            .ThenBy(finding => finding.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal);
}
