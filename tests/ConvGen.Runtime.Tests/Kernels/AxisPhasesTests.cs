using ConvGen.Kernels;

namespace ConvGen.Runtime.Tests;

public class AxisPhasesTests
{
    private static readonly int[] s_inputs = [1, 4];
    private static readonly int[] s_boxes = [1, 2, 3, 5, 8, 100];

    public static TheoryData<int> Kernels => AxisCase.Kernels;

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Window_holds_the_inputs_that_its_outputs_meet(int kernel) => Assert.Null(Cuts(kernel).FirstOrDefault(cut =>
        !cut.Outputs.SelectMany(output => cut.Axis.Products(output, cut.Input))
            .All(product => cut.Window.InStart <= product.Input && product.Input < cut.Window.InEnd)));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Window_lies_in_the_input_and_within_the_most(int kernel) => Assert.Null(Cuts(kernel).FirstOrDefault(cut =>
        cut.Window.InStart < 0
        || cut.Window.InEnd > cut.Input
        || cut.Window.Inputs < 0
        || cut.Window.Inputs > cut.Plan.InputSpan(cut.Window.Outputs, cut.Input)));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Pieces_are_no_more_than_the_most(int kernel) =>
        Assert.Null(Cuts(kernel).FirstOrDefault(cut => cut.Pieces().Length > cut.Plan.MostPieces(cut.Window.Outputs)));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Pieces_cover_the_outputs_that_taps_could_reach_once(int kernel) => Assert.Null(Cuts(kernel).FirstOrDefault(cut =>
        !cut.Outputs.Where(output => cut.Plan.Phases.Any(phase => output % cut.Axis.S == phase.Offset))
            .SequenceEqual(cut.Pieces().SelectMany(cut.OutputsOf).Order())));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Pieces_by_tap_hold_every_product_once(int kernel) => Assert.Null(Cuts(kernel).FirstOrDefault(cut =>
        !cut.Outputs.SelectMany(output => cut.Axis.Products(output, cut.Input), (output, product) => (output, product.Tap)).Order()
            .SequenceEqual(cut.PiecesByTap().SelectMany(cut.ProductsOf).Order())));

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Shifts_lie_between_the_least_and_the_most(int kernel)
    {
        foreach (AxisCase axis in AxisCase.WithKernel(kernel))
        {
            var plan = new AxisPhases(axis.Geometry);
            int[] shifts = [.. plan.Phases.SelectMany(phase => Enumerable.Range(0, phase.TapCount).Select(phase.Shift))];

            Assert.Equal((shifts.Min(), shifts.Max()), (plan.MinShift, plan.MaxShift));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Bare_outputs_are_those_that_no_tap_reaches(int kernel)
    {
        foreach (AxisCase axis in AxisCase.WithKernel(kernel))
        {
            // Far from both borders, a stride of outputs meets every tap that it can.
            bool bare = Enumerable.Range(20 * axis.S, axis.S).Any(output => !axis.Products(output, 100).Any());

            Assert.Equal(bare, new AxisPhases(axis.Geometry).HasBareOutputs);
        }
    }

    private static IEnumerable<Cut> Cuts(int kernel) =>
        from axis in AxisCase.WithKernel(kernel)
        where axis.Op == 0 || axis.Op == Math.Max(axis.S, axis.D) - 1
        let plan = new AxisPhases(axis.Geometry)
        from input in s_inputs
        let output = (int)Math.Max(0, axis.OutputLength(input))
        from box in s_boxes
        from index in Enumerable.Range(0, (output + box - 1) / box)
        select new Cut(axis, plan, input, plan.Window(index * box, Math.Min((index + 1) * box, output), input));

    /// <summary>A window of an axis for an input length.</summary>
    private sealed record Cut(AxisCase Axis, AxisPhases Plan, int Input, AxisWindow Window)
    {
        public IEnumerable<int> Outputs => Enumerable.Range(Window.OutStart, Window.Outputs);

        public AxisPiece[] Pieces()
        {
            var pieces = new AxisPiece[3 * Window.Outputs];
            return pieces[..Plan.Cut(Window, Input, pieces)];
        }

        public AxisPiece[] PiecesByTap()
        {
            var pieces = new AxisPiece[Axis.K];
            return pieces[..Plan.CutByTap(Window, Input, pieces)];
        }

        public IEnumerable<(int Output, int Tap)> ProductsOf(AxisPiece piece) =>
            OutputsOf(piece).Select(output => (output, Plan.Phases[piece.Phase].Kernel(piece.Segment.FirstTap)));

        public IEnumerable<int> OutputsOf(AxisPiece piece) => Enumerable
            .Range(piece.Segment.Start, piece.Segment.Length)
            .Select(position => (position * Axis.S) + Plan.Phases[piece.Phase].Offset);
    }
}
