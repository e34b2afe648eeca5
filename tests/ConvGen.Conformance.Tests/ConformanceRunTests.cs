using System.Buffers.Binary;
using ConvGen.CompilerServices;

namespace ConvGen.Conformance.Tests;

[Trait("Level", "Any")]
public class ConformanceRunTests
{
    private const string Case = "single_output";

    [Fact]
    public void Good_folder_passes()
    {
        using CaseFolder folder = new CaseFolder().WithGolden(Case);

        Assert.Equal((0, "1 passed, 0 failed"), Run(folder));
    }

    [Theory]
    [InlineData(1e-4f)]
    [InlineData(float.NaN)]
    public void Wrong_value_in_y_fails_with_its_place(float change)
    {
        using CaseFolder folder = new CaseFolder().WithGolden(Case).WithChanged(Case, "y", file =>
        {
            Span<byte> third = file.AsSpan(file.Length - (6 * sizeof(float)));
            BinaryPrimitives.WriteSingleLittleEndian(third, BinaryPrimitives.ReadSingleLittleEndian(third) + change);
        });

        (int exitCode, string[] lines) = Lines(folder);

        const string mismatch = @"\[0, 2, 0, 0\]: got \S+, expected \S+, bound \S+; 1 of 8 elements are wrong$";
        Assert.Equal(1, exitCode);
        Assert.Collection(
            lines,
            line => Assert.Matches(@"^single_output: Forward\(packed\) " + mismatch, line),
            line => Assert.Matches(@"^single_output: Forward\(packed for the input size\) " + mismatch, line),
            line => Assert.Matches(@"^single_output: Forward\(weight, bias\) " + mismatch, line),
            line => Assert.Equal("0 passed, 1 failed", line));
    }

    [Fact]
    public void Missing_folder_fails()
    {
        using var folder = new CaseFolder();
        string missing = Path.Combine(folder.Location, "missing");

        Assert.Equal((1, $"{missing} is no folder."), Run(missing));
    }

    [Fact]
    public void Missing_table_fails()
    {
        using var folder = new CaseFolder();

        Assert.Equal((1, $"{folder.Location} has no cases.csv."), Run(folder));
    }

    [Fact]
    public void Table_without_cases_fails()
    {
        using CaseFolder folder = new CaseFolder().WithRows();

        Assert.Equal((1, $"{Path.Combine(folder.Location, "cases.csv")} has no cases."), Run(folder));
    }

    [Fact]
    public void Malformed_row_fails_with_its_line()
    {
        using CaseFolder folder = new CaseFolder().WithRows(CaseFolder.Row(Case), "bad,2,1,8,8,1y1,3x3,2x2,1x1,0x0,1x1,1,1,1x1");

        Assert.Equal((1, "cases.csv, line 3: in is '1y1', which holds no whole number."), Run(folder));
    }

    [Fact]
    public void Missing_arrays_fail()
    {
        using CaseFolder folder = new CaseFolder().WithRows(CaseFolder.Row(Case));

        Assert.Equal((1, $"{Case}: {Case}.npz is missing.\n0 passed, 1 failed"), Run(folder));
    }

    [Fact]
    public void Broken_archive_fails()
    {
        using CaseFolder folder = new CaseFolder().WithGolden(Case);
        File.WriteAllText(folder.ArraysOf(Case), "no archive");

        (int exitCode, string[] lines) = Lines(folder);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{Case}: {Case}.npz: it does not begin with NumPy's magic number", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_of_another_shape_fail()
    {
        using CaseFolder folder = new CaseFolder().WithRows(CaseFolder.Row(Case)).WithArrays("one_by_one_input", Case);

        Assert.Equal(
            (1, $"{Case}: The array 'x' has the shape [1, 5, 1, 1]; the parameters give [1, 8, 1, 1].\n0 passed, 1 failed"), Run(folder));
    }

    [Fact]
    public void Illegal_row_fails_alone_and_quotes_the_diagnostic()
    {
        string illegal = "illegal,2,1,8,8,1x1,3x3,2x2,1x1,5x0,1x1,1,1,6x1";
        using CaseFolder folder = new CaseFolder().WithRows(illegal, CaseFolder.Row(Case)).WithArrays(Case, Case);

        (int exitCode, string[] lines) = Lines(folder);

        Assert.Equal(1, exitCode);
        Assert.Collection(
            lines,
            line => Assert.Matches("^illegal: CG[0-9]{4}: .*5", line),
            line => Assert.Equal("1 passed, 1 failed", line));
    }

    [Fact]
    public void Unexpected_level_fails()
    {
        using CaseFolder folder = new CaseFolder().WithGolden(Case);
        SimdLevel actual = SimdSupport.Widest;
        SimdLevel other = actual == SimdLevel.Scalar ? SimdLevel.Vector128 : SimdLevel.Scalar;
        using var report = new StringWriter();

        int exitCode = new ConformanceRun(report) { ExpectedLevel = other }.Execute(folder.Location);

        Assert.Equal(1, exitCode);
        Assert.Contains($"The kernels take {actual}, not the expected {other}.", report.ToString(), StringComparison.Ordinal);
    }

    private static (int ExitCode, string Report) Run(CaseFolder folder) => Run(folder.Location);

    private static (int ExitCode, string Report) Run(string folder)
    {
        (int exitCode, string[] lines) = Lines(folder);
        return (exitCode, string.Join('\n', lines));
    }

    private static (int ExitCode, string[] Lines) Lines(CaseFolder folder) => Lines(folder.Location);

    // All but the first line, which names the level.
    private static (int ExitCode, string[] Lines) Lines(string folder)
    {
        using var report = new StringWriter();
        int exitCode = new ConformanceRun(report).Execute(folder);
        string[] lines = report.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.StartsWith("SIMD level: ", lines[0], StringComparison.Ordinal);
        return (exitCode, lines[1..]);
    }
}
