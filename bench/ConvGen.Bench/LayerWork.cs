using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>What a layer asks of a machine.</summary>
internal static class LayerWork
{
    // At the peak, arithmetic of this much takes longer than reading input and weights and writing the output at a quarter of it in GB/s.
    private const double ComputeBoundFlopsPerByte = 4;

    /// <summary>Every product of the scatter form, whether or not it falls outside the output, and its addition.</summary>
    public static double Flops(this LayerCase layer) => 2 * layer.Products;

    /// <summary>Whether every channel is a group of its own.</summary>
    public static bool IsDepthwise(this LayerCase layer) => layer.G > 1 && layer.G == layer.Cin;

    /// <summary>Whether there are four operations or more for every byte of input, weights and output.</summary>
    public static bool IsComputeBound(this LayerCase layer) =>
        layer.Flops() >= ComputeBoundFlopsPerByte * sizeof(float)
            * (Product(layer.InputShape) + Product(layer.WeightShape) + Product(layer.OutputShape));

    /// <summary>
    /// The share that a time has of what no layer may exceed: 20 times its arithmetic at the peak and twice its memory traffic at 10 GB/s.
    /// </summary>
    public static double PercentOfLimit(this LayerCase layer, double milliseconds, double peak)
    {
        double bytes = sizeof(float) * (Product(layer.InputShape) + Product(layer.WeightShape) + Product(layer.OutputShape));
        return 100 * milliseconds / 1e3 / ((20 * layer.Flops() / (peak * 1e9)) + (2 * bytes / 10e9));
    }

    public static double OutputBytes(this LayerCase layer) => sizeof(float) * Product(layer.OutputShape);

    private static double Product(int[] lengths) => lengths.Aggregate(1.0, (product, length) => product * length);
}
