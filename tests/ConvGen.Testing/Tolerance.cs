namespace ConvGen.Testing;

/// <summary>
/// How far a float32 result may lie from the true one: <c>8 u sqrt(n) sum|x w| + 2 u |y| + n 2^-149</c> with <c>u = 2^-24</c> and <c>n</c>
/// products.
/// </summary>
/// <remarks>
/// The first term is the probabilistic bound of an inner product, <c>lambda sqrt(n) u sum|x w|</c> with lambda = 8, of N. J. Higham and
/// T. Mary, "A New Approach to Probabilistic Rounding Error Analysis", SIAM J. Sci. Comput. 41(5), 2019: it holds for any order of
/// summation and is far tighter than the worst case <c>n u sum|x w|</c>. The second term is two roundings: of the sum with its bias, which is
/// added last, and of the oracle. The third is that of products and sums too small for normal numbers.
/// </remarks>
public static class Tolerance
{
    /// <summary>Half the distance from 1 to the next float32.</summary>
    public const double UnitRoundoff = 1.0 / (1 << 24);

    /// <summary>The smallest positive float32.</summary>
    public const double Smallest = float.Epsilon;

    /// <summary>How many units a bound allows besides the last roundings.</summary>
    public const double Units = 8;

    /// <summary>What rounding errors of a sum are counted in: <c>u sqrt(n) S</c>.</summary>
    /// <param name="terms">How many numbers are added.</param>
    /// <param name="magnitude">The sum of their magnitudes.</param>
    public static double Unit(int terms, double magnitude) => UnitRoundoff * Math.Sqrt(terms) * magnitude;

    /// <summary>The largest legal distance of a sum from <paramref name="expected"/>.</summary>
    /// <param name="terms">How many numbers are added.</param>
    /// <param name="magnitude">The sum of their magnitudes.</param>
    /// <param name="expected">The true sum.</param>
    public static double Bound(int terms, double magnitude, double expected) =>
        (Units * Unit(terms, magnitude)) + (2 * UnitRoundoff * Math.Abs(expected)) + (terms * Smallest);

    /// <summary>The largest legal distance of element <paramref name="index"/> from <paramref name="expected"/>.</summary>
    public static double Bound(ScatterReference reference, int index, double expected) =>
        Bound(reference.Products[index], reference.SumAbs[index], expected);

    /// <summary>Whether a result may stand for an expected value; infinities and NaN only for themselves.</summary>
    public static bool Accepts(float got, double expected, double bound) =>
        double.IsFinite(expected) ? Math.Abs(got - expected) <= bound : ((double)got).Equals(expected);
}
