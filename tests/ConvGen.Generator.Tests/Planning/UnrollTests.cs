namespace ConvGen.Generator.Tests.Planning;

public class UnrollTests
{
    [Fact]
    public void Phase_within_its_budget_is_unrolled()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([UnrollBudget.TapsPerPhase]));

        Assert.Equal(UnrollBudget.TapsPerPhase, Assert.Single(plan.Kernels).TapCount);
        Assert.Equal(UnrollBudget.TapsPerPhase, Assert.Single(plan.TapsOfPhases()).Length);
    }

    [Fact]
    public void Phase_beyond_its_budget_is_unrolled_by_lines_within_it()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([2, UnrollBudget.TapsPerPhase]));

        PhasePlan kernel = Assert.Single(plan.Kernels);
        Assert.False(kernel.IsUnrolled);
        Assert.Equal(2 * UnrollBudget.TapsPerPhase, Assert.Single(plan.TapsOfPhases()).Length);
    }

    [Fact]
    public void Phase_beyond_its_budget_loops()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([UnrollBudget.TapsPerPhase + 1]));

        Assert.Empty(plan.Kernels);
        Assert.Empty(plan.TapsOfPhases());
        Assert.Equal(1, plan.PhaseCount);
    }

    [Fact]
    public void Phases_beside_one_beyond_its_budget_keep_their_numbers()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([(2 * UnrollBudget.TapsPerPhase) + 1], [2]));

        PhasePlan kernel = Assert.Single(plan.Kernels);
        Assert.Equal(1, kernel.Index);
        Assert.Equal(1, kernel.Axes[0].Offset);
        Assert.Equal([0, kernel.TapCount], plan.TapsOfPhases().Select(taps => taps.Length));
        Assert.Equal(2, plan.PhaseCount);
    }

    [Fact]
    public void Configuration_within_its_budget_of_phases_is_unrolled() =>
        Assert.Equal(UnrollBudget.Phases, LayerPlan.Create(Specs.Of([UnrollBudget.Phases], [UnrollBudget.Phases])).Kernels.Length);

    [Fact]
    public void Configuration_beyond_its_budget_of_phases_loops() =>
        Assert.Empty(LayerPlan.Create(Specs.Of([UnrollBudget.Phases + 1], [UnrollBudget.Phases + 1])).Kernels);

    [Fact]
    public void Configuration_within_its_budget_of_taps_is_unrolled()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([UnrollBudget.Taps], [UnrollBudget.Phases]));

        Assert.Equal(UnrollBudget.Taps, plan.Kernels.Sum(kernel => kernel.TapCount));
    }

    [Fact]
    public void Configuration_beyond_its_budget_of_taps_loops() =>
        Assert.Empty(LayerPlan.Create(Specs.Of([UnrollBudget.Taps + 1], [UnrollBudget.Phases])).Kernels);

    [Fact]
    public void Volume_of_stride_16_loops()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([16, 16, 16], [16, 16, 16]));

        Assert.Empty(plan.Kernels);
        Assert.Equal(4096, plan.PhaseCount);
    }

    [Theory]
    [InlineData(RequestedAlgorithm.Auto, 0, 0, 1, null)]
    [InlineData(RequestedAlgorithm.Auto, 0, 8, 1, null)]
    [InlineData(RequestedAlgorithm.Direct, 64, 0, 1, null)]
    [InlineData(RequestedAlgorithm.Auto, 64, 8, 1, RequestedAlgorithm.DirectChannels)]
    [InlineData(RequestedAlgorithm.Direct, 64, 8, 1, RequestedAlgorithm.DirectChannels)]
    [InlineData(RequestedAlgorithm.Auto, 64, 7, 1, RequestedAlgorithm.DirectPixels)]
    [InlineData(RequestedAlgorithm.Auto, 6, 8, 1, RequestedAlgorithm.DirectChannels)]
    [InlineData(RequestedAlgorithm.Auto, 5, 8, 1, RequestedAlgorithm.DirectPixels)]
    [InlineData(RequestedAlgorithm.Auto, 64, 64, 64, RequestedAlgorithm.DirectPixels)]
    [InlineData(RequestedAlgorithm.DirectPixels, 64, 64, 1, RequestedAlgorithm.DirectPixels)]
    [InlineData(RequestedAlgorithm.DirectChannels, 0, 0, 1, RequestedAlgorithm.DirectChannels)]
    internal void Form_is_known_where_channels_are(
        RequestedAlgorithm requested, int inChannels, int outChannels, int groups, RequestedAlgorithm? form)
    {
        LayerSpec spec = Specs.Of([3], g: groups) with { Algorithm = requested, InChannels = inChannels, OutChannels = outChannels };

        Assert.Equal(form, LayerPlan.Create(spec).Form);
    }
}
