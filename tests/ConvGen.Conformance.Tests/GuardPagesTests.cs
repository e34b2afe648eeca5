using ConvGen.GuardPages;
using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>A slice of what tests/ConvGen.GuardPages runs in full.</summary>
[Trait("Level", "Any")]
public class GuardPagesTests
{
    [Fact]
    public async Task Nothing_outside_is_touched()
    {
        (int exitCode, string report) = await Run(GoldenFolder.Location, "--random", "20", "--every", "33", "--alignments", "4");

        Assert.EndsWith("\n22 cases, 176 placements, 0 faults\n", report, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    // Canaries are all there is where pages cannot be guarded.
    [Fact]
    public async Task Broken_borders_fault_and_break_canaries()
    {
        (int exitCode, string report) = await Run("--break-border", "--alignments", "1");

        (string right, string left) = OperatingSystem.IsLinux()
            ? ("before .*AccessViolationException", "after .*AccessViolationException")
            : ("after", "before");
        Assert.Equal(1, exitCode);
        Assert.Matches($"(?m)^kernel_reads_a_column_too_far_left, .*, 0 bytes {left}", report);
        Assert.All(
            ["short_Output", "short_Packed", "short_Scratch"],
            name => Assert.Matches($"(?m)^{name}, .*, 0 bytes after a page, .*: wrote beside {name[6..]}$", report));
        Assert.All(
            [
                "kernel_reads_a_column_too_far_right",
                "short_Input", "short_Weight", "short_Bias", "short_Output", "short_Packed", "short_Scratch",
            ],
            name => Assert.Matches($"(?m)^{name}, .*, 0 bytes {right}", report));
    }

    private static async Task<(int ExitCode, string Report)> Run(params IEnumerable<string> arguments)
    {
        (int exitCode, string report) = await DotnetProcess.RunAsync(typeof(GuardRun).Assembly.Location, arguments);
        return (exitCode, report.ReplaceLineEndings("\n"));
    }
}
