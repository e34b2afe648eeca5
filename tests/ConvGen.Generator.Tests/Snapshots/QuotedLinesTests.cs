namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>Emitted code that documents quote is what is emitted.</summary>
public class QuotedLinesTests
{
    private static readonly HashSet<string> s_emitted = [.. Lines(Approved(Configurations.Whole))];

    [Fact]
    public void Readme_quotes_a_phase()
    {
        string[] quoted = Lines(Block(Document("README.md").Split("## What is generated")[1]));

        Assert.Contains(quoted, line => line.Contains("tile.Tap(", StringComparison.Ordinal));
        Assert.All(quoted, line => Assert.Contains(line, s_emitted));
    }

    [Fact]
    public void Walkthrough_quotes_the_file()
    {
        string[] blocks = Document("docs/reading-generated-code.md").Split("## By hand")[0].Split("```csharp\n")[1..];

        Assert.True(blocks.Length > 5);
        Assert.All(blocks.SelectMany(block => Lines(block.Split("```")[0])), line => Assert.Contains(line, s_emitted));
    }

    private static string Document(string name) => File.ReadAllText(Path.Combine(BuildPaths.ProjectDirectory, "..", "..", name));

    private static string Approved(string configuration) => File.ReadAllText(
        Path.Combine(BuildPaths.ProjectDirectory, "Snapshots", $"EmittedFileTests.Reads_as_approved_{configuration}.verified.cs"));

    private static string Block(string text) => text.Split("```csharp\n")[1].Split("```")[0];

    // Omissions are three dots alone on a line.
    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line != "...")];
}
