namespace ConvGen.Testing;

/// <summary>
/// The definition of a transposed convolution, in float64: every input element is multiplied by the whole kernel and the products are
/// added where they fall, <c>out[i * s + t * d - p] += x[i] * w[t]</c>. Of an ordinary one, every output is
/// <c>out[o] = sum of x[o * s + t * d - p] * w[t]</c>. Slow, and shares no code and no idea with what it checks.
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

        if (layer.IsOrdinary)
        {
            result.Gather(layer, x, w);
            return result;
        }

        int outPerGroup = layer.Cout / layer.G;
        int inputPixels = LayerCase.Elements(layer.In);
        int taps = LayerCase.Elements(layer.K);
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

    private void Gather(LayerCase layer, ReadOnlySpan<float> x, ReadOnlySpan<float> w)
    {
        int[] output = layer.OutputShape;
        int[] kernel = layer.WeightShape[1..];
        (int inPerGroup, int outPerGroup) = (layer.Cin / layer.G, layer.Cout / layer.G);
        int taps = LayerCase.Elements(kernel);
        for (int element = 0; element < Y.Length; element++)
        {
            int[] place = LayerCase.Index(element, output);
            for (int tap = 0; tap < taps; tap++)
            {
                int[] t = LayerCase.Index(tap, kernel);
                int input = (place[0] * layer.Cin) + (place[1] / outPerGroup * inPerGroup) + t[0];
                bool inside = true;
                for (int axis = 0; axis < layer.Rank && inside; axis++)
                {
                    int i = (place[axis + 2] * layer.S[axis]) + (t[axis + 1] * layer.D[axis]) - layer.P[axis];
                    inside = i >= 0 && i < layer.In[axis];
                    input = (input * layer.In[axis]) + i;
                }

                if (inside)
                {
                    Add(element, (double)x[input] * w[(place[1] * taps) + tap]);
                }
            }
        }
    }

    private void ScatterPlane(in Axes axes, ReadOnlySpan<float> x, ReadOnlySpan<float> w, int first)
    {
        int i = 0;
        for (int depth = 0; depth < axes.In[0]; depth++)
        {
            for (int height = 0; height < axes.In[1]; height++)
            {
                for (int width = 0; width < axes.In[2]; width++)
                {
                    ScatterElement(axes, x[i++], w, first, axes.Corner(0, depth), axes.Corner(1, height), axes.Corner(2, width));
                }
            }
        }
    }

    private void ScatterElement(in Axes axes, float x, ReadOnlySpan<float> w, int first, int depth, int height, int width)
    {
        int t = 0;
        for (int tz = 0, z = depth; tz < axes.K[0]; tz++, z += axes.D[0])
        {
            for (int ty = 0, y = height; ty < axes.K[1]; ty++, y += axes.D[1])
            {
                int row = first + (((z * axes.Out[1]) + y) * axes.Out[2]);
                bool inside = z >= 0 && z < axes.Out[0] && y >= 0 && y < axes.Out[1];
                for (int tx = 0, column = width; tx < axes.K[2]; tx++, column += axes.D[2], t++)
                {
                    if (inside && column >= 0 && column < axes.Out[2])
                    {
                        Add(row + column, (double)x * w[t]);
                    }
                }
            }
        }
    }

    private void Add(int element, double product)
    {
        Y[element] += product;
        SumAbs[element] += Math.Abs(product);
        Products[element]++;
    }

    private static int[] Lift(int[] axes, int missing) => [.. Enumerable.Repeat(missing, 3 - axes.Length), .. axes];

    /// <summary>Layers of fewer axes are volumes whose leading axes have length 1.</summary>
    private readonly struct Axes(LayerCase layer, int[] output)
    {
        private readonly int[] _s = Lift(layer.S, 1);
        private readonly int[] _p = Lift(layer.P, 0);

        public readonly int[] In = Lift(layer.In, 1);
        public readonly int[] K = Lift(layer.K, 1);
        public readonly int[] D = Lift(layer.D, 1);
        public readonly int[] Out = output;

        /// <summary>Where the first tap of an input element falls.</summary>
        public int Corner(int axis, int position) => (position * _s[axis]) - _p[axis];
    }
}
