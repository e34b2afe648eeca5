using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>Some output elements of a layer in float64, each summed from the input elements that reach it.</summary>
internal sealed class SampledReference
{
    private const int Anywhere = 4096;
    private const int AtBorders = 1024;

    public SampledReference(LayerData data)
    {
        var random = new Random(2);
        Even = [.. Enumerable.Range(0, Anywhere).Select(_ => Sum(data, random.Next(data.OutputLength)))];
        int[] border = [0, data.OutputLength - 1, .. Enumerable.Range(0, AtBorders).Select(_ => BorderElement(data.Layer, random))];
        All = [.. Even, .. border.Select(element => Sum(data, element))];
        Bound = All.Max(sum => Tolerance.Bound(sum.Products, sum.ProductMagnitude, sum.Value));
    }

    /// <summary>Elements drawn evenly: means are theirs.</summary>
    public IReadOnlyList<SampledSum> Even { get; }

    /// <summary>The same, and more at borders, where sums are shorter and kernels have other code.</summary>
    public IReadOnlyList<SampledSum> All { get; }

    /// <summary>How far rounding may take any element from its true value: the largest such bound of the samples.</summary>
    public double Bound { get; }

    /// <summary>The largest distance of the sampled elements of an output.</summary>
    public double Distance(ReadOnlySpan<float> output)
    {
        double largest = 0;
        foreach (SampledSum sum in All)
        {
            largest = Math.Max(largest, Math.Abs(output[sum.Element] - sum.Value));
        }

        return largest;
    }

    /// <summary>The root of the mean square of the distances of the elements drawn evenly.</summary>
    public double RootMeanSquare(ReadOnlySpan<float> output)
    {
        double squares = 0;
        foreach (SampledSum sum in Even)
        {
            double distance = output[sum.Element] - sum.Value;
            squares += distance * distance;
        }

        return Math.Sqrt(squares / Even.Count);
    }

    // At least one coordinate is the first or the last of its axis; each of the others is with a chance of a half.
    private static int BorderElement(LayerCase layer, Random random)
    {
        int[] lengths = layer.Out;
        int element = random.Next(layer.N * layer.Cout), certain = random.Next(lengths.Length);
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            int coordinate = axis == certain || random.Next(2) == 0
                ? random.Next(2) * (lengths[axis] - 1)
                : random.Next(lengths[axis]);
            element = (element * lengths[axis]) + coordinate;
        }

        return element;
    }

    private static SampledSum Sum(LayerData data, int element)
    {
        LayerCase layer = data.Layer;
        (int plane, int[] position) = Split(element, layer.Out);
        (int image, int outChannel) = (plane / layer.Cout, plane % layer.Cout);
        (int inPerGroup, int outPerGroup) = (layer.Cin / layer.G, layer.Cout / layer.G);
        int inputPixels = LayerCase.Elements(layer.In), taps = LayerCase.Elements(layer.K), group = outChannel / outPerGroup;
        double bias = layer.Bias ? data.Bias.Span[outChannel] : 0, value = bias;
        (double magnitude, int products) = (0, 0);
        for (int tap = 0; tap < taps; tap++)
        {
            if (Source(layer, position, Split(tap, layer.K).Position) is not { } pixel)
            {
                continue;
            }

            for (int channel = group * inPerGroup; channel < (group + 1) * inPerGroup; channel++)
            {
                int kernel = layer.IsOrdinary
                    ? (outChannel * inPerGroup) + (channel % inPerGroup)
                    : (channel * outPerGroup) + (outChannel % outPerGroup);
                int weight = (kernel * taps) + tap;
                int input = (((image * layer.Cin) + channel) * inputPixels) + pixel;
                double product = (double)data.Input.Span[input] * data.Weight.Span[weight];
                value += product;
                magnitude += Math.Abs(product);
                products++;
            }
        }

        return new SampledSum(element, plane, value, products, magnitude, layer.Bias ? bias : null);
    }

    // The input pixel that a tap brings to an output position.
    private static int? Source(LayerCase layer, int[] position, int[] tap)
    {
        int pixel = 0;
        for (int axis = 0; axis < layer.Rank; axis++)
        {
            int stride = layer.IsOrdinary ? 1 : layer.S[axis];
            int distance = layer.IsOrdinary
                ? (position[axis] * layer.S[axis]) + (tap[axis] * layer.D[axis]) - layer.P[axis]
                : position[axis] + layer.P[axis] - (tap[axis] * layer.D[axis]);
            if (distance < 0 || distance % stride != 0 || distance / stride >= layer.In[axis])
            {
                return null;
            }

            pixel = (pixel * layer.In[axis]) + (distance / stride);
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
