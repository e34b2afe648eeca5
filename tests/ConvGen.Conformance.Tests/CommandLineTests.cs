using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>The tool as its own process, since a process cannot change the level of its own kernels.</summary>
[Trait("Level", "Any")]
public class CommandLineTests
{
    private static readonly string[] s_levelVariables =
    [
        SimdSupport.OverrideVariable,
        "DOTNET_EnableAVX512",
        "DOTNET_EnableAVX512F",
        "DOTNET_EnableAVX2",
        "DOTNET_EnableAVX",
        "DOTNET_EnableHWIntrinsic",
    ];

    [Theory]
    [InlineData(SimdSupport.OverrideVariable, "Scalar", "Scalar")]
    [InlineData(SimdSupport.OverrideVariable, "Vector128", "Vector128")]
    [InlineData(SimdSupport.OverrideVariable, "Vector256", "Vector256")]
    [InlineData(SimdSupport.OverrideVariable, "Vector512", "Vector512")]
    [InlineData("DOTNET_EnableAVX2", "0", "Vector128")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0", "Scalar")]
    public async Task Emitted_code_agrees_with_the_oracle_at_every_level(string variable, string value, string level)
    {
        (int exitCode, string report) = await Run(variable, value, GoldenFolder.Location, "--expect-level", level);

        Assert.Equal($"SIMD level: {level}\n{GoldenFolder.Layers.Count} passed, 0 failed\n", report);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Failure_is_the_exit_code()
    {
        using var folder = new CaseFolder();

        (int exitCode, string report) = await Run(SimdSupport.OverrideVariable, "Scalar", folder.Location);

        Assert.EndsWith("has no cases.csv.\n", report, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task Help_lists_the_options()
    {
        (int exitCode, string report) = await Run(SimdSupport.OverrideVariable, "Scalar", "--help");

        Assert.Equal(0, exitCode);
        Assert.All(["--algorithm", "--expect-level", "--fixed-sizes"], option => Assert.Contains(option, report, StringComparison.Ordinal));
    }

    private static async Task<(int ExitCode, string Report)> Run(string variable, string value, params IEnumerable<string> arguments)
    {
        // Without those that this process may have got, to run at a level of its own.
        Dictionary<string, string?> environment = s_levelVariables.ToDictionary(name => name, _ => (string?)null);
        environment[variable] = value;
        (int exitCode, string report) = await DotnetProcess.RunAsync(typeof(ConformanceRun).Assembly.Location, arguments, environment);
        return (exitCode, report.ReplaceLineEndings("\n"));
    }
}
