namespace ConvGen.Package.Tests;

/// <summary>The first sample of the README.</summary>
internal static class Readme
{
    private const string Prints = "// prints ";

    /// <summary>The sample.</summary>
    public static string FirstSample { get; } = Sample();

    /// <summary>What it says that it prints.</summary>
    public static string FirstSamplePrints { get; } =
        FirstSample.Split('\n').Single(line => line.Contains(Prints, StringComparison.Ordinal)).Split(Prints)[1].Trim();

    private static string Sample()
    {
        string text = File.ReadAllText(Path.Combine(Workplace.Repository, "README.md"));
        return text.Split("```csharp\n")[1].Split("```")[0];
    }
}
