using ConvGen.Bench.Measuring;

namespace ConvGen.Bench.Editor;

/// <summary>What an edit costs in microseconds, with ConvGen and with an empty transform, which took turns.</summary>
/// <param name="Classes">How many classes are annotated.</param>
/// <param name="Edit">The edit.</param>
/// <param name="Written">How many files ConvGen writes anew.</param>
/// <param name="ConvGen">ConvGen's times, one a turn.</param>
/// <param name="Empty">The empty transform's times, one a turn.</param>
internal sealed record EditCost(int Classes, Edit Edit, int Written, double[] ConvGen, double[] Empty)
{
    public int Turns => ConvGen.Length;

    public double Minimum => ConvGen.Min();

    public double Median => Middle(ConvGen);

    public double EmptyMinimum => Empty.Min();

    public double EmptyMedian => Middle(Empty);

    /// <summary>How much longer ConvGen's fastest run takes than the empty transform's, a class.</summary>
    public double BeyondAClass => (Minimum - EmptyMinimum) / Classes;

    /// <summary>The median of how much longer ConvGen takes than the empty transform in the same turn, a class.</summary>
    public double MedianBeyondAClass => Middle(ConvGen.Zip(Empty, (convgen, empty) => convgen - empty)) / Classes;

    private static double Middle(IEnumerable<double> times) => Timing.Middle([.. times.Order()]);
}
