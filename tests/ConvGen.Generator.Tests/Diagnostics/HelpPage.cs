namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>The help page of a rule: <c>docs/diagnostics/ID.md</c>.</summary>
/// <param name="Title">What its first line says after the hash.</param>
/// <param name="Wrong">The sample that the rule reports.</param>
/// <param name="Right">The mended sample.</param>
internal sealed record HelpPage(string Title, string Wrong, string Right)
{
    /// <summary>Where pages lie.</summary>
    public static string Folder { get; } = Path.Combine(BuildPaths.ProjectDirectory, "..", "..", "docs", "diagnostics");

    public static HelpPage Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Folder, id + ".md"));
        return new HelpPage(text.Split('\n')[0].TrimStart('#', ' '), Sample(text, "## Reports it"), Sample(text, "## Does not"));
    }

    // The first block of code below a heading.
    private static string Sample(string text, string heading) => text.Split(heading + "\n")[1].Split("```csharp\n")[1].Split("```")[0];
}
