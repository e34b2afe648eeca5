namespace ConvGen.Generator.Tests.Planning;

/// <summary>Phases against the definition: with <c>full[i*s + t*d] += x[i] * w[t]</c>, output <c>o</c> is <c>full[o + p]</c>.</summary>
public class PhaseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(16)]
    public void Phases_hold_every_tap_once_where_the_definition_puts_it(int k)
    {
        foreach ((int s, int d, int p) in
            from s in Enumerable.Range(1, 8) from d in Enumerable.Range(1, 9) from p in Enumerable.Range(0, 11) select (s, d, p))
        {
            AxisPhase[] phases = LayerPlan.Create(Specs.Of([k], [s], [p], d: [d])).Axes[0].Phases;

            Assert.Equal(Enumerable.Range(0, k), phases.SelectMany(Kernels).Order());
            Assert.Equal(phases.Select(phase => phase.Offset).Distinct().Order(), phases.Select(phase => phase.Offset));
            foreach (AxisPhase phase in phases)
            {
                Assert.InRange(phase.Offset, 0, s - 1);
                // Output s*q + offset meets tap t at input q + shift.
                Assert.All(Taps(phase), tap => Assert.Equal(phase.Offset + p, (s * phase.Shift(tap)) + (d * phase.Kernel(tap))));
            }
        }
    }

    [Fact]
    public void Shifts_ascend_and_kernel_elements_descend()
    {
        AxisPhase phase = LayerPlan.Create(Specs.Of([7], [2], d: [3])).Axes[0].Phases[0];

        Assert.Equal([6, 4, 2, 0], Kernels(phase));
        Assert.Equal([-9, -6, -3, 0], Taps(phase).Select(phase.Shift));
    }

    [Fact]
    public void Textbook_layer_has_the_phases_of_the_textbook()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([4, 4], [2, 2], [1, 1]));

        Assert.Equal(["0: 3 @ -1, 1 @ 0", "1: 2 @ 0, 0 @ 1"], plan.Axes[1].Phases.Select(Describe));
        Assert.Equal(4, plan.PhaseCount);
        Assert.Equal(["height", "width"], plan.Axes.Select(axis => axis.Name));
    }

    [Fact]
    public void Stride_beyond_the_kernel_leaves_bare_outputs()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([2, 1], [4, 3]));

        Assert.Equal([0, 1], plan.Axes[0].Phases.Select(phase => phase.Offset));
        Assert.Equal(2, plan.PhaseCount);
    }

    [Fact]
    public void Dilation_that_is_a_multiple_of_the_stride_leaves_one_phase()
    {
        PlannedAxis axis = LayerPlan.Create(Specs.Of([3], [2], [1], d: [4])).Axes[0];

        Assert.Equal(["1: 2 @ -3, 1 @ -1, 0 @ 1"], axis.Phases.Select(Describe));
    }

    [Fact]
    public void Taps_are_numbered_row_major_by_ascending_input()
    {
        PhasePlan phase = LayerPlan.Create(Specs.Of([4, 6], [2, 2])).Kernels[1];

        Assert.Equal(6, phase.TapCount);
        Assert.Equal([0, 1, 2, 3, 4, 5], phase.Taps().Select(tap => tap.Index));
        Assert.Equal(["2,5", "2,3", "2,1", "0,5", "0,3", "0,1"], phase.Taps().Select(tap => string.Join(',', tap.Kernel)));
        Assert.Equal(["0,0", "0,1", "0,2", "1,0", "1,1", "1,2"], phase.Taps().Select(tap => string.Join(',', tap.Offset)));
    }

    [Fact]
    public void Dilated_taps_keep_their_distance()
    {
        PhasePlan phase = LayerPlan.Create(Specs.Of([3, 2, 3], [2, 1, 3], d: [4, 5, 2])).Kernels[0];

        Assert.Equal(["0,0,0", "0,5,0", "2,0,0", "2,5,0", "4,0,0", "4,5,0"], phase.Taps().Select(tap => string.Join(',', tap.Offset)));
    }

    [Fact]
    public void Phases_are_numbered_row_major()
    {
        LayerPlan plan = LayerPlan.Create(Specs.Of([2, 3, 2], [2, 3, 2]));

        Assert.Equal(Enumerable.Range(0, 12), plan.Kernels.Select(phase => phase.Index));
        Assert.Equal(
            from z in Enumerable.Range(0, 2) from y in Enumerable.Range(0, 3) from x in Enumerable.Range(0, 2) select $"{z},{y},{x}",
            plan.Kernels.Select(phase => string.Join(',', phase.Axes.Select(axis => axis.Offset))));
    }

    private static IEnumerable<int> Taps(AxisPhase phase) => Enumerable.Range(0, phase.TapCount);

    private static IEnumerable<int> Kernels(AxisPhase phase) => Taps(phase).Select(phase.Kernel);

    // Offset, then kernel element @ shift.
    private static string Describe(AxisPhase phase) =>
        $"{phase.Offset}: {string.Join(", ", Taps(phase).Select(tap => $"{phase.Kernel(tap)} @ {phase.Shift(tap)}"))}";
}
