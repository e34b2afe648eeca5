using System.Text.RegularExpressions;
using ConvGen.Generator.Tests.Planning;
using ConvGen.Generator.Tests.Snapshots;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>What the header says of a layer agrees with itself and with what runs; lines of it, without what aligns them.</summary>
public partial class HeaderTests
{
    private const string Phases = "1 phase to a kernel, taps unrolled: direct, where ";
    private const string Interleaved = "inputs loaded once for all: direct, where lanes are neighbouring pixels and weights finite";
    private const string Fast = "the runtime's of fast forms, the products of matrices of the points";
    private const string Planes = "groups of one input and one output channel, weights finite";
    private const string Direct = " multiply-adds per input element and output channel of its group, less at the borders"
        + ", none by an inserted zero.";

    private const string Formula = "(in - 1)s - 2p + d(k - 1) + op + 1";

    [Theory]
    [InlineData("Kernel_4_stride_2", "height width", "kernel k 4 4", "groups g 1")]
    [InlineData("Anisotropic", "kernel k 3 5", "stride s 1 3", "padding p 1 2", "output padding op 0 2", "dilation d 2 1")]
    [InlineData("Anisotropic", "Output height: " + Formula + " = (in - 1) + 3.", "Output width: " + Formula + " = 3(in - 1) + 3.")]
    [InlineData("Fixed_sizes", "input size 8 12", "input channels 64", "output channels 32")]
    public void Parameters(string name, params string[] lines) => AssertHas(name, lines);

    [Theory]
    [InlineData("Stride_1", "Winograd3, 16 products per patch for 36;", "direct, 9" + Direct, Fast)]
    [InlineData(
        "Volume", "Cost: Winograd2, 216 products per patch for 512;", "Winograd3, 512 products per patch for 1728;", "direct, 64" + Direct)]
    [InlineData("Kernel_equals_stride", "Cost: Strassen, 28 products of halves for 32;", "direct, 4" + Direct, Fast)]
    [InlineData("All_kernels_loop", "Cost: direct, 25" + Direct)]
    [InlineData(
        "Depthwise",
        "Algorithm: direct, lanes are neighbouring pixels: 1 input channel and 1 output channel per group.",
        "Cost: direct, 16" + Direct)]
    [InlineData("Forced_algorithm", "Algorithm: direct, lanes are neighbouring pixels, as the attribute asks.", "Cost: direct, 9" + Direct)]
    [InlineData(
        "Fixed_sizes",
        "Algorithm: Winograd3: 64 input channels and 32 output channels per group;",
        "from plain weights direct, lanes are output channels.",
        "Cost: Winograd3, 64 products per patch for 144;",
        "direct, 16" + Direct,
        Fast)]
    public void Costs_are_those_of_the_forms(string name, params string[] lines) => AssertHas(name, lines);

    [Theory]
    [InlineData(
        "Kernel_4_stride_2",
        "Phase0 to Phase3 " + Phases + "lanes are output channels or a weight is infinite or NaN",
        "Interleaved0 4 interleaved phases to a kernel, " + Interleaved,
        "Planes0 the same, weights in registers: " + Planes + ", 512-bit vectors")]
    [InlineData(
        "Kernel_equals_stride",
        "Phase0 to Phase3 " + Phases + "lanes are output channels or a weight is infinite or NaN",
        "Interleaved0 to Interleaved1 2 interleaved phases to a kernel, " + Interleaved)]
    [InlineData("Stride_1", "Phase0 " + Phases + "lanes are output channels or neighbouring pixels")]
    [InlineData("Depthwise", "Phase0 to Phase3 " + Phases + "a weight is infinite or NaN", "Interleaved0 4 interleaved phases to a kernel, " + Interleaved)]
    [InlineData("Forced_algorithm", "Phase0 to Phase3 " + Phases + "lanes are neighbouring pixels")]
    [InlineData("Fixed_sizes", "Phase0 to Phase3 " + Phases + "lanes are output channels")]
    [InlineData("Some_phases_loop", "Phase1 " + Phases + "lanes are output channels or neighbouring pixels", "the runtime's 1 phase of more than 24 taps in a line of the kernel")]
    [InlineData("Line_by_line", "Phase0 1 phase to a kernel, taps unrolled, beyond 24 of them a line of the kernel at a time: direct, where lanes are output channels or neighbouring pixels", "Border0 the same, of outputs that miss taps at a border")]
    [InlineData("All_kernels_loop", "the runtime's all phases loop over their taps; more than 24 taps in a line of the kernel are not unrolled")]
    [InlineData("Beyond_the_configuration_budget", "the runtime's all phases loop over their taps; unrolled they would be more than 128 kernels or 768 taps")]
    public void Kernels_have_their_conditions(string name, params string[] lines) => AssertHas(name, lines);

