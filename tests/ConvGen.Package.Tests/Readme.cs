namespace ConvGen.Package.Tests;

/// <summary>The first program of the README: the sample that says what it prints.</summary>
internal static class Readme
{
    private const string Prints = "// prints ";

    /// <summary>The sample.</summary>
    public static string FirstSample { get; } = Sample(Path.Combine(Workplace.Repository, "README.md"));

    /// <summary>The sample of the README that the package shows.</summary>
    public static string PackageSample { get; } = Sample(Path.Combine(Workplace.Repository, "runtime", "ConvGen", "README.md"));

    /// <summary>What it says that it prints.</summary>
    public static string FirstSamplePrints { get; } =
        FirstSample.Split('\n').Single(line => line.Contains(Prints, StringComparison.Ordinal)).Split(Prints)[1].Trim();

    private static string Sample(string path) => File.ReadAllText(path).Split("```csharp\n")[1..]
        .Select(static block => block.Split("```")[0]).First(static sample => sample.Contains(Prints, StringComparison.Ordinal));
}
