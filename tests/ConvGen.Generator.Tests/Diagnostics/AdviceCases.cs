using static ConvGen.Generator.Tests.Diagnostics.RuleCase;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>Advice on layers that are right.</summary>
internal static class AdviceCases
{
    private const string Shape = "every axis must have d = 1 and s <= k <= 3s, and one of them k > s";

    private const string Loop =
        "Too much to unroll: all phases loop over their taps; unrolled they would be more than 128 kernels or 768 taps";

    public static IEnumerable<RuleCase> All =>
    [
        Of(
            "all phases of many taps",
            "k: {|CG0020:50|}, s: 2, Rank = 1",
            "Too much to unroll: all phases loop over their taps; more than 24 taps in a line of the kernel are not unrolled"),
        Of(
            "a phase of many taps",
            "{|CG0020:{|CG0021:49|}|}, 2, Rank = 1",
            "Too much to unroll: one kernel per phase, taps unrolled; 1 phase of more than 24 taps in a line of the kernel loops over them",
            Uneven(49, 2)),
        Of(
            "phases without end",
            "k: {|CG0020:[16, 16, 16]|}, s: [16, 16, 16]",
            Loop),
        Of("kernel beside a stride", "k: {|CG0021:3|}, s: 2", Uneven(3, 2)),
        Of(
            "dilation of the stride",
            "k: {|CG0021:4|}, s: 2, d: 2",
            "d = 2 and s = 2 have a common divisor: neighbouring outputs sum different numbers of products, which may show as a checkerboard"),
        Of("kernel shorter than the stride", "k: [4, {|CG0021:2|}], s: [2, 3]", Uneven(2, 3, " on the width axis")),
        Of(
            "axes beside strides",
            "k: [{|CG0021:5|}, {|CG0021:2|}, 2], s: [2, 3, 1]",
            Uneven(5, 2, " on the depth axis"),
            Uneven(2, 3, " on the height axis")),
        Of(
            "Winograd of four taps per axis",
            "k: 8, s: 2, Algorithm = {|CG0022:Algorithm.Winograd3|}",
            NotApplicable("Winograd3", Shape)),
        Of(
            "Winograd of one tap",
            "k: 2, s: 2, Algorithm = {|CG0022:Algorithm.Winograd2|}",
            NotApplicable("Winograd2", Shape)),
        Of(
            "Strassen of four taps per axis",
            "k: 8, s: 2, Algorithm = {|CG0022:Algorithm.Strassen|}",
            NotApplicable("Strassen", "every axis must have d = 1 and s <= k <= 3s, and of three one k = s")),
        Of(
            "Winograd of short sums",
            "k: 4, s: 2, g: 8, InChannels = 8, OutChannels = 8, Algorithm = {|CG0022:Algorithm.Winograd2|}",
            NotApplicable("Winograd2", "outputs are sums of 16 products at the most")),
        Of("PyTorch's order", "{|CG0024:{|CG0020:64|}|}, 64, 4, 2, 1", Loop, Positional("k = 64, s = 64, p = 4, op = 2, d = 1")),
        Of("numbers for all", "{|CG0024:4|}, 2, 1, 0, 1, 2", Positional("k = 4, s = 2, p = 1, op = 0, d = 1, g = 2")),
        Of("four numbers of a sort", "{|CG0024:(int)4L|}, 1 + 1, 0x1, default", Positional("k = 4, s = 2, p = 1, op = 0")),
        Of("numbers beside names", "{|CG0024:4|}, 2, 1, 0, g: 2, Rank = 1", Positional("k = 4, s = 2, p = 1, op = 0")),
        Of("numbers behind a name", "k: 4, {|CG0024:2|}, 1, 0, 1", Positional("s = 2, p = 1, op = 0, d = 1")),
        new(
            "one configuration of two",
            """[ConvTranspose(4, 2, 1), ConvTranspose({|CG0024:4|}, 2, 1, 0, Name = "Near")] internal static partial class Up;""",
            Positional("k = 4, s = 2, p = 1, op = 0")),
    ];

    private static string Positional(string reading) =>
        $"Four or more positional numbers read as {reading}; PyTorch's order is (in, out, k, s, p): name the parameters";

    private static string Uneven(int kernel, int stride, string axis = "") => FormattableString.Invariant(
        $"k = {kernel} is not a multiple of s = {stride}{axis}: neighbouring outputs sum different numbers of products, ")
        + "which may show as a checkerboard";

    private static string NotApplicable(string form, string reason) =>
        $"Algorithm.{form} does not apply: {reason}; the layer is computed directly";
}