    [Theory]
    [InlineData("Depthwise", "Winograd", "tap by tap", "fast form")]
    [InlineData("Forced_algorithm", "Interleaved0", "output channels", "Winograd", "tap by tap", "fast form")]
    [InlineData("Fixed_sizes", "Winograd2", "Strassen", "Interleaved0", "neighbouring pixels", Planes)]
    [InlineData("Kernel_equals_stride", "Winograd")]
    [InlineData("Stride_1", "Interleaved0", "infinite")]
    [InlineData("All_kernels_loop", "Phase0", "Interleaved0", "Winograd", "Strassen", "fast form")]
    public void What_cannot_run_is_not_spoken_of(string name, params string[] words)
    {
        IEnumerable<string> lines = Lines(Configurations.Source(name));
        string forms = string.Join('\n', lines.SkipWhile(line => !line.StartsWith("Algorithm", StringComparison.Ordinal)));

        Assert.Contains("Kernels, and what they are run for:", forms, StringComparison.Ordinal);
        Assert.All(words, word => Assert.DoesNotContain(word, forms, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("k: 4, s: 2, p: 1", true)]
    [InlineData("k: 16, s: 8, p: 4", true)]
    [InlineData("k: 3, s: 2, p: 1, op: 1", true)]
    [InlineData("k: 4, s: 2, p: 2", true)]
    [InlineData("k: 8, s: 4, p: 2", true)]
    [InlineData("k: 8, s: 2, p: 3", false)]
    [InlineData("k: 9, s: 3", false)]
    [InlineData("k: 10, s: 5", false)]
    public void Planes_are_spoken_of_where_there_is_code_for_them(string arguments, bool are)
    {
        string header = string.Join('\n', Lines($"using ConvGen; [ConvTranspose({arguments})] internal static partial class Up {{ }}"));

        Assert.Equal(are, header.Contains(Planes, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Winograd2")]
    [InlineData("Strassen")]
    public void Fast_form_that_does_not_apply_leaves_the_choice_to_Pack(string algorithm)
    {
        string source = $"using ConvGen; [ConvTranspose(k: 7, s: 2, d: 3, Algorithm = Algorithm.{algorithm})] internal static partial class Up {{ }}";
        string header = string.Join('\n', Lines(source));

        Assert.Contains("Algorithm: chosen by Pack from channels and input size;", header, StringComparison.Ordinal);
        Assert.DoesNotContain("0 input channels", header, StringComparison.Ordinal);
        Assert.DoesNotContain("Cost: " + algorithm, header, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k: 4, s: 2, p: 1, InChannels = 64, OutChannels = 32", true)]
    [InlineData("k: 4, s: 2, p: 1, InChannels = 64, OutChannels = 32, InputSize = new[] { 8, 12 }", false)]
    [InlineData("k: 4, s: 2, p: 1, InChannels = 64, OutChannels = 3", false)]
    [InlineData("k: 4, s: 2, p: 1, InChannels = 64, OutChannels = 32, Algorithm = Algorithm.Direct", false)]
    public void Size_that_Pack_is_told_may_change_the_form(string arguments, bool changes)
    {
        string header = string.Join('\n', Lines($"using ConvGen; [ConvTranspose({arguments})] internal static partial class Up {{ }}"));

        Assert.Equal(changes, header.Contains("another where Pack is told an input size that it suits", StringComparison.Ordinal));
    }

    // Phases 0 and 2 of 24 taps, phase 1 of 25.
    [Fact]
    public void Kernels_with_others_between_them_are_counted() =>
        Assert.Contains("2 of Phase0 to Phase2 ", Specs.Emit(Specs.Of([73], [3], [2])), StringComparison.Ordinal);

    private static void AssertHas(string name, string[] lines)
    {
        string[] header = Lines(Configurations.Source(name));
        Assert.All(lines, line => Assert.Contains(line, header));
    }

    private static string[] Lines(string source)
    {
        string file = GeneratorHost.Run(source).Sources.Single().SourceText.ToString();
        return
        [
            .. file[..file.IndexOf("\n\n#nullable", StringComparison.Ordinal)].Split('\n')
                .Select(line => Blanks().Replace(line.TrimStart('/'), " ").Trim()),
        ];
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}
