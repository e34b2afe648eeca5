using ConvGen.Geometry;

namespace ConvGen.Runtime.Tests;

[Trait("Level", "Any")]
public class AxisGeometryTests
{
    private static readonly int[] s_inputs = [1, 2, 3, 5, 8];

    public static TheoryData<int> Kernels => AxisCase.Kernels;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Output_length_is_PyTorchs(int kernel)
    {
        foreach (AxisCase axis in AxisCase.WithKernel(kernel))
        {
            foreach (long input in (long[])[1, 2, 7, int.MaxValue])
            {
                Assert.Equal(axis.OutputLength(input), axis.Geometry.OutputLength(input));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Phases_have_the_products_of_the_definition(int kernel)
    {
        foreach (AxisCase axis in AxisCase.WithKernel(kernel))
        {
            foreach (int input in s_inputs)
            {
                int output = (int)Math.Max(0, axis.OutputLength(input));
                IEnumerable<(int Output, int Tap, int Input)> expected =
                    from o in Enumerable.Range(0, output)
                    from product in axis.Products(o, input)
                    select (o, product.Tap, product.Input);

                IEnumerable<(int Output, int Tap, int Input)> found =
                    from phase in axis.Geometry.Phases()
                    from segment in Segments(phase, phase.PositionsBelow(output, axis.S), input)
                    from q in Enumerable.Range(segment.Start, segment.Length)
                    from u in Enumerable.Range(segment.FirstTap, segment.TapCount)
                    select ((axis.S * q) + phase.Offset, phase.Kernel(u), q + phase.Shift(u));

                IEnumerable<(int Output, int Tap, int Input)> inOrder = found.OrderBy(product => (product.Output, product.Input));
                Assert.True(expected.SequenceEqual(inOrder), $"{axis}, input {input}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Products_are_those_that_fall_into_the_output(int kernel)
    {
        foreach (AxisCase axis in AxisCase.WithKernel(kernel))
        {
            foreach (int input in s_inputs.Where(input => axis.OutputLength(input) > 0))
            {
                int expected = Enumerable.Range(0, (int)axis.OutputLength(input)).Sum(output => axis.Products(output, input).Count());

                Assert.Equal(expected, axis.Geometry.Products(input));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Every_tap_belongs_to_one_phase(int kernel)
    {
        foreach (AxisCase axis in AxisCase.WithKernel(kernel))
        {
            AxisPhase[] phases = axis.Geometry.Phases();

            IEnumerable<int> taps = phases.SelectMany(phase => Enumerable.Range(0, phase.TapCount).Select(phase.Kernel));
            int[] offsets = [.. phases.Select(phase => phase.Offset)];

            Assert.Equal(Enumerable.Range(0, kernel), taps.Order());
            Assert.Equal(offsets.Distinct().Order(), offsets);
            Assert.All(offsets, offset => Assert.InRange(offset, 0, axis.S - 1));
            Assert.Equal((phases.Length, phases.Max(phase => phase.TapCount)), (axis.Geometry.PhaseCount, axis.Geometry.MostTaps));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Segments_are_as_long_as_they_can_be(int kernel)
    {
        foreach (AxisCase axis in AxisCase.WithKernel(kernel))
        {
            foreach (int input in s_inputs)
            {
                int output = (int)Math.Max(0, axis.OutputLength(input));
                foreach (AxisPhase phase in axis.Geometry.Phases())
                {
                    int positions = phase.PositionsBelow(output, axis.S);
                    Assert.Equal(Enumerable.Range(0, output).Count(o => o % axis.S == phase.Offset), positions);
                    AxisSegment[] segments = [.. Segments(phase, positions, input)];

                    Assert.Equal(positions, segments.Sum(segment => segment.Length));
                    Assert.All(
                        segments.Zip(segments.Skip(1)),
                        pair => Assert.NotEqual((pair.First.FirstTap, pair.First.EndTap), (pair.Second.FirstTap, pair.Second.EndTap)));
                }
            }
        }
    }

    [Fact]
    public void Identity_changes_nothing()
    {
        AxisPhase phase = Assert.Single(AxisGeometry.Identity.Phases());

        Assert.Equal(new AxisPhase(Offset: 0, TapCount: 1, FirstKernel: 0, KernelStep: 1, FirstShift: 0, ShiftStep: 1), phase);
        Assert.Equal(17, AxisGeometry.Identity.OutputLength(17));
    }

    private static IEnumerable<AxisSegment> Segments(AxisPhase phase, int positions, int input)
    {
        for (int start = 0; start < positions;)
        {
            AxisSegment segment = phase.SegmentAt(start, positions, input);
            Assert.Equal(start, segment.Start);
            Assert.InRange(segment.End, start + 1, positions);
            yield return segment;
            start = segment.End;
        }
    }
}
