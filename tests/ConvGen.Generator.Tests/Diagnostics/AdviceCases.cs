using static ConvGen.Generator.Tests.Diagnostics.RuleCase;

namespace ConvGen.Generator.Tests.Diagnostics;

/// <summary>Advice on layers that are right.</summary>
internal static class AdviceCases
{
    private const string Shape = "every axis must have d = 1 and s <= k <= 3s, and one of them k > s";

    public static IEnumerable<RuleCase> All =>
    [
        Of(
            "all phases of many taps",
            "k: {|CG0020:12|}, s: 2",
            "Too much to unroll: all phases loop over their taps; more than 24 taps are not unrolled"),
        Of(
            "a phase of many taps",
            "{|CG0020:{|CG0021:9|}|}, 2",
            "Too much to unroll: one kernel per phase, taps unrolled; 1 phase of more than 24 taps loops over them",
            Uneven(9, 2)),
        Of(
            "phases without end",
            "k: {|CG0020:[16, 16, 16]|}, s: [16, 16, 16]",
            "Too much to unroll: all phases loop over their taps; unrolled they would be more than 128 kernels or 768 taps"),
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
    ];

    private static string Uneven(int kernel, int stride, string axis = "") => FormattableString.Invariant(
        $"k = {kernel} is not a multiple of s = {stride}{axis}: neighbouring outputs sum different numbers of products, ")
        + "which may show as a checkerboard";

    private static string NotApplicable(string form, string reason) =>
        $"Algorithm.{form} does not apply: {reason}; the layer is computed directly";
}
