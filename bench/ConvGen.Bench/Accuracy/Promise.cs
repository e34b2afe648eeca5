using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>How far a result of ConvGen may lie from the true one, as docs/accuracy.md says it.</summary>
internal sealed class Promise
{
    // Sums of so many products and a bias are made in double precision, so that the bias costs nothing.
    private const int ShortSum = 16;

    private readonly bool _biasIsATerm;
    private readonly bool _mixesChannels;
    private readonly PlaneMagnitude? _transforms;

    public Promise(LayerData data, Algorithm algorithm)
    {
        LayerCase layer = data.Layer;
        _biasIsATerm = layer.Cin / layer.G * layer.MostTaps > ShortSum;
        _mixesChannels = algorithm == Algorithm.Strassen;
        _transforms = algorithm is Algorithm.Winograd2 or Algorithm.Winograd3 or Algorithm.Strassen
            ? new PlaneMagnitude(layer, data.Input.Span, data.Weight.Span)
            : null;
    }

    public double Bound(in SampledSum sum)
    {
        double bound = _biasIsATerm
            ? Tolerance.Bound(sum.Terms, sum.Magnitude, sum.Value)
            : Tolerance.Bound(sum.Products, sum.ProductMagnitude, sum.Value);
        return bound + (_transforms?.Bound(sum.Plane, _mixesChannels) ?? 0);
    }
}
