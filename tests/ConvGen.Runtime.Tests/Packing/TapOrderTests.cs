using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Kernels;
using ConvGen.Kernels.Interleaved;

namespace ConvGen.Runtime.Tests;

/// <summary>The order of taps that emitted code hands over, against the layer's own.</summary>
public class TapOrderTests
{
    // k4 s2 along both axes: four phases of four taps, and a kernel of all four.
    private static readonly LayerPhases s_plan = KernelLayers.Plan(KernelLayers.Named("plane"));

    private static readonly int[][] s_phases = [[15, 13, 7, 5], [14, 12, 6, 4], [11, 9, 3, 1], [10, 8, 2, 0]];

    private static readonly int[][] s_interleaved = [[15, 13, 14, 12, 7, 11, 5, 6, 9, 10, 4, 8, 3, 1, 2, 0]];

    [Fact]
    public void Order_of_the_layer_is_taken() => new TapOrder(3, s_phases, s_interleaved).Check(s_plan);

    [Fact]
    public void Kernels_are_the_layers_own()
    {
        Assert.Equal(s_phases, Enumerable.Range(0, 4).Select(phase => s_plan.TapsOf(phase).ToArray()));
        LayerGeometry layer = s_plan.Geometry;
        Assert.Equal(
            s_interleaved,
            InterleavedPhases.Of(layer.Height, 2).Select(lines => InterleavedPhases.TapOrder(layer, [lines], InterleavedPhases.Of(layer.Width, 2)[0])));
        Assert.Equal(1, InterleavedPlan.Count(layer));
    }

    // Whatever the order, every tap is met.
    [Fact]
    public void Interleaved_kernels_may_have_an_order_of_their_own() =>
        new TapOrder(3, s_phases, [[.. s_interleaved[0].Reverse()]]).Check(s_plan);

    [Theory]
    [InlineData(0, 0, 13)]
    [InlineData(3, 3, 1)]
    public void Another_order_of_a_phase_is_refused(int phase, int tap, int element)
    {
        int[][] phases = [.. s_phases.Select(taps => (int[])[.. taps])];
        phases[phase][tap] = element;

        AssertRefused(new TapOrder(3, phases, s_interleaved));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(2, 3)]
    public void Swapped_phases_are_refused(int phase, int other)
    {
        int[][] phases = [.. s_phases];
        (phases[phase], phases[other]) = (phases[other], phases[phase]);

        AssertRefused(new TapOrder(3, phases, s_interleaved));
    }

    [Fact]
    public void Taps_that_are_not_all_met_once_are_refused()
    {
        AssertRefused(new TapOrder(3, s_phases, [[.. s_interleaved[0][1..], 13]]));
        AssertRefused(new TapOrder(3, s_phases, [s_interleaved[0][1..]]));
        AssertRefused(new TapOrder(3, s_phases, [s_interleaved[0][..8], s_interleaved[0][8..]]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Unknown_format_is_refused(int format)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => new TapOrder(format, [], []));

        Assert.Equal(
            $"The layer was generated in format {format}, this version of ConvGen reads format 3: rebuild the assembly with it.", refused.Message);
    }

    private static void AssertRefused(TapOrder order) => Assert.StartsWith(
        "The layer's kernels meet its taps in another order",
        Assert.Throws<InvalidOperationException>(() => order.Check(s_plan)).Message,
        StringComparison.Ordinal);
}
