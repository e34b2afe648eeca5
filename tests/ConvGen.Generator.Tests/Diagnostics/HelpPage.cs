using System.Text.RegularExpressions;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>The help page of a rule: <c>docs/diagnostics/ID.md</c>.</summary>
/// <param name="Title">What its first line says after the hash.</param>
/// <param name="Wrong">The sample that the rule reports.</param>
/// <param name="Right">The mended sample.</param>
internal sealed partial record HelpPage(string Title, HelpPage.Sample Wrong, HelpPage.Sample Right)
{
    /// <summary>Where pages lie.</summary>
    public static string Folder { get; } = Path.Combine(BuildPaths.ProjectDirectory, "..", "..", "docs", "diagnostics");

    public static HelpPage Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Folder, id + ".md"));
        return new HelpPage(text.Split('\n')[0].TrimStart('#', ' '), Below(text, "## Reports it"), Below(text, "## Does not"));
    }

    // The first block of code below a heading, and the language that a project file there sets.
    private static Sample Below(string text, string heading)
    {
        string section = text.Split(heading + "\n")[1].Split("\n## ")[0];
        Match set = LangVersion().Match(section);
        return new Sample(
            section.Split("```csharp\n")[1].Split("```")[0],
            set.Success && LanguageVersionFacts.TryParse(set.Groups[1].Value, out LanguageVersion version)
                ? version
                : LanguageVersion.CSharp12);
    }

    [GeneratedRegex("<LangVersion>(.*)</LangVersion>")]
    private static partial Regex LangVersion();

    /// <summary>Code, and the language of the project that it is in.</summary>
    internal sealed record Sample(string Code, LanguageVersion Language)
    {
        public GeneratedCode Run() => Code.Contains("[Network(", StringComparison.Ordinal)
            ? GeneratorHost.RunNetworks(Code, Language, NetworkRuleCases.Upscaler)
            : GeneratorHost.Run(Code, Language);
    }
}
