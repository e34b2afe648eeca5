using ConvGen.Geometry;

namespace ConvGen.Runtime.Tests;

/// <summary>Parameters at the end of the range of <see langword="int"/>: numbers that would wrap give wrong layers, not errors.</summary>
[Trait("Level", "Any")]
public class ExtremeAxisTests
{
    private const int Most = int.MaxValue;

    [Fact]
    public void Output_length_does_not_wrap()
    {
        Assert.Equal(((Most - 1L) * Most) + 1, new AxisCase(K: 1, S: Most, D: 1, P: 0, Op: 0).Geometry.OutputLength(Most));
        Assert.Equal(((Most - 1L) * Most) + 1, new AxisCase(K: Most, S: 1, D: Most, P: 0, Op: 0).Geometry.OutputLength(1));
        Assert.Equal(1 - (2L * Most), new AxisCase(K: 1, S: 1, D: 1, P: Most, Op: 0).Geometry.OutputLength(1));
    }

    [Fact]
    public void Long_stride_has_a_phase_per_tap()
    {
        const int stride = 100_000;
        AxisPhase[] phases = new AxisCase(K: 3, S: stride, D: 1, P: 1, Op: 0).Geometry.Phases();

        Assert.Equal([(0, 1, 0), (1, 2, 0), (stride - 1, 0, 1)], phases.Select(phase => (phase.Offset, phase.Kernel(0), phase.FirstShift)));
        Assert.Equal([21_475, 21_475, 21_474], phases.Select(phase => phase.PositionsBelow(Most, stride)));
    }

    [Fact]
    public void Longest_stride_keeps_its_taps()
    {
        AxisPhase[] phases = new AxisCase(K: 2, S: Most, D: Most - 1, P: Most, Op: 0).Geometry.Phases();

        Assert.Equal([(0, 0, 1), (Most - 1, 1, 1)], phases.Select(phase => (phase.Offset, phase.Kernel(0), phase.FirstShift)));
        Assert.Equal([1, 1], phases.Select(phase => phase.PositionsBelow(Most, Most)));
    }

    [Fact]
    public void Longest_dilation_reaches_back_to_the_first_input()
    {
        AxisPhase phase = Assert.Single(new AxisCase(K: 2, S: 1, D: Most - 1, P: 0, Op: 0).Geometry.Phases());

        Assert.Equal((-(Most - 1), 0), (phase.FirstShift, phase.LastShift));
        Assert.Equal(new AxisSegment(0, 1, 1, 2), phase.SegmentAt(0, Most, 1));
        Assert.Equal(new AxisSegment(1, Most - 1, 1, 1), phase.SegmentAt(1, Most, 1));
        Assert.Equal(new AxisSegment(Most - 1, Most, 0, 1), phase.SegmentAt(Most - 1, Most, 1));
    }

    [Fact]
    public void Longest_padding_crops_all_taps()
    {
        AxisPhase phase = Assert.Single(new AxisCase(K: 1, S: 1, D: 1, P: Most, Op: 0).Geometry.Phases());

        Assert.Equal(Most, phase.FirstShift);
        Assert.Equal(new AxisSegment(1, 5, 0, 0), phase.SegmentAt(1, 5, Most));
    }

    // Input and output of Most elements: p = 10 shifts the window of the last outputs beyond the input.
    [Fact]
    public void Last_outputs_of_the_longest_row_meet_no_tap_beyond_the_input()
    {
        var axis = new AxisCase(K: 2, S: 1, D: 11, P: 10, Op: 9);
        AxisPhase phase = Assert.Single(axis.Geometry.Phases());

        Assert.Equal(Most, axis.Geometry.OutputLength(Most));
        Assert.Equal((-1, 10), (phase.FirstShift, phase.LastShift));
        Assert.Equal(new AxisSegment(Most - 20, Most - 10, 0, 2), phase.SegmentAt(Most - 20, Most, Most));
        Assert.Equal(new AxisSegment(Most - 3, Most, 0, 1), phase.SegmentAt(Most - 3, Most, Most));
    }
}
