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
        (int inputs, int outputs, int taps) = (LayerCase.Elements(layer.In), LayerCase.Elements(layer.Out), LayerCase.Elements(layer.K));
        (int inPerGroup, int outPerGroup) = (layer.Cin / layer.G, layer.Cout / layer.G);
        var result = new ScatterReference(layer.N * layer.Cout * outputs);
        for (int i = 0; i < result.Y.Length && !bias.IsEmpty; i++)
        {
            result.Y[i] = bias[i / outputs % layer.Cout];
        }

        var axes = new Axes(layer);
        for (int plane = 0; plane < layer.N * layer.Cin; plane++)
        {
            (int image, int channel) = (plane / layer.Cin, plane % layer.Cin);
            int firstOut = channel / inPerGroup * outPerGroup;
            for (int o = 0; o < outPerGroup; o++)
            {
                int kernel = layer.IsOrdinary ? ((firstOut + o) * inPerGroup) + (channel % inPerGroup) : (channel * outPerGroup) + o;
                result.AddPlane(
                    axes, x.Slice(plane * inputs, inputs), w.Slice(kernel * taps, taps), ((image * layer.Cout) + firstOut + o) * outputs);
            }
        }

        return result;
    }

    private void AddPlane(in Axes axes, ReadOnlySpan<float> x, ReadOnlySpan<float> w, int first)
    {
        int near = 0;
        for (int depth = 0; depth < axes.Near[0]; depth++)
        {
            for (int height = 0; height < axes.Near[1]; height++)
            {
                for (int width = 0; width < axes.Near[2]; width++)
                {
                    AddElement(axes, x, w, first, near++, axes.Corner(0, depth), axes.Corner(1, height), axes.Corner(2, width));
                }
            }
        }
    }

    private void AddElement(in Axes axes, ReadOnlySpan<float> x, ReadOnlySpan<float> w, int first, int near, int depth, int height, int width)
    {
        int t = 0;
        for (int tz = 0, z = depth; tz < axes.K[0]; tz++, z += axes.D[0])
        {
            for (int ty = 0, y = height; ty < axes.K[1]; ty++, y += axes.D[1])
            {
                int row = ((z * axes.Far[1]) + y) * axes.Far[2];
                bool inside = z >= 0 && z < axes.Far[0] && y >= 0 && y < axes.Far[1];
                for (int tx = 0, column = width; tx < axes.K[2]; tx++, column += axes.D[2], t++)
                {
                    if (inside && column >= 0 && column < axes.Far[2])
                    {
                        (int input, int output) = axes.IsOrdinary ? (row + column, near) : (near, row + column);
                        Add(first + output, (double)x[input] * w[t]);
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

    /// <summary>
    /// Layers of fewer axes are volumes whose leading axes have length 1. An element of the near side lays the kernel over the far side: an input
    /// over outputs, or in an ordinary convolution an output over inputs.
    /// </summary>
    private readonly struct Axes(LayerCase layer)
    {
        private readonly int[] _s = Lift(layer.S, 1);
        private readonly int[] _p = Lift(layer.P, 0);

        public readonly bool IsOrdinary = layer.IsOrdinary;
        public readonly int[] Near = Lift(layer.IsOrdinary ? layer.Out : layer.In, 1);
        public readonly int[] Far = Lift(layer.IsOrdinary ? layer.In : layer.Out, 1);
        public readonly int[] K = Lift(layer.K, 1);
        public readonly int[] D = Lift(layer.D, 1);

        /// <summary>Where the first tap of a near element falls.</summary>
        public int Corner(int axis, int position) => (position * _s[axis]) - _p[axis];
    }
}
