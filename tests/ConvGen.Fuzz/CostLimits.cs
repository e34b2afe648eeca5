using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>
/// What a case may cost. Most are small, so that many are tried; some are large enough for several boxes, panels of channels and threads.
/// </summary>
internal sealed class CostLimits
{
    // Two thirds of the time of a case goes into compiling what its phases unroll.
    private readonly int _unrolled;
    private readonly double _products;
    private readonly double _outputs;

    public CostLimits(Random random)
    {
        _products = Math.Pow(2, random.Next(12) == 0 ? 22.5 : 10 + (10 * random.NextDouble()));
        _outputs = Math.Pow(2, random.Next(12) == 0 ? 19 : 8 + (9 * random.NextDouble()));
        _unrolled = random.Next(12) == 0 ? 1 << 20 : 48;
    }

    public bool Allow(LayerCase layer)
    {
        FuzzAxis[] axes = FuzzAxis.Of(layer);
        double taps = 1, inputs = (double)Math.Max(1, layer.N) * layer.Cin, outputs = (double)Math.Max(1, layer.N) * layer.Cout;
        double weights = (double)layer.Cin * (layer.Cout / layer.G);
        foreach (FuzzAxis axis in axes)
        {
            taps *= axis.K;
            inputs *= axis.In;
            weights *= axis.K;
            outputs *= (axis with { Op = axis.MostOp }).Out;
        }

        return taps <= _unrolled && inputs * taps * (layer.Cout / layer.G) <= _products && Math.Max(outputs, weights) <= _outputs;
    }
}
