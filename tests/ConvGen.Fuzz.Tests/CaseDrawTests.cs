namespace ConvGen.Fuzz.Tests;

[Trait("Level", "Any")]
public class CaseDrawTests
{
    private static readonly FuzzCase[] s_cases = [.. FuzzCases.OfSeed(seed: 3, count: 10_000)];

    public static TheoryData<string, Func<FuzzCase, bool>> Corners => new()
    {
        { "rank 1", one => one.Layer.Rank == 1 },
        { "rank 2", one => one.Layer.Rank == 2 },
        { "rank 3", one => one.Layer.Rank == 3 },
        { "no image", one => one.Layer.N == 0 },
        { "five images", one => one.Layer.N == 5 },
        { "no bias", one => !one.Layer.Bias },
        { "fixed sizes", one => one.Request.FixSizes },
        { "direct", one => one.Request.Algorithm == Algorithm.Direct },
        { "direct, channels", one => one.Request.Algorithm == Algorithm.DirectChannels },
        { "direct, pixels", one => one.Request.Algorithm == Algorithm.DirectPixels },
        { "Winograd, two", one => one.Request.Algorithm == Algorithm.Winograd2 },
        { "Winograd, three", one => one.Request.Algorithm == Algorithm.Winograd3 },
        { "Winograd, four", one => one.Request.Algorithm == Algorithm.Winograd4 },
        { "grouped", one => one.Layer.G > 1 && one.Layer.Cin > one.Layer.G },
        { "depthwise", one => one.Layer.G > 1 && one.Layer.Cin == one.Layer.G && one.Layer.Cout == one.Layer.G },
        { "multiplied channels", one => one.Layer.G > 1 && one.Layer.Cin == one.Layer.G && one.Layer.Cout > one.Layer.G },
        { "65 input channels", one => one.Layer.Cin == 65 },
        { "70 output channels", one => one.Layer.Cout == 70 },
        { "padding beyond the kernel", one => FuzzAxis.Of(one.Layer).Any(axis => axis.P > axis.D * (axis.K - 1)) },
        { "kernel of 25", one => one.Layer.K.Contains(25) },
        { "stride of 16", one => one.Layer.S.Contains(16) },
        { "dilation of 5", one => one.Layer.D.Contains(5) },
        { "rows of 70", one => one.Layer.In[^1] == 70 },
        { "stride beyond the kernel", one => FuzzAxis.Of(one.Layer).Any(axis => axis.S > axis.K) },
        { "kernel of a stride", one => FuzzAxis.Of(one.Layer).Any(axis => axis.S == axis.K && axis.S > 1) },
        { "dilation by strides", one => FuzzAxis.Of(one.Layer).Any(axis => axis.S > 1 && axis.D % axis.S == 0) },
        { "output padding at its limit", one => FuzzAxis.Of(one.Layer).Any(axis => axis.Op > 0 && axis.Op == axis.MostOp) },
        { "output padding by dilation", one => FuzzAxis.Of(one.Layer).Any(axis => axis.Op >= axis.S) },
        { "one output", one => FuzzAxis.Of(one.Layer).All(axis => axis.Out == 1) },
        { "one input", one => one.Layer.Rank > 1 && one.Layer.In.All(length => length == 1) },
        { "work for threads", one => Products(one) > 1 << 21 },
        { "a slope per channel, and a residual before it", one => one.Request.Ending is { HasSlopes: true, Residual: Residual.BeforeActivation } },
        { "a residual after the activation", one => one.Request.Ending.Residual == Residual.AfterActivation },
        { "scaled before and after", one => one.Request.Ending is { ScaleBefore: not 1, ScaleAfter: not 1 } },
        { "parts of tensors", one => one.Beside is { Before: > 0, After: > 0 } },
        { "not finite", one => one.Values == ValueKind.NotFinite },
    };

    [Fact]
    public void All_are_legal() => Assert.DoesNotContain(s_cases, one => !one.IsLegal);

    [Fact]
    public void Equal_seeds_draw_equal_cases() =>
        Assert.Equal(CaseDraw.Draw(seed: 7, index: 20).ToString(), CaseDraw.Draw(seed: 7, index: 20).ToString());

    [Fact]
    public void Seeds_and_indices_draw_different_cases() => Assert.Equal(
        20_000, s_cases.Concat(FuzzCases.OfSeed(seed: 4, count: 10_000)).Select(one => one.ToString()).Distinct().Count());

    [Fact]
    public void None_takes_long() => Assert.All(s_cases, one => Assert.InRange(Products(one), 0, 1 << 23));

    [Theory]
    [MemberData(nameof(Corners))]
    public void Each_corner_gets_its_share(string name, Func<FuzzCase, bool> isThere)
    {
        int count = s_cases.Count(isThere);

        Assert.True(count >= 20, FormattableString.Invariant($"{name}: {count} of {s_cases.Length}"));
    }

    private static double Products(FuzzCase one) => FuzzAxis.Of(one.Layer).Aggregate(
        (double)one.Layer.N * one.Layer.Cin * (one.Layer.Cout / one.Layer.G), (product, axis) => product * axis.In * axis.K);
}
