namespace ConvGen.Package.Tests;

/// <summary>The help page of something that the build reports.</summary>
internal static class HelpPage
{
    /// <summary>The project under a heading.</summary>
    /// <param name="id">What is reported.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="version">The version of the package to take.</param>
    public static string Project(string id, string heading, string version) =>
        File.ReadAllText(Path.Combine(Workplace.Repository, "docs", "diagnostics", id + ".md"))
            .Split(heading + "\n")[1].Split("```xml\n")[1].Split("```")[0]
            .Replace("Version=\"0.1.0\"", $"Version=\"{version}\"", StringComparison.Ordinal);
}
