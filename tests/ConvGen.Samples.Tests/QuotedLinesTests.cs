namespace ConvGen.Samples.Tests;

/// <summary>What the README quotes of a sample is what stands there.</summary>
public class QuotedLinesTests
{
    private static readonly string s_folder = SampleFiles.Of("quoted");

    [Theory]
    [InlineData("# ConvGen", "FindText", "TextDetector.Run")]
    [InlineData("## From a PyTorch checkpoint", "Generate", "BatchNorm.From")]
    public void Readme_quotes_samples(string heading, string sample, string call)
    {
        HashSet<string> written = [.. Directory.GetFiles(Path.Combine(s_folder, sample), "*.cs").SelectMany(File.ReadLines).Select(line => line.Trim())];
        string section = File.ReadAllText(Path.Combine(s_folder, "README.md")).Split(heading)[1];
        string[] quoted = section.Split("```csharp\n")[1].Split("```")[0].Split('\n');

        Assert.Contains(quoted, line => line.Contains(call, StringComparison.Ordinal));
        Assert.All(quoted.Where(line => line is not ("" or "...")), line => Assert.Contains(line, written));
    }
}
