using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>Some output elements of a layer in float64, each summed from the input elements that reach it.</summary>
internal sealed class SampledReference
{
    private const int Samples = 500;

    private readonly int[] _elements;
    private readonly double[] _values;

    public SampledReference(LayerData data)
    {
        var random = new Random(2);
        _elements = [0, data.OutputLength - 1, .. Enumerable.Range(0, Samples).Select(_ => random.Next(data.OutputLength))];
        _values = new double[_elements.Length];
        for (int i = 0; i < _elements.Length; i++)
        {
            (_values[i], double sumAbs, int products) = Sum(data, _elements[i]);
            double bound = (8 * Tolerance.UnitRoundoff * Math.Sqrt(products) * sumAbs) + (Tolerance.UnitRoundoff * Math.Abs(_values[i]));
            Bound = Math.Max(Bound, bound);
        }
    }

    /// <summary>How far rounding may take any element from its true value: the largest such bound of the samples.</summary>
    public double Bound { get; }

    /// <summary>The largest distance of the sampled elements of an output.</summary>
    public double Distance(ReadOnlySpan<float> output)
    {
        double largest = 0;
        for (int i = 0; i < _elements.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(output[_elements[i]] - _values[i]));
        }

        return largest;
    }

    /// <summary>The root of the mean square of the same distances.</summary>
    public double RootMeanSquare(ReadOnlySpan<float> output)
    {
        double sum = 0;
        for (int i = 0; i < _elements.Length; i++)
        {
            double distance = output[_elements[i]] - _values[i];
            sum += distance * distance;
        }

        return Math.Sqrt(sum / _elements.Length);
    }

    private static (double Sum, double SumAbs, int Products) Sum(LayerData data, int element)
    {
        LayerCase layer = data.Layer;
        (int plane, int[] position) = Split(element, layer.Out);
        (int image, int outChannel) = (plane / layer.Cout, plane % layer.Cout);
        (int inPerGroup, int outPerGroup) = (layer.Cin / layer.G, layer.Cout / layer.G);
        int inputPixels = LayerCase.Elements(layer.In), taps = LayerCase.Elements(layer.K), group = outChannel / outPerGroup;
        double sum = layer.Bias ? data.Bias.Span[outChannel] : 0;
        (double sumAbs, int products) = (0, 0);
        for (int tap = 0; tap < taps; tap++)
        {
            if (Source(layer, position, Split(tap, layer.K).Position) is not { } pixel)
            {
                continue;
            }

            for (int channel = group * inPerGroup; channel < (group + 1) * inPerGroup; channel++)
            {
                int weight = (((channel * outPerGroup) + (outChannel % outPerGroup)) * taps) + tap;
                int input = (((image * layer.Cin) + channel) * inputPixels) + pixel;
                double product = (double)data.Input.Span[input] * data.Weight.Span[weight];
                sum += product;
                sumAbs += Math.Abs(product);
                products++;
            }
        }

        return (sum, sumAbs, products);
    }

    // The input pixel that a tap brings to an output position.
    private static int? Source(LayerCase layer, int[] position, int[] tap)
    {
        int pixel = 0;
        for (int axis = 0; axis < layer.Rank; axis++)
        {
            int distance = position[axis] + layer.P[axis] - (tap[axis] * layer.D[axis]);
            if (distance < 0 || distance % layer.S[axis] != 0 || distance / layer.S[axis] >= layer.In[axis])
            {
                return null;
            }

            pixel = (pixel * layer.In[axis]) + (distance / layer.S[axis]);
        }

        return pixel;
    }

    private static (int Outer, int[] Position) Split(int index, int[] lengths)
    {
        var position = new int[lengths.Length];
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            (index, position[axis]) = Math.DivRem(index, lengths[axis]);
        }

        return (index, position);
    }
}
