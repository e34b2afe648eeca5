using System.Reflection;
using System.Text.RegularExpressions;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests.Diagnostics;

public partial class RuleCatalogueTests
{
    private static readonly DiagnosticDescriptor[] s_rules =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    private static string[] Ids { get; } = [.. s_rules.Select(rule => rule.Id).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_has_an_id_of_its_own()
    {
        Assert.NotEmpty(Ids);
        Assert.Equal(Ids.Distinct(), Ids);
        Assert.All(Ids, id => Assert.Matches("^CG[0-9]{4}$", id));
    }

    [Fact]
    public void Every_rule_is_supported_by_the_analyzer() =>
        Assert.Equal(Ids, new LayerAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_strikes_in_a_test()
    {
        IEnumerable<string> struck = RuleTests.AllCases.Concat(AdviceCases.All).Concat(NetworkRuleCases.All)
            .SelectMany(rule => MarkedSource.Parse(rule.Source).Marks).Select(mark => mark.Id);

        Assert.Equal(Ids, struck.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_is_in_a_release_file()
    {
        string[] released =
        [
            .. Directory.GetFiles(AppContext.BaseDirectory, "AnalyzerReleases.*.md")
                .SelectMany(File.ReadLines)
                .Select(line => Released().Match(line))
                .Where(match => match.Success)
                .Select(match => match.Value)
                .Order(StringComparer.Ordinal),
        ];

        IEnumerable<string> rules = s_rules.Select(rule => $"{rule.Id} | {rule.Category} | {Severity(rule)} | {rule.Title}");
        Assert.Equal(rules.Order(StringComparer.Ordinal), released);
    }

    [Fact]
    public void Every_rule_names_its_help_page_at_the_address_that_the_build_gives()
    {
        Assert.StartsWith("https://", BuildPaths.DocumentationUrl, StringComparison.Ordinal);
        Assert.EndsWith("/docs/", BuildPaths.DocumentationUrl, StringComparison.Ordinal);
        Assert.All(s_rules, rule => Assert.Equal($"{BuildPaths.DocumentationUrl}diagnostics/{rule.Id}.md", rule.HelpLinkUri));
    }

    [Fact]
    public void Every_page_is_that_of_a_rule()
    {
        IEnumerable<string?> pages = Directory.GetFiles(HelpPage.Folder, "CG0*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(Ids, pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_is_in_the_index()
    {
        string index = File.ReadAllText(Path.Combine(HelpPage.Folder, "README.md"));

        Assert.All(s_rules, rule => Assert.Contains($"[{rule.Id}]({rule.Id}.md)", index, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllIds))]
    public void Samples_of_a_page_do_as_it_says(string id)
    {
        HelpPage page = HelpPage.Read(id);
        GeneratedCode wrong = page.Wrong.Run().WithRules(ReportDiagnostic.Info, "CG0021");
        GeneratedCode right = page.Right.Run().WithRules(ReportDiagnostic.Info, "CG0021");

        Assert.Equal($"{id}: {s_rules.Single(rule => rule.Id == id).Title}", page.Title);
        Assert.Contains(id, Reported(wrong));
        Assert.DoesNotContain(Reported(wrong), other => other is not ("CG0020" or "CG0021") && other != id);
        Assert.DoesNotContain(id, Reported(right));
        AnnotatedCode.AssertClean(right);
    }

    public static TheoryData<string> AllIds => [.. Ids];

    private static string Severity(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";

    private static IEnumerable<string> Reported(GeneratedCode code) => code.AnalyzerDiagnostics().Select(diagnostic => diagnostic.Id);

    [GeneratedRegex("^CG[0-9]{4} .*")]
    private static partial Regex Released();
}
