using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>One output element in float64.</summary>
/// <param name="Element">Where it lies.</param>
/// <param name="Plane">Image times output channels, plus the channel.</param>
/// <param name="Value">Its products and the bias.</param>
/// <param name="Products">How many products reach it.</param>
/// <param name="ProductMagnitude">The sum of their magnitudes.</param>
/// <param name="Bias">The bias, if the layer has one.</param>
internal readonly record struct SampledSum(
    int Element, int Plane, double Value, int Products, double ProductMagnitude, double? Bias)
{
    /// <summary>How many numbers are added, the bias among them.</summary>
    public int Terms => Products + (Bias is null ? 0 : 1);

    /// <summary>The sum of their magnitudes.</summary>
    public double Magnitude => ProductMagnitude + Math.Abs(Bias ?? 0);

    /// <summary>What errors of it are counted in.</summary>
    public double Unit => Tolerance.Unit(Terms, Magnitude);
}
