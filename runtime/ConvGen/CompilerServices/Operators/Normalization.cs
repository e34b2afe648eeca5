using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>
/// <c>(x - mean) / sqrt(variance + epsilon) * scale + bias</c> over several sets of elements: the operators of ONNX by these names. Means and
/// variances are summed in double precision, in two passes. An empty bias is none; the output may be the input.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Normalization
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
        var all = new ChannelGroups
        {
            X = x, Y = y, Scale = scale, Bias = bias, Epsilon = epsilon, Groups = groups, Channels = shape[1], Plane = Shapes.Count(shape[2..]),
        };
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        SharedWork.Run(&ChannelGroups.Run, &all, shape[0] * groups, y.Length);
    }

    private ref struct ChannelGroups
    {
        public required ReadOnlySpan<float> X { get; init; }

        public required Span<float> Y { get; init; }

        public required ReadOnlySpan<float> Scale { get; init; }

        public required ReadOnlySpan<float> Bias { get; init; }

        public required float Epsilon { get; init; }

        public required int Groups { get; init; }

        public required int Channels { get; init; }

        public required int Plane { get; init; }

        public static void Run(void* all, int first, int end) => ((ChannelGroups*)all)->Run(first, end);
#pragma warning restore CS8500

        private readonly void Run(int group, int end)
        {
            int channels = Channels / Groups;
            for (; group < end; group++)
            {
                int at = group * channels * Plane, channel = group % Groups * channels;
                (double mean, double factor) = Moments(X.Slice(at, channels * Plane), Epsilon);
                for (int i = 0; i < channels; i++, at += Plane, channel++)
                {
                    int parameter = (int)((long)channel * Scale.Length / Channels);
                    var affine = new Affine(mean, factor * Scale[parameter], At(Bias, parameter));
                    Rows.Map(affine, X.Slice(at, Plane), Y.Slice(at, Plane));
                }
            }
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
        var all = new Places { X = x, Y = y, Scale = scale, Bias = bias, Epsilon = epsilon, Channels = shape[1], Plane = Shapes.Count(shape[2..]) };
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        SharedWork.Run(&Places.Run, &all, shape[0] * all.Stretches, y.Length);
    }

    private ref struct Places
    {
        public required ReadOnlySpan<float> X { get; init; }

        public required Span<float> Y { get; init; }

        public required ReadOnlySpan<float> Scale { get; init; }

        public required ReadOnlySpan<float> Bias { get; init; }

        public required float Epsilon { get; init; }

        public required int Channels { get; init; }

        public required int Plane { get; init; }

        /// <summary>Stretches of a plane.</summary>
        public readonly int Stretches => (Plane + Stretch - 1) / Stretch;

        public static void Run(void* all, int first, int end) => ((Places*)all)->Run(first, end);
#pragma warning restore CS8500

        private readonly void Run(int stretch, int end)
        {
            Span<double> means = stackalloc double[Stretch], squares = stackalloc double[Stretch], zeros = stackalloc double[Stretch];
            Span<float> centres = stackalloc float[Stretch], factors = stackalloc float[Stretch], shifts = stackalloc float[Stretch];
            zeros.Clear();
            for (; stretch < end; stretch++)
            {
                (int image, int part) = Math.DivRem(stretch, Stretches);
                int count = Math.Min(Stretch, Plane - (part * Stretch)), first = (image * Channels * Plane) + (part * Stretch);
                means.Clear();
                squares.Clear();
                for (int channel = 0; channel < Channels; channel++)
                {
                    Rows.AddTo(means[..count], X.Slice(first + (channel * Plane), count), zeros, power: 1);
                }

                for (int i = 0; i < count; i++)
                {
                    means[i] /= Channels;
                }

                for (int channel = 0; channel < Channels; channel++)
                {
                    Rows.AddTo(squares[..count], X.Slice(first + (channel * Plane), count), means, power: 2);
                }

                for (int i = 0; i < count; i++)
                {
                    var affine = new Affine(means[i], 1 / Math.Sqrt((squares[i] / Channels) + Epsilon), 0);
                    (centres[i], factors[i], shifts[i]) = (affine.Centre, affine.Factor, affine.Shift);
                }

                for (int channel = 0; channel < Channels; channel++)
                {
                    Span<float> row = Y.Slice(first + (channel * Plane), count);
                    Rows.Zip(default(Elementwise.SubOp), X.Slice(first + (channel * Plane), count), centres, row);
                    Rows.Zip(default(Elementwise.MulOp), row, factors, row);
                    Rows.Zip(default(Elementwise.AddOp), row, shifts, row);
                    Rows.Map(new Affine(0, Scale[channel], At(Bias, channel)), row, row);
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
