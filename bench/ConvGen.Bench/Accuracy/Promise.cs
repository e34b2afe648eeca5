using ConvGen.Testing;

namespace ConvGen.Bench.Accuracy;

/// <summary>How far a result of ConvGen may lie from the true one, as docs/accuracy.md says it.</summary>
internal sealed class Promise
{
    private readonly bool _mixesChannels;
    private readonly PlaneMagnitude? _transforms;

    public Promise(LayerData data, Algorithm algorithm)
    {
        LayerCase layer = data.Layer;
        _mixesChannels = algorithm == Algorithm.Strassen;
        _transforms = algorithm is Algorithm.Winograd2 or Algorithm.Winograd3 or Algorithm.Winograd4 or Algorithm.Strassen
            ? new PlaneMagnitude(layer, data.Input.Span, data.Weight.Span)
            : null;
    }

    public double Bound(in SampledSum sum) =>
        Tolerance.Bound(sum.Products, sum.ProductMagnitude, sum.Value) + (_transforms?.Bound(sum.Plane, _mixesChannels) ?? 0);
}
