using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>
/// What a case may cost. Most are small, so that many are tried; some are large enough for several boxes, panels of channels and threads.
/// </summary>
internal sealed class CostLimits
{
    private readonly double _products;
    private readonly double _outputs;

    // Most of a case's time goes into compiling what its phases unroll.
    private readonly double _taps;

    public CostLimits(Dice dice, LayerKind kind)
    {
        bool large = dice.Once(8) || (kind is LayerKind.Transforms or LayerKind.SmallImages && dice.Once(2));
        _products = Math.Pow(2, large ? 22.5 : 10 + (11 * dice.Share()));
        _outputs = Math.Pow(2, large ? 19 : 8 + (10 * dice.Share()));
        _taps = dice.Once(8) ? double.PositiveInfinity : 48;
    }

    public bool Allow(LayerCase layer)
    {
        double images = Math.Max(1, layer.N);
        (double taps, double inputs, double outputs) = (1, images * layer.Cin, images * layer.Cout);
        foreach (FuzzAxis axis in FuzzAxis.Of(layer))
        {
            taps *= axis.K;
            inputs *= axis.In;
            outputs *= (axis with { Op = axis.MostOp }).Out;
        }

        double kernels = taps * (layer.Cout / layer.G);
        return taps <= _taps && inputs * kernels <= _products && Math.Max(outputs, layer.Cin * kernels) <= _outputs;
    }
}
