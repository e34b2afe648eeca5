namespace ConvGen.Testing;

/// <summary>
/// The definition of a transposed convolution, in float64: every input element is multiplied by the whole kernel and the products are
/// added where they fall, <c>out[i * s + t * d - p] += x[i] * w[t]</c>. Slow, and shares no code and no idea with what it checks.
/// </summary>
public sealed class ScatterReference
{
    private ScatterReference(int outputs)
    {
        Y = new double[outputs];
        SumAbs = new double[outputs];
        Products = new int[outputs];
    }

    /// <summary>The result, in the order of (N, Cout, out...).</summary>
    public double[] Y { get; }

    /// <summary>Per output element, the sum of |x w| over its products.</summary>
    public double[] SumAbs { get; }

    /// <summary>Per output element, how many products it is the sum of.</summary>
    public int[] Products { get; }

    /// <summary>Computes a layer from arrays in PyTorch's layouts; the bias may be empty.</summary>
    public static ScatterReference Compute(LayerCase layer, ReadOnlySpan<float> x, ReadOnlySpan<float> w, ReadOnlySpan<float> bias)
    {
        int[] output = Lift(layer.Out, 1);
        int pixels = output[0] * output[1] * output[2];
        var result = new ScatterReference(layer.N * layer.Cout * pixels);
        for (int i = 0; i < result.Y.Length && !bias.IsEmpty; i++)
        {
            result.Y[i] = bias[i / pixels % layer.Cout];
        }

        int outPerGroup = layer.Cout / layer.G;
        int inputPixels = layer.In.Aggregate(1, (product, length) => product * length);
        int taps = layer.K.Aggregate(1, (product, length) => product * length);
        var axes = new Axes(layer, output);
        for (int plane = 0; plane < layer.N * layer.Cin; plane++)
        {
            (int image, int channel) = (plane / layer.Cin, plane % layer.Cin);
            int firstOut = (image * layer.Cout) + (channel / (layer.Cin / layer.G) * outPerGroup);
            for (int o = 0; o < outPerGroup; o++)
            {
                ReadOnlySpan<float> kernel = w.Slice(((channel * outPerGroup) + o) * taps, taps);
                result.ScatterPlane(axes, x.Slice(plane * inputPixels, inputPixels), kernel, (firstOut + o) * pixels);
            }
        }

        return result;
    }

    private void ScatterPlane(in Axes axes, ReadOnlySpan<float> x, ReadOnlySpan<float> w, int first)
    {
        for (int i = 0; i < x.Length; i++)
        {
            for (int t = 0; t < w.Length; t++)
            {
                if (axes.TryLand(i, t, out int pixel))
                {
                    double product = (double)x[i] * w[t];
                    Y[first + pixel] += product;
                    SumAbs[first + pixel] += Math.Abs(product);
                    Products[first + pixel]++;
                }
            }
        }
    }

    private static int[] Lift(int[] axes, int missing) => [.. Enumerable.Repeat(missing, 3 - axes.Length), .. axes];

    /// <summary>Where products fall. Layers of fewer axes are volumes whose leading axes have length 1.</summary>
    private readonly struct Axes(LayerCase layer, int[] output)
    {
        private readonly int[] _in = Lift(layer.In, 1);
        private readonly int[] _k = Lift(layer.K, 1);
        private readonly int[] _s = Lift(layer.S, 1);
        private readonly int[] _p = Lift(layer.P, 0);
        private readonly int[] _d = Lift(layer.D, 1);

        public bool TryLand(int input, int tap, out int pixel)
        {
            pixel = 0;
            int step = 1;
            for (int axis = 2; axis >= 0; axis--)
            {
                int position = (input % _in[axis] * _s[axis]) + (tap % _k[axis] * _d[axis]) - _p[axis];
                if (position < 0 || position >= output[axis])
                {
                    return false;
                }

                pixel += position * step;
                (input, tap, step) = (input / _in[axis], tap / _k[axis], step * output[axis]);
            }

            return true;
        }
    }
}
