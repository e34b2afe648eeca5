using ConvGen.Planning;

namespace ConvGen.Runtime.Tests;

public class AlgorithmRuleTests
{
    [Theory]
    [InlineData(Algorithm.Auto)]
    [InlineData(Algorithm.Direct)]
    public void Lanes_are_channels_where_they_are_filled(Algorithm requested)
    {
        Assert.Equal(Algorithm.DirectPixels, AlgorithmRule.Choose(requested, AlgorithmRule.LeastChannelsForLanes - 1));
        Assert.Equal(Algorithm.DirectChannels, AlgorithmRule.Choose(requested, AlgorithmRule.LeastChannelsForLanes));
    }

    [Theory]
    [InlineData(Algorithm.DirectChannels, 1)]
    [InlineData(Algorithm.DirectPixels, 512)]
    public void Named_form_is_taken(Algorithm requested, int channels) => Assert.Equal(requested, AlgorithmRule.Choose(requested, channels));

    [Fact]
    public void Description_states_the_threshold() =>
        Assert.Contains(FormattableString.Invariant($"from {AlgorithmRule.LeastChannelsForLanes} output channels"), AlgorithmRule.Description, StringComparison.Ordinal);
}
