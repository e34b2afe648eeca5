using ConvGen.CompilerServices;

namespace ConvGen.Conformance.Tests;

public class GoldenCasesTests
{
    [Theory]
    [InlineData(Algorithm.Auto, false)]
    [InlineData(Algorithm.Auto, true)]
    [InlineData(Algorithm.DirectChannels, false)]
    [InlineData(Algorithm.DirectPixels, false)]
    [InlineData(Algorithm.Winograd2, false)]
    [InlineData(Algorithm.Winograd3, false)]
    [InlineData(Algorithm.Winograd4, false)]
    [InlineData(Algorithm.Strassen, false)]
    public void Emitted_code_agrees_with_the_oracle(Algorithm algorithm, bool fixSizes)
    {
        using var report = new StringWriter();

        int exitCode = new ConformanceRun(report) { Algorithm = algorithm, FixSizes = fixSizes }.Execute(GoldenFolder.Location);

        string expected = $"SIMD level: {SimdSupport.Widest}\n{GoldenFolder.Layers.Count} passed, 0 failed\n";
        Assert.Equal(expected, report.ToString(), ignoreLineEndingDifferences: true);
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData(Algorithm.Auto, false)]
    [InlineData(Algorithm.Auto, true)]
    [InlineData(Algorithm.DirectChannels, false)]
    [InlineData(Algorithm.DirectPixels, false)]
    [InlineData(Algorithm.Winograd2, false)]
    [InlineData(Algorithm.Winograd3, false)]
    [InlineData(Algorithm.Winograd4, false)]
    [InlineData(Algorithm.Strassen, false)]
    public void Ordinary_convolutions_agree_with_the_oracle(Algorithm algorithm, bool fixSizes)
    {
        using var report = new StringWriter();

        int exitCode = new ConformanceRun(report) { Algorithm = algorithm, FixSizes = fixSizes }.Execute(GoldenFolder.Ordinary);

        Assert.Equal($"SIMD level: {SimdSupport.Widest}\n60 passed, 0 failed\n", report.ToString(), ignoreLineEndingDifferences: true);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void Folder_has_all_shipped_cases() => Assert.Equal(80, GoldenFolder.Layers.Count);
}
