using ConvGen.Fuzz.Files;

namespace ConvGen.Fuzz.Tests;

[Trait("Level", "Any")]
public class FileRunTests
{
    private const int Slice = 3000;

    [Fact]
    public void Damaged_weight_files_are_read_or_refused()
    {
        using var output = new StringWriter();

        int exitCode = new FileRun(output) { Seed = 2, Count = Slice }.Execute();

        string[] lines = output.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines, static line => Assert.Matches(@"^\w+: 3000 files, [1-9]\d\d+ read, [1-9]\d\d+ refused, 0 findings \(seed 2\)$", line));
        Assert.Equal(0, exitCode);
    }
}
