using System.Reflection;
using System.Text.RegularExpressions;
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
        Assert.Equal(Ids, new ConvTransposeAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_strikes_in_a_test()
    {
        IEnumerable<string> struck = RuleTests.AllCases.SelectMany(rule => MarkedSource.Parse(rule.Source).Marks).Select(mark => mark.Id);

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

        IEnumerable<string> rules = s_rules.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}");
        Assert.Equal(rules.Order(StringComparer.Ordinal), released);
    }

    [Fact]
    public void Every_rule_names_its_help_page() =>
        Assert.All(s_rules, rule => Assert.EndsWith($"/docs/diagnostics/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal));

    [GeneratedRegex("^CG[0-9]{4} .*")]
    private static partial Regex Released();
}
