using ConvGen.Planning;

namespace ConvGen.Runtime.Tests;

public class AlgorithmRuleTests
{
    private const long Many = AlgorithmRule.MostWideProducts + 1;

    [Theory]
    [InlineData(Algorithm.Auto)]
    [InlineData(Algorithm.Direct)]
    public void Lanes_are_channels_where_they_are_filled(Algorithm requested)
    {
        Assert.Equal(Algorithm.DirectPixels, AlgorithmRule.Choose(requested, AlgorithmRule.LeastChannelsForLanes - 1, Many));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(requested, AlgorithmRule.LeastChannelsForLanes, Many));
    }

    [Theory]
    [InlineData(Algorithm.Auto)]
    [InlineData(Algorithm.Direct)]
    public void Lanes_are_pixels_where_few_products_are_summed(Algorithm requested) =>
        Assert.Equal(Algorithm.DirectPixels, AlgorithmRule.Choose(requested, 512, AlgorithmRule.MostWideProducts));

    [Theory]
    [InlineData(Algorithm.DirectChannels, 1, 1)]
    [InlineData(Algorithm.DirectPixels, 512, 10_000)]
    public void Named_form_is_taken(Algorithm requested, int channels, long products) =>
        Assert.Equal(requested, AlgorithmRule.Choose(requested, channels, products));

    [Fact]
    public void Description_states_the_thresholds()
    {
        Assert.Contains($"from {AlgorithmRule.LeastChannelsForLanes} output channels", AlgorithmRule.Description, StringComparison.Ordinal);
        Assert.Contains($"up to {AlgorithmRule.MostWideProducts} products", AlgorithmRule.Description, StringComparison.Ordinal);
    }
}
