namespace ConvGen.CompilerServices;

/// <summary>Operators that copy numbers to other places and change none: those of ONNX by these names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Movement
{
    // Elements of a row that are not worth the work of finding it.
    private const int ShortRow = 8;

    /// <summary>Axis i of the output is axis <paramref name="perm"/>[i] of the input.</summary>
    public static void Transpose(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> perm, Span<float> y)
    {
        Span<int> steps = stackalloc int[shape.Length], from = stackalloc int[shape.Length], outShape = stackalloc int[shape.Length];
        Shapes.Steps(shape, steps);
        for (int axis = 0; axis < shape.Length; axis++)
        {
            (from[axis], outShape[axis]) = (steps[perm[axis]], shape[perm[axis]]);
        }

        Copy(x, 0, from, y, outShape);
    }

    /// <summary>
    /// Every <paramref name="steps"/>[i]-th element of axis i from <paramref name="starts"/>[i] on, backwards where that is negative; all axes are
    /// told, starts lie within them.
    /// </summary>
    public static void Slice(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> starts, ReadOnlySpan<int> steps, Span<float> y, ReadOnlySpan<int> outShape)
    {
        Span<int> from = stackalloc int[shape.Length];
        Shapes.Steps(shape, from);
        int first = 0;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            first += starts[axis] * from[axis];
            from[axis] *= steps[axis];
        }

        Copy(x, first, from, y, outShape);
    }

    /// <summary>All elements as they are.</summary>
    public static void Copy<T>(ReadOnlySpan<T> x, Span<T> y) => x.CopyTo(y);

    /// <summary>The input, repeated along axes of one element and before its first axis.</summary>
    public static void Expand(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, Span<float> y, ReadOnlySpan<int> outShape)
    {
        Span<int> from = stackalloc int[outShape.Length];
        Shapes.BroadcastSteps(shape, outShape, from);
        Copy(x, 0, from, y, outShape);
    }

    /// <summary>
    /// Puts one input of a concatenation into its place: elements <paramref name="start"/> and following of <paramref name="axis"/> of the output.
    /// </summary>
    public static void Concat(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int axis, int start, Span<float> y, ReadOnlySpan<int> outShape)
    {
        (int row, int inner) = (Shapes.Count(shape[axis..]), Shapes.Count(outShape[(axis + 1)..]));
        for (int at = start * inner; !x.IsEmpty; at += outShape[axis] * inner, x = x[row..])
        {
            x[..row].CopyTo(y[at..]);
        }
    }

    /// <summary>One output of a split: elements <paramref name="start"/> and following of <paramref name="axis"/> of the input.</summary>
    public static void Split(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int axis, int start, Span<float> y, ReadOnlySpan<int> outShape)
    {
        (int row, int inner) = (Shapes.Count(outShape[axis..]), Shapes.Count(shape[(axis + 1)..]));
        for (int at = start * inner; !y.IsEmpty; at += shape[axis] * inner, y = y[row..])
        {
            x.Slice(at, row).CopyTo(y);
        }
    }

    /// <summary>The elements of <paramref name="axis"/> that <paramref name="indices"/> tell, counted from its end where negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int axis, ReadOnlySpan<int> indices, Span<float> y)
    {
        (int length, int inner) = (shape[axis], Shapes.Count(shape[(axis + 1)..]));
        for (; !y.IsEmpty; x = x[(length * inner)..])
        {
            foreach (int index in indices)
            {
                x.Slice((index < 0 ? index + length : index) * inner, inner).CopyTo(y);
                y = y[inner..];
            }
        }
    }

    /// <summary>
    /// The input with <paramref name="begins"/>[i] elements before those of axis i, and as many after them as the output has; negative ones are
    /// cut off. All axes are told; <paramref name="value"/> is that of <see cref="PadMode.Constant"/>.
    /// </summary>
    public static void Pad(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> begins, PadMode mode, float value, Span<float> y,
        ReadOnlySpan<int> outShape)
    {
        if (shape.IsEmpty)
        {
            x.CopyTo(y);
            return;
        }

        int last = shape.Length - 1;
        Span<int> steps = stackalloc int[shape.Length], place = stackalloc int[shape.Length];
        Shapes.Steps(shape, steps);
        if (mode == PadMode.Constant && outShape[last] < ShortRow)
        {
            PadShortRows(x, shape, steps, begins, value, y, outShape);
            return;
        }

        place.Clear();
        // The part of a row that is the input's.
        int start = Math.Clamp(begins[last], 0, outShape[last]);
        int end = Math.Clamp(begins[last] + shape[last], start, outShape[last]);
        for (; !y.IsEmpty; y = y[outShape[last]..], Shapes.Next(place[..last], outShape))
        {
            Span<float> row = y[..outShape[last]];
            int first = 0;
            for (int axis = 0; axis < last && first >= 0; axis++)
            {
                int source = Source(mode, place[axis] - begins[axis], shape[axis]);
                first = source < 0 ? -1 : first + (source * steps[axis]);
            }

            if (first < 0)
            {
                row.Fill(value);
                continue;
            }

            ReadOnlySpan<float> from = x.Slice(first, shape[last]);
            for (int i = start == 0 ? end : 0; i < row.Length; i = i + 1 == start ? end : i + 1)
            {
                int source = Source(mode, i - begins[last], from.Length);
                row[i] = source < 0 ? value : from[source];
            }

            if (start < end)
            {
                from.Slice(start - begins[last], end - start).CopyTo(row[start..]);
            }
        }
    }

    // Where rows are short, axes are walked along together.
    private static void PadShortRows(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> steps, ReadOnlySpan<int> begins, float value, Span<float> y,
        ReadOnlySpan<int> outShape)
    {
        Span<int> to = stackalloc int[shape.Length];
        Shapes.Steps(outShape, to);
        y.Fill(value);
        var walk = new AxisWalk();
        (int from, int target, int count) = (0, 0, 1);
        for (int axis = 0; axis < shape.Length; axis++)
        {
            // Of the input, what is not cut off.
            int first = Math.Max(0, -begins[axis]), length = Math.Min(shape[axis], outShape[axis] - begins[axis]) - first;
            (from, target, count) = (from + (first * steps[axis]), target + ((first + begins[axis]) * to[axis]), count * Math.Max(0, length));
            walk.Add(Math.Max(1, length), steps[axis], to[axis]);
        }

        for (int row = count == 0 ? 0 : walk.Rows; row > 0; row--, walk.Next())
        {
            ReadOnlySpan<float> source = x[(from + walk.First)..];
            Span<float> elements = y[(target + walk.Second)..];
            (int sourceStep, int step) = walk.Steps;
            for (int i = 0; i < walk.Length; i++)
            {
                elements[i * step] = source[i * sourceStep];
            }
        }
    }

    // Which element of an axis stands at a place that may lie beside it; -1 where none does.
    private static int Source(PadMode mode, int place, int length)
    {
        if (mode == PadMode.Reflect)
        {
            int period = Math.Max(1, 2 * (length - 1));
            place = Math.Abs(place) % period;
            return Math.Min(place, period - place);
        }

        return mode switch
        {
            PadMode.Edge => Math.Clamp(place, 0, length - 1),
            PadMode.Wrap => (place % length) + (place % length < 0 ? length : 0),
            _ => (uint)place < (uint)length ? place : -1,
        };
    }

    // Elements of x from "first" on, with distances of their own, to a whole tensor.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(ReadOnlySpan<float> x, int first, ReadOnlySpan<int> from, Span<float> y, ReadOnlySpan<int> shape)
    {
        if (y.IsEmpty)
        {
            return;
        }

        Span<int> to = stackalloc int[shape.Length];
        Shapes.Steps(shape, to);
        var walk = new AxisWalk();
        for (int axis = 0; axis < shape.Length; axis++)
        {
            walk.Add(shape[axis], from[axis], to[axis]);
        }

        // What lies next to each other in the input, but not in the output, is copied in blocks.
        int step = walk.Steps.First;
        (int rows, int rowStep) = step > 1 ? walk.TakeContiguous() : (1, 0);
        for (int row = walk.Rows; row > 0; row--, walk.Next())
        {
            int at = first + walk.First;
            Span<float> target = y[walk.Second..];
            switch (step)
            {
                case 0:
                    target[..walk.Length].Fill(x[at]);
                    break;
                case 1:
                    x.Slice(at, walk.Length).CopyTo(target);
                    break;
                case > 1:
                    Transposition.Copy(x[at..], step, walk.Length, target, rowStep, rows);
                    break;
                default:
                    for (int i = 0; i < walk.Length; i++)
                    {
                        target[i] = x[at + (i * step)];
                    }

                    break;
            }
        }
    }
}
