using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Emission;

/// <summary>The order of taps that a file hands over is the one in which its kernels, as they stand there, meet them.</summary>
public partial class TapOrderTests
{
    [Theory]
    [InlineData("k: 4, s: 2, p: 1", 4, 4)]
    [InlineData("k: 2, s: 2", 2, 2)]
    [InlineData("k: 3, s: 2, p: 1, op: 1", 3, 3)]
    [InlineData("k: new[] { 3, 4 }, s: new[] { 1, 2 }, p: new[] { 1, 0 }", 3, 4)]
    [InlineData("k: new[] { 2, 5 }, s: new[] { 2, 3 }, d: new[] { 1, 2 }", 2, 5)]
    [InlineData("k: new[] { 8 }, s: new[] { 4 }, p: new[] { 2 }", 8)]
    [InlineData("k: new[] { 2, 4, 3 }, s: new[] { 2, 2, 2 }", 2, 4, 3)]
    public void Kernels_meet_their_taps_in_the_order_that_is_handed_over(string arguments, params int[] kernel)
    {
        string source = $"using ConvGen; [ConvTranspose({arguments})] internal static partial class Up {{ }}";
        string file = GeneratorHost.Run(source).Sources.Single().SourceText.ToString();

        int[][] met = [.. KernelText().Matches(file).Select(method => Met(method.Value, kernel))];
        int[][] handedOver = [.. List().Matches(file).Select(list => Numbers(list.Groups["numbers"].Value)).Where(taps => taps.Length > 0)];

        Assert.NotEmpty(met);
        Assert.DoesNotContain("Tap < ", file, StringComparison.Ordinal);
        Assert.Equal(met, handedOver);
    }

    // Elements of the kernel, row-major.
    private static int[] Met(string method, int[] kernel) =>
    [
        .. Tap().Matches(method).Select(tap =>
            Numbers(tap.Groups["element"].Value).Zip(kernel).Aggregate(0, (element, axis) => (element * axis.Second) + axis.First)),
    ];

    private static int[] Numbers(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"private static void (Phase|Interleaved)\d+<.*?\n        }\n", RegexOptions.Singleline)]
    private static partial Regex KernelText();

    [GeneratedRegex(@"// kernel \[(?<element>[\d, ]+)\]")]
    private static partial Regex Tap();

    [GeneratedRegex(@"^ +new int\[\] {(?<numbers>[\d, ]*)},$", RegexOptions.Multiline)]
    private static partial Regex List();
}
