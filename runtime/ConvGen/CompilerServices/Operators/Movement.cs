using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>Operators that copy numbers to other places and change none: those of ONNX by these names.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Movement
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
        Span<int> steps = stackalloc int[shape.Length];
        Shapes.Steps(shape, steps);
        if (mode == PadMode.Constant && outShape[last] < ShortRow)
        {
            PadShortRows(x, shape, steps, begins, value, y, outShape);
            return;
        }

        if (y.IsEmpty)
        {
            return;
        }

        var rows = new PaddedRows { X = x, Y = y, Shape = shape, OutShape = outShape, Steps = steps, Begins = begins, Mode = mode, Value = value };
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        SharedWork.Run(&PaddedRows.Run, &rows, Shapes.Count(outShape[..last]), y.Length);
    }

    private ref struct PaddedRows
    {
        public required ReadOnlySpan<float> X { get; init; }

        public required Span<float> Y { get; init; }

        public required ReadOnlySpan<int> Shape { get; init; }

        public required ReadOnlySpan<int> OutShape { get; init; }

        /// <summary>Distances along the axes of the input.</summary>
        public required ReadOnlySpan<int> Steps { get; init; }

        public required ReadOnlySpan<int> Begins { get; init; }

        public required PadMode Mode { get; init; }

        public required float Value { get; init; }

        public static void Run(void* rows, int first, int end) => ((PaddedRows*)rows)->Run(first, end);
#pragma warning restore CS8500

        private readonly void Run(int firstRow, int endRow)
        {
            int last = Shape.Length - 1, length = OutShape[last];
            Span<int> place = stackalloc int[last];
            for (int axis = last - 1, row = firstRow; axis >= 0; axis--)
            {
                (row, place[axis]) = Math.DivRem(row, OutShape[axis]);
            }

            // The part of a row that is the input's.
            int start = Math.Clamp(Begins[last], 0, length);
            int end = Math.Clamp(Begins[last] + Shape[last], start, length);
            for (int rowIndex = firstRow; rowIndex < endRow; rowIndex++, Shapes.Next(place, OutShape))
            {
                Span<float> row = Y.Slice(rowIndex * length, length);
                int first = 0;
                for (int axis = 0; axis < last && first >= 0; axis++)
                {
                    int source = Source(Mode, place[axis] - Begins[axis], Shape[axis]);
                    first = source < 0 ? -1 : first + (source * Steps[axis]);
                }

                if (first < 0)
                {
                    row.Fill(Value);
                    continue;
                }

                ReadOnlySpan<float> from = X.Slice(first, Shape[last]);
                for (int i = start == 0 ? end : 0; i < row.Length; i = i + 1 == start ? end : i + 1)
                {
                    int source = Source(Mode, i - Begins[last], from.Length);
                    row[i] = source < 0 ? Value : from[source];
                }

                if (start < end)
                {
                    from.Slice(start - Begins[last], end - start).CopyTo(row[start..]);
                }
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
        (int blockRows, int rowStep) = step > 1 ? walk.TakeContiguous() : (1, 0);
        var rows = new CopiedRows { X = x, First = first, Y = y, Walk = walk, BlockRows = blockRows, RowStep = rowStep };
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        SharedWork.Run(&CopiedRows.Run, &rows, walk.Rows, y.Length);
    }

    private ref struct CopiedRows
    {
        public required ReadOnlySpan<float> X { get; init; }

        public required int First { get; init; }

        public required Span<float> Y { get; init; }

        public required AxisWalk Walk { get; init; }

        public required int BlockRows { get; init; }

        public required int RowStep { get; init; }

        public static void Run(void* rows, int first, int end) => ((CopiedRows*)rows)->Run(first, end);
#pragma warning restore CS8500

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Run(int row, int end)
        {
            AxisWalk walk = Walk;
            walk.MoveTo(row);
            int step = walk.Steps.First;
            for (; row < end; row++, walk.Next())
            {
                int at = First + walk.First;
                Span<float> target = Y[walk.Second..];
                switch (step)
                {
                    case 0:
                        target[..walk.Length].Fill(X[at]);
                        break;
                    case 1:
                        X.Slice(at, walk.Length).CopyTo(target);
                        break;
                    case > 1:
                        Transposition.Copy(X[at..], step, walk.Length, target, RowStep, BlockRows);
                        break;
                    default:
                        for (int i = 0; i < walk.Length; i++)
                        {
                            target[i] = X[at + (i * step)];
                        }

                        break;
                }
            }
        }
    }
}
