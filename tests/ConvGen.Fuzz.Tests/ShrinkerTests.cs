using ConvGen.Testing;

namespace ConvGen.Fuzz.Tests;

[Trait("Level", "Any")]
public class ShrinkerTests
{
    [Fact]
    public void What_always_fails_becomes_the_smallest_case() =>
        AssertShrinks(FuzzCases.Smallest.Layer with { N = 0 }, one => true);

    [Fact]
    public void Numbers_that_matter_stay() => AssertShrinks(
        FuzzCases.Smallest.With(new FuzzAxis(In: 1, K: 3, S: 2, P: 0, Op: 0, D: 1)).Layer with { N = 0 },
        one => FuzzAxis.Of(one.Layer).Any(axis => axis.K >= 3 && axis.S == 2));

    [Fact]
    public void Paddings_and_lengths_that_matter_stay() => AssertShrinks(
        FuzzCases.Smallest.With(new FuzzAxis(In: 5, K: 1, S: 1, P: 2, Op: 0, D: 1)).Layer with { N = 2 },
        one => one.Layer.N >= 2 && FuzzAxis.Of(one.Layer).Any(axis => axis.P >= 2 && axis.In >= 5));

    [Fact]
    public void Groups_and_channels_that_matter_stay() => AssertShrinks(
        FuzzCases.Smallest.Layer with { N = 0, G = 2, Cin = 4, Cout = 6, Bias = true },
        one => one.Layer.G >= 2 && one.Layer.Cin >= 2 * one.Layer.G && one.Layer.Cout >= 3 * one.Layer.G && one.Layer.Bias);

    [Fact]
    public void Forms_and_values_that_matter_stay()
    {
        FuzzCase smallest = Shrinker.Shrink(FuzzCases.Large, one =>
            one.Request is { Algorithm: Algorithm.DirectPixels, FixSizes: true } && one.Values == FuzzCases.Large.Values);

        Assert.Equal(Algorithm.DirectPixels, smallest.Request.Algorithm);
        Assert.True(smallest.Request.FixSizes);
        Assert.Same(FuzzCases.Large.Values, smallest.Values);
    }

    [Fact]
    public void Endings_and_parts_that_matter_stay()
    {
        FuzzCase large = FuzzCases.Large with
        {
            Request = FuzzCases.Large.Request with { Ending = new Ending(Activation.Tanh, Residual.AfterActivation, 2, 3, 4, 5) },
            Beside = (1, 2),
        };

        FuzzCase smallest = Shrinker.Shrink(large, static one => one.Request.Ending.Activation == Activation.Tanh && one.Beside != default);

        Assert.Equal(new Ending(Activation.Tanh, Residual.None), smallest.Request.Ending);
        Assert.Equal((1, 2), smallest.Beside);
        Assert.Equal(Ending.None, Shrinker.Shrink(large, static _ => true).Request.Ending);
    }

    [Fact]
    public void Only_legal_cases_are_tried()
    {
        Shrinker.Shrink(FuzzCases.Large, one =>
        {
            Assert.True(one.IsLegal, one.ToString());
            return true;
        });
    }

    [Fact]
    public void Attempts_are_limited()
    {
        int attempts = 0;

        FuzzCase same = Shrinker.Shrink(FuzzCases.Large, one => ++attempts < 0, attempts: 10);

        Assert.Equal(10, attempts);
        Assert.Same(FuzzCases.Large, same);
    }

    private static void AssertShrinks(LayerCase expected, Func<FuzzCase, bool> fails)
    {
        FuzzCase smallest = Shrinker.Shrink(FuzzCases.Large, fails);

        Assert.Equal(
            (FuzzCases.Smallest with { Request = new LayerRequest(expected with { Name = "large" }) }).ToString(), smallest.ToString());
    }
}
