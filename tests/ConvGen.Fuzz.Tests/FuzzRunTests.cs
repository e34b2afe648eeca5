using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Fuzz.Tests;

public class FuzzRunTests
{
    private const int Slice = 150;

    [Fact]
    public void Slice_of_the_space_agrees_with_the_definition()
    {
        (int exitCode, string[] lines) = Run(output => new FuzzRun(output) { Seed = 1, Cases = Slice });

        Assert.Equal(
            FormattableString.Invariant($"{Slice} geometries, 0 mismatches, 0 crashes (seed 1, level {SimdSupport.Widest})"), lines[^1]);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    [Trait("Level", "Any")]
    public void Mismatch_is_made_small_and_printed()
    {
        (int exitCode, string[] lines) = Run(output => new FuzzRun(output)
        {
            Cases = 20,
            Check = cases => [.. cases.Where(one => one.Layer.K.Contains(3)).Select(one => new Finding(one, "made up", IsCrash: false))],
        });

        int wrong = FuzzCases.OfSeed(seed: 1, count: 20).Count(one => one.Layer.K.Contains(3));
        Assert.Equal(
            FormattableString.Invariant($"20 geometries, {wrong} mismatches, 0 crashes (seed 1, level {SimdSupport.Widest})"), lines[^1]);
        Assert.Equal(
            wrong,
            lines.Count(line => line is "[ConvTranspose(k: [3], s: [1], p: [0], op: [0], d: [1], g: 1)]" or "[Conv(k: [3], s: [1], p: [1], d: [1], g: 1)]"));
        Assert.Equal(1, exitCode);
    }

    [Fact]
    [Trait("Level", "Any")]
    public void Broken_kernel_is_found_and_made_small()
    {
        (int exitCode, string[] lines) = Run(output => new FuzzRun(output)
        {
            Cases = 4,
            Check = new CaseRunner { Change = BrokenKernels.RepeatAChannel }.Run,
        });

        Assert.Contains(lines, line =>
            line.StartsWith("// case ", StringComparison.Ordinal) && line.Contains("channels 2 to 1,", StringComparison.Ordinal));
        Assert.Equal(1, exitCode);
    }

    [Fact]
    [Trait("Level", "Any")]
    public async Task Case_that_ends_the_process_is_told()
    {
        (int exitCode, string report) = await DotnetProcess.RunAsync(typeof(FuzzRun).Assembly.Location, ["--cases", "40", "--read-far"]);

        Assert.Matches(@"Crash, case \d+ of seed 1:", report);
        Assert.Matches("The process ended with exit code [1-9]", report);
        Assert.Contains("[Conv", report, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    [Trait("Level", "Any")]
    public void Crash_is_counted()
    {
        (int exitCode, string[] lines) = Run(output => new FuzzRun(output)
        {
            Cases = 1,
            Check = cases => [new Finding(cases[0], "made up", IsCrash: true)],
        });

        Assert.Equal($"1 geometries, 0 mismatches, 1 crashes (seed 1, level {SimdSupport.Widest})", lines[^1]);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    [Trait("Level", "Any")]
    public void Time_ends_a_run()
    {
        (int exitCode, string[] lines) = Run(output => new FuzzRun(output) { Duration = TimeSpan.FromSeconds(0.1), Check = _ => [] });

        Assert.Matches(@"^[1-9]\d* geometries, 0 mismatches, 0 crashes ", lines[^1]);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Other_level_fails()
    {
        SimdLevel other = SimdSupport.Widest == SimdLevel.Scalar ? SimdLevel.Vector128 : SimdLevel.Scalar;

        (int exitCode, string[] lines) = Run(output => new FuzzRun(output) { ExpectedLevel = other });

        Assert.Equal([$"SIMD level: {SimdSupport.Widest}", $"The kernels take {SimdSupport.Widest}, not the expected {other}."], lines);
        Assert.Equal(1, exitCode);
    }

    private static (int ExitCode, string[] Lines) Run(Func<TextWriter, FuzzRun> create)
    {
        using var output = new StringWriter();
        int exitCode = create(output).Execute();
        return (exitCode, output.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n'));
    }
}
