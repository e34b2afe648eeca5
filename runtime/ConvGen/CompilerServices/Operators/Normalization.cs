namespace ConvGen.CompilerServices;

/// <summary>
/// <c>(x - mean) / sqrt(variance + epsilon) * scale + bias</c> over several sets of elements: the operators of ONNX by these names. Means and
/// variances are summed in double precision, in two passes. An empty bias is none; the output may be the input.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Normalization
{
    // Places that are normalised at a time.
    private const int Stretch = 256;

    /// <summary>Channels of (N, C, ...) with means and variances that are given.</summary>
    public static void BatchNormalization(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias, ReadOnlySpan<float> mean,
        ReadOnlySpan<float> variance, float epsilon, Span<float> y)
    {
        int plane = Shapes.Count(shape[2..]);
        if (plane == 1)
        {
            NormalizeRows(x, shape[1], scale, bias, mean, variance, epsilon, y);
            return;
        }

        for (int at = 0, channel = 0; at < y.Length; at += plane, channel = channel + 1 == shape[1] ? 0 : channel + 1)
        {
            double factor = scale[channel] / Math.Sqrt((double)variance[channel] + epsilon);
            Rows.Map(new Affine(mean[channel], factor, At(bias, channel)), x.Slice(at, plane), y.Slice(at, plane));
        }
    }

    // Channels of one element are lanes.
    private static void NormalizeRows(
        ReadOnlySpan<float> x, int channels, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias, ReadOnlySpan<float> mean, ReadOnlySpan<float> variance,
        float epsilon, Span<float> y)
    {
        using var scratch = new Scratch(Scratch.BytesFor<float>(channels));
        Span<float> factors = scratch.Take<float>(channels);
        Rows.Map(new WithSecond<Elementwise.AddOp>(default, epsilon), variance, factors);
        Elementwise.Sqrt(factors, factors);
        Rows.Zip(default(Elementwise.DivOp), scale, factors, factors);
        for (; !y.IsEmpty; x = x[channels..], y = y[channels..])
        {
            Span<float> row = y[..channels];
            Rows.Zip(default(Elementwise.SubOp), x, mean, row);
            Rows.Zip(default(Elementwise.MulOp), row, factors, row);
            if (!bias.IsEmpty)
            {
                Rows.Zip(default(Elementwise.AddOp), row, bias, row);
            }
        }
    }

    /// <summary>Every plane of (N, C, ...) by itself.</summary>
    public static void InstanceNormalization(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias, float epsilon, Span<float> y) =>
        GroupNormalization(x, shape, shape[1], scale, bias, epsilon, y);

    /// <summary>Groups of channels of (N, C, ...), with a scale and bias per channel or, as before opset 21, per group.</summary>
    public static void GroupNormalization(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int groups, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias, float epsilon,
        Span<float> y)
    {
        int plane = Shapes.Count(shape[2..]), channels = shape[1] / groups;
        for (int at = 0, channel = 0; at < y.Length;)
        {
            (double mean, double factor) = Moments(x.Slice(at, channels * plane), epsilon);
            for (int i = 0; i < channels; i++, at += plane, channel++)
            {
                int parameter = (int)((long)channel * scale.Length / shape[1]);
                var affine = new Affine(mean, factor * scale[parameter], At(bias, parameter));
                Rows.Map(affine, x.Slice(at, plane), y.Slice(at, plane));
            }

            channel %= shape[1];
        }
    }

    /// <summary>All from <paramref name="axis"/> on; scale and bias have its shape.</summary>
    public static void LayerNormalization(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int axis, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias, float epsilon, Span<float> y)
    {
        int length = Shapes.Count(shape[axis..]);
        for (int at = 0; at < y.Length; at += length)
        {
            Span<float> row = y.Slice(at, length);
            (double mean, double factor) = Moments(x.Slice(at, length), epsilon);
            Rows.Map(new Affine(mean, factor, 0), x.Slice(at, length), row);
            Rows.Zip(default(Elementwise.MulOp), row, scale, row);
            if (!bias.IsEmpty)
            {
                Rows.Zip(default(Elementwise.AddOp), row, bias, row);
            }
        }
    }

    /// <summary>Every position of (N, C, ...) over its channels, which scale and bias are given for.</summary>
    public static void ChannelNormalization(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<float> scale, ReadOnlySpan<float> bias, float epsilon, Span<float> y)
    {
        int channels = shape[1], plane = Shapes.Count(shape[2..]);
        Span<double> means = stackalloc double[Stretch], squares = stackalloc double[Stretch], zeros = stackalloc double[Stretch];
        Span<float> centres = stackalloc float[Stretch], factors = stackalloc float[Stretch], shifts = stackalloc float[Stretch];
        zeros.Clear();
        for (int image = 0; image < y.Length; image += channels * plane)
        {
            for (int place = 0; place < plane; place += Stretch)
            {
                int count = Math.Min(Stretch, plane - place), first = image + place;
                means.Clear();
                squares.Clear();
                for (int channel = 0; channel < channels; channel++)
                {
                    Rows.AddTo(means[..count], x.Slice(first + (channel * plane), count), zeros, power: 1);
                }

                for (int i = 0; i < count; i++)
                {
                    means[i] /= channels;
                }

                for (int channel = 0; channel < channels; channel++)
                {
                    Rows.AddTo(squares[..count], x.Slice(first + (channel * plane), count), means, power: 2);
                }

                for (int i = 0; i < count; i++)
                {
                    var affine = new Affine(means[i], 1 / Math.Sqrt((squares[i] / channels) + epsilon), 0);
                    (centres[i], factors[i], shifts[i]) = (affine.Centre, affine.Factor, affine.Shift);
                }

                for (int channel = 0; channel < channels; channel++)
                {
                    Span<float> row = y.Slice(first + (channel * plane), count);
                    Rows.Zip(default(Elementwise.SubOp), x.Slice(first + (channel * plane), count), centres, row);
                    Rows.Zip(default(Elementwise.MulOp), row, factors, row);
                    Rows.Zip(default(Elementwise.AddOp), row, shifts, row);
                    Rows.Map(new Affine(0, scale[channel], At(bias, channel)), row, row);
                }
            }
        }
    }

    private static float At(ReadOnlySpan<float> bias, int channel) => bias.IsEmpty ? 0f : bias[channel];

    private static (double Mean, double Factor) Moments(ReadOnlySpan<float> x, float epsilon)
    {
        double mean = Rows.Sum(x) / x.Length;
        return (mean, 1 / Math.Sqrt((Rows.Sum(x, mean, power: 2) / x.Length) + epsilon));
    }

    // (x - mean) * factor + bias; what is lost where the mean is rounded goes into the last term.
    private readonly struct Affine(double mean, double factor, double bias) : IUnary
    {
        public float Centre { get; } = (float)mean;

        public float Factor { get; } = (float)factor;

        public float Shift { get; } = (float)(bias - ((mean - (float)mean) * factor));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IUnary.Apply<TSimd, TVector>(TVector x) =>
            TSimd.MultiplyAdd(TSimd.Subtract(x, TSimd.Create(Centre)), TSimd.Create(Factor), TSimd.Create(Shift));
    }
}
