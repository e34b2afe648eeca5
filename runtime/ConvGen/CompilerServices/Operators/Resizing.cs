using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>
/// Resize of ONNX along any axes, one after the other. Axes whose length and scale do not change are left alone. No scales mean those of the
/// lengths, output by input; where scales are given, they are computed with.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Resizing
{
    /// <summary>The nearest element; places are computed in single precision, as other runtimes do, so that ties fall alike.</summary>
    public static void Nearest(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<float> scales, ResizeCoordinates coordinates, NearestRounding rounding,
        Span<float> y, ReadOnlySpan<int> outShape) =>
        Resize(new Sampling(1, coordinates, rounding, 0, false), x, shape, scales, y, outShape);

    /// <summary>Between two neighbours, whose weights are computed in double precision.</summary>
    public static void Linear(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<float> scales, ResizeCoordinates coordinates, bool excludeOutside,
        Span<float> y, ReadOnlySpan<int> outShape) =>
        Resize(new Sampling(2, coordinates, default, 0, excludeOutside), x, shape, scales, y, outShape);

    /// <summary>
    /// A cubic through four neighbours, with a coefficient of -0.75 for instance, whose weights are computed in double precision.
    /// </summary>
    public static void Cubic(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<float> scales, ResizeCoordinates coordinates, float cubicCoeffA,
        bool excludeOutside, Span<float> y, ReadOnlySpan<int> outShape) =>
        Resize(new Sampling(4, coordinates, default, cubicCoeffA, excludeOutside), x, shape, scales, y, outShape);

    // The last axis first: the rows of the others are then copied, or added, whole.
    private static void Resize(
        Sampling sampling, ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<float> scales, Span<float> y, ReadOnlySpan<int> outShape)
    {
        Span<int> axes = stackalloc int[shape.Length];
        int resized = 0, samples = 0;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            if (shape[axis] != outShape[axis] || (!scales.IsEmpty && scales[axis] != 1f))
            {
                axes[resized++] = axis;
                samples += sampling.Taps * outShape[axis];
            }
        }

        if (resized == 0 || y.IsEmpty)
        {
            x[..y.Length].CopyTo(y);
            return;
        }

        using var scratch = new Scratch(Scratch.BytesFor<float>(samples) + Scratch.BytesFor<int>(samples));
        Span<float> weights = scratch.Take<float>(samples);
        Span<int> places = scratch.Take<int>(samples);
        for (int i = 0, at = 0; i < resized; at += sampling.Taps * outShape[axes[i]], i++)
        {
            float scale = scales.IsEmpty ? 0f : scales[axes[i]];
            sampling.Fill(shape[axes[i]], outShape[axes[i]], scale, places[at..], weights[at..]);
        }

        var pieces = new Pieces
        {
            X = x, Y = y, Shape = shape, OutShape = outShape, Axes = axes[..resized], Taps = sampling.Taps, Places = places, Weights = weights,
        };
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        SharedWork.Run(&Pieces.Run, &pieces, Shapes.Count(outShape[..axes[resized - 1]]), y.Length);
    }

    // What lies before the first axis that is resized, piece by piece, so that what lies between two axes stays in a cache.
    private ref struct Pieces
    {
        public required ReadOnlySpan<float> X { get; init; }

        public required Span<float> Y { get; init; }

        public required ReadOnlySpan<int> Shape { get; init; }

        public required ReadOnlySpan<int> OutShape { get; init; }

        /// <summary>The axes that are resized, the last one first.</summary>
        public required ReadOnlySpan<int> Axes { get; init; }

        public required int Taps { get; init; }

        public required ReadOnlySpan<int> Places { get; init; }

        public required ReadOnlySpan<float> Weights { get; init; }

        public static void Run(void* pieces, int first, int end) => ((Pieces*)pieces)->Run(first, end);
#pragma warning restore CS8500

        private readonly void Run(int piece, int end)
        {
            int first = Axes[^1], between = 0, input = Shapes.Count(Shape[first..]), output = Shapes.Count(OutShape[first..]);
            foreach (int axis in Axes[..^1])
            {
                between = Math.Max(between, Shapes.Count(Shape[first..axis]) * Shapes.Count(OutShape[axis..]));
            }

            using var scratch = new Scratch(2 * Scratch.BytesFor<float>(between));
            Span<float> even = scratch.Take<float>(between), odd = scratch.Take<float>(between);
            for (; piece < end; piece++)
            {
                ReadOnlySpan<float> source = X.Slice(piece * input, input);
                for (int i = 0, at = 0; i < Axes.Length; i++)
                {
                    int axis = Axes[i], length = Taps * OutShape[axis];
                    int outer = Shapes.Count(Shape[first..axis]), inner = Shapes.Count(OutShape[(axis + 1)..]);
                    Span<float> target = i + 1 == Axes.Length
                        ? Y.Slice(piece * output, output)
                        : (i % 2 == 0 ? even : odd)[..(outer * OutShape[axis] * inner)];
                    ResizeAxis(source, Shape[axis], inner, Taps, Places.Slice(at, length), Weights.Slice(at, length), target);
                    source = target;
                    at += length;
                }
            }
        }
    }

    // The middle axis of (outer, length, inner).
    private static void ResizeAxis(
        ReadOnlySpan<float> x, int length, int inner, int taps, ReadOnlySpan<int> places, ReadOnlySpan<float> weights, Span<float> y)
    {
        int outputs = places.Length / taps;
        for (; !y.IsEmpty; x = x[(length * inner)..], y = y[(outputs * inner)..])
        {
            if (inner == 1)
            {
                ResizeRow(x[..length], taps, places, weights, y[..outputs]);
                continue;
            }

            for (int output = 0, at = 0; output < outputs; output++, at += taps)
            {
                Span<float> row = y.Slice(output * inner, inner);
                ReadOnlySpan<float> from = x.Slice(places[at] * inner, inner);
                if (taps == 1)
                {
                    from.CopyTo(row);
                    continue;
                }

                Rows.Map(new WithSecond<Elementwise.MulOp>(default, weights[at]), from, row);
                for (int tap = at + 1; tap < at + taps; tap++)
                {
                    Rows.Zip(new Elementwise.AddMultiple(weights[tap]), row, x.Slice(places[tap] * inner, inner), row);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ResizeRow(ReadOnlySpan<float> x, int taps, ReadOnlySpan<int> places, ReadOnlySpan<float> weights, Span<float> y)
    {
        // A nearest element is copied: a product would lose what is no number.
        for (int output = 0; output < y.Length && taps == 1; output++)
        {
            y[output] = x[places[output]];
        }

        for (int output = 0, at = 0; output < y.Length && taps > 1; output++, at += taps)
        {
            float sum = x[places[at]] * weights[at];
            for (int tap = at + 1; tap < at + taps; tap++)
            {
                sum += x[places[tap]] * weights[tap];
            }

            y[output] = sum;
        }
    }
}
