namespace ConvGen.Generator.Tests.Planning;

/// <summary>Kernels that no call would run are not emitted.</summary>
public class DirectFormsTests
{
    [Theory]
    [InlineData(0, 0, true, true)]
    [InlineData(64, 0, true, true)]
    [InlineData(64, 32, true, false)]
    [InlineData(64, 7, false, true)]
    [InlineData(2, 32, false, true)]
    public void Channels_that_are_fixed_fix_lanes(int inChannels, int outChannels, bool channels, bool pixels)
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([4, 4], [2, 2], [1, 1]) with { InChannels = inChannels, OutChannels = outChannels });

        Assert.Equal((channels, pixels), (plan.MayHaveChannels, plan.MayHavePixels));
        Assert.Equal(pixels ? 1 : 0, plan.Interleaved.Length);
    }

    // Where the kernel is as long as the stride, wide rows have pixels as lanes.
    [Theory]
    [InlineData(0, true, true)]
    [InlineData(8, true, false)]
    [InlineData(64, false, true)]
    public void Width_may_fix_lanes(int width, bool channels, bool pixels)
    {
        LayerSpec spec = Specs.Of([2, 2], [2, 2]) with { InChannels = 64, OutChannels = 32, InputSize = new(width == 0 ? [] : [8, width]) };
        LayerPlan plan = LayerPlan.Create(spec);

        Assert.Equal((channels, pixels), (plan.MayHaveChannels, plan.MayHavePixels));
        Assert.Equal(pixels, plan.Interleaved.Length > 0);
    }

    [Theory]
    [InlineData(RequestedAlgorithm.Auto, true, true, true)]
    [InlineData(RequestedAlgorithm.Direct, true, true, false)]
    [InlineData(RequestedAlgorithm.DirectPixels, false, true, false)]
    [InlineData(RequestedAlgorithm.DirectChannels, true, false, false)]
    [InlineData(RequestedAlgorithm.Winograd3, true, true, false)]
    internal void Form_that_is_asked_for_is_computed_phase_by_phase(RequestedAlgorithm algorithm, bool channels, bool pixels, bool rows)
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([4, 4], [2, 2], [1, 1]) with { Algorithm = algorithm });

        Assert.Equal((channels, pixels, rows), (plan.MayHaveChannels, plan.MayHavePixels, plan.Interleaved.Length > 0));
        Assert.Equal(4, plan.Kernels.Length);
    }
}
