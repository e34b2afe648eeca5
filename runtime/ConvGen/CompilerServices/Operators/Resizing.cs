namespace ConvGen.CompilerServices;

/// <summary>
/// Resize of ONNX along any axes, one after the other. Axes whose length and scale do not change are left alone. No scales mean those of the
/// lengths, output by input; where scales are given, they are computed with.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Resizing
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

        // What lies before the first of them is done one by one, so that what lies between two axes stays in a cache.
        int first = axes[resized - 1];
        (int input, int output, int between) = (Shapes.Count(shape[first..]), Shapes.Count(outShape[first..]), 0);
        for (int i = 0; i + 1 < resized; i++)
        {
            between = Math.Max(between, Shapes.Count(shape[first..axes[i]]) * Shapes.Count(outShape[axes[i]..]));
        }

        using var scratch = new Scratch(
            (2 * Scratch.BytesFor<float>(between)) + Scratch.BytesFor<float>(samples) + Scratch.BytesFor<int>(samples));
        Span<float> even = scratch.Take<float>(between), odd = scratch.Take<float>(between), weights = scratch.Take<float>(samples);
        Span<int> places = scratch.Take<int>(samples);
        for (int i = 0, at = 0; i < resized; at += sampling.Taps * outShape[axes[i]], i++)
        {
            float scale = scales.IsEmpty ? 0f : scales[axes[i]];
            sampling.Fill(shape[axes[i]], outShape[axes[i]], scale, places[at..], weights[at..]);
        }

        for (; !y.IsEmpty; x = x[input..], y = y[output..])
        {
            ReadOnlySpan<float> source = x[..input];
            for (int i = 0, at = 0; i < resized; i++)
            {
                int axis = axes[i], length = sampling.Taps * outShape[axis];
                int outer = Shapes.Count(shape[first..axis]), inner = Shapes.Count(outShape[(axis + 1)..]);
                Span<float> target = (i + 1 == resized ? y : i % 2 == 0 ? even : odd)[..(outer * outShape[axis] * inner)];
                ResizeAxis(source, shape[axis], inner, sampling.Taps, places.Slice(at, length), weights.Slice(at, length), target);
                source = target;
                at += length;
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
