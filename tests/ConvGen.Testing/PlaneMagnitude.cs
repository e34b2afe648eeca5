namespace ConvGen.Testing;

/// <summary>
/// How large a sum could be in every plane of the output, whichever inputs and taps met: what the rounding errors of a Winograd form
/// scale with. Its transforms mix the inputs of a tile and the taps of a phase, so errors of large products reach sums of small ones,
/// and of none.
/// </summary>
public sealed class PlaneMagnitude
{
    private readonly double[] _planes;
    private readonly double[] _groups;
    private readonly int _planesOfGroup;
    private readonly int _products;

    /// <summary>Takes the measure of a layer's arguments.</summary>
    public PlaneMagnitude(LayerCase layer, ReadOnlySpan<float> x, ReadOnlySpan<float> w)
    {
        (int inPerGroup, int outPerGroup) = (layer.Cin / layer.G, layer.Cout / layer.G);
        (int pixels, int taps) = (LayerCase.Elements(layer.In), LayerCase.Elements(layer.K));
        _planesOfGroup = outPerGroup;
        _planes = new double[layer.N * layer.Cout];
        _products = inPerGroup * layer.MostTaps;
        for (int plane = 0; plane < layer.N * layer.Cin; plane++)
        {
            (int image, int channel) = (plane / layer.Cin, plane % layer.Cin);
            double largest = Largest(x.Slice(plane * pixels, pixels));
            int first = (image * layer.Cout) + (channel / inPerGroup * outPerGroup);
            for (int o = 0; o < outPerGroup; o++)
            {
                _planes[first + o] += layer.MostTaps * largest * Largest(w.Slice(Kernel(channel, o) * taps, taps));
            }
        }

        int Kernel(int channel, int output) => layer.IsOrdinary
            ? (((channel / inPerGroup * outPerGroup) + output) * inPerGroup) + (channel % inPerGroup)
            : (channel * outPerGroup) + output;

        _groups = [.. _planes.Chunk(outPerGroup).Select(static planes => planes.Max())];
    }

    /// <summary>What <see cref="Tolerance.Bound(int, double, double)"/> would be for a sum of that size.</summary>
    /// <param name="plane">Image times output channels, plus the channel.</param>
    /// <param name="mixesChannels">Whether the form mixes output channels, so that the errors of one follow the largest of its group.</param>
    public double Bound(int plane, bool mixesChannels)
    {
        double magnitude = mixesChannels ? _groups[plane / _planesOfGroup] : _planes[plane];
        return Tolerance.Units * Tolerance.Unit(_products, magnitude);
    }

    private static double Largest(ReadOnlySpan<float> values)
    {
        float largest = 0;
        foreach (float value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
