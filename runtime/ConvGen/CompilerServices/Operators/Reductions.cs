using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>
/// Operators that make one number of many: those of ONNX by these names. Sums are in double precision and rounded once per group of neighbouring
/// axes; NaN gives NaN. Of no numbers the sum is 0, the mean NaN, the greatest -Infinity. Whether axes that are reduced stay, with a length of 1,
/// makes no difference to the elements.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Reductions
{
    // Places whose sums are gathered at a time.
    private const int Stretch = 256;

    // Elements of a row that vectors repay less than they cost.
    private const int ShortRow = 16;

    /// <summary>The sum over <paramref name="axes"/>.</summary>
    public static void ReduceSum(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes, Span<float> y) =>
        Reduce(new Sum(isMean: false), x, shape, axes, y);

    /// <summary>The mean over <paramref name="axes"/>.</summary>
    public static void ReduceMean(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes, Span<float> y) =>
        Reduce(new Sum(isMean: true), x, shape, axes, y);

    /// <summary>The greatest over <paramref name="axes"/>.</summary>
    public static void ReduceMax(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes, Span<float> y) =>
        Reduce(default(Greatest), x, shape, axes, y);

    /// <summary>The root of the sum of squares over <paramref name="axes"/>.</summary>
    public static void ReduceL2(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes, Span<float> y)
    {
        if (x.Length == y.Length)
        {
            Elementwise.Abs(x, y);
            return;
        }

        Reduce(new Sum(isMean: false, power: 2), x, shape, axes, y);
    }

    /// <summary>The mean of every plane of (N, C, ...).</summary>
    public static void GlobalAveragePool(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, Span<float> y) =>
        new Sum(isMean: true).Run(x, Shapes.Count(shape[2..]), 1, y);

    /// <summary>The greatest of every plane of (N, C, ...).</summary>
    public static void GlobalMaxPool(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, Span<float> y) =>
        default(Greatest).Run(x, Shapes.Count(shape[2..]), 1, y);

    /// <summary><c>exp(x)</c> by the sum of such numbers along <paramref name="axis"/>; <paramref name="y"/> may be <paramref name="x"/>.</summary>
    public static void Softmax(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int axis, Span<float> y)
    {
        (int length, int inner) = (shape[axis], Shapes.Count(shape[(axis + 1)..]));
        if (inner == 1 && length is > 1 and <= ShortRow && y.Length > length)
        {
            SoftmaxOfShortRows(x, length, y);
            return;
        }

        if (inner == 1)
        {
            for (int at = 0; at < y.Length; at += length)
            {
                Span<float> row = y.Slice(at, length);
                float most = Rows.Fold(default(Elementwise.MaxOp), float.NegativeInfinity, x.Slice(at, length));
                Rows.Map(new WithSecond<ExpOfDifference>(default, most), x.Slice(at, length), row);
                Rows.Map(new WithSecond<Elementwise.DivOp>(default, (float)Rows.Sum(row)), row, row);
            }

            return;
        }

        Span<float> ofPlaces = stackalloc float[Stretch];
        Span<double> sums = stackalloc double[Stretch], zeros = stackalloc double[Stretch];
        zeros.Clear();
        for (int first = 0; first < y.Length; first += length * inner)
        {
            for (int place = 0; place < inner; place += Stretch)
            {
                int count = Math.Min(Stretch, inner - place), end = first + place + (length * inner);
                Span<float> places = ofPlaces[..count];
                places.Fill(float.NegativeInfinity);
                sums.Clear();
                for (int at = first + place; at < end; at += inner)
                {
                    Rows.Zip(default(Elementwise.MaxOp), places, x.Slice(at, count), places);
                }

                for (int at = first + place; at < end; at += inner)
                {
                    Rows.Zip(default(ExpOfDifference), x.Slice(at, count), places, y.Slice(at, count));
                    Rows.AddTo(sums[..count], y.Slice(at, count), zeros, power: 1);
                }

                for (int i = 0; i < count; i++)
                {
                    places[i] = (float)sums[i];
                }

                for (int at = first + place; at < end; at += inner)
                {
                    Rows.Zip(default(Elementwise.DivOp), y.Slice(at, count), places, y.Slice(at, count));
                }
            }
        }
    }

    /// <summary>The logarithm of <see cref="Softmax"/>: differences from the logarithm of the sum of <c>exp(x)</c>.</summary>
    public static void LogSoftmax(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int axis, Span<float> y)
    {
        Span<int> reduced = stackalloc int[shape.Length];
        shape.CopyTo(reduced);
        reduced[axis] = 1;
        int count = Shapes.Count(reduced);
        using var scratch = new Scratch(Scratch.BytesFor<float>(count) + Scratch.BytesFor<float>(x.Length));
        Span<float> sums = scratch.Take<float>(count), powers = scratch.Take<float>(x.Length);
        ReduceMax(x, shape, [axis], sums);
        Elementwise.Sub(x, shape, sums, reduced, y, shape);
        Elementwise.Exp(y, powers);
        ReduceSum(powers, shape, [axis], sums);
        Elementwise.Log(sums, sums);
        Elementwise.Sub(y, shape, sums, reduced, y, shape);
    }

    // Rows that do not fill vectors are lanes.
    private static void SoftmaxOfShortRows(ReadOnlySpan<float> x, int length, Span<float> y)
    {
        Span<float> turned = stackalloc float[ShortRow * Stretch];
        for (int at = 0; at < y.Length; at += length * Stretch)
        {
            int count = Math.Min(length * Stretch, y.Length - at), rows = count / length;
            Movement.Transpose(x.Slice(at, count), [rows, length], [1, 0], turned);
            Softmax(turned[..count], [length, rows], axis: 0, turned[..count]);
            Movement.Transpose(turned[..count], [length, rows], [1, 0], y.Slice(at, count));
        }
    }

    /// <summary>Where along <paramref name="axis"/> the greatest is: the first of equal ones, or the last. NaN is greater than all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ArgMax(ReadOnlySpan<float> x, ReadOnlySpan<int> shape, int axis, bool selectLastIndex, Span<long> y)
    {
        (int length, int inner) = (shape[axis], Shapes.Count(shape[(axis + 1)..]));
        for (; !y.IsEmpty; y = y[inner..], x = x[(length * inner)..])
        {
            for (int place = 0; place < inner; place++)
            {
                int best = 0;
                for (int i = 1; i < length; i++)
                {
                    (float next, float most) = (x[(i * inner) + place], x[(best * inner) + place]);
                    int order = float.IsNaN(next) || float.IsNaN(most)
                        ? float.IsNaN(next).CompareTo(float.IsNaN(most))
                        : next.CompareTo(most);
                    best = order > 0 || (order == 0 && selectLastIndex) ? i : best;
                }

                y[place] = best;
            }
        }
    }

    // The last group of neighbouring axes first, what is left after it then.
    private static void Reduce<TReduction>(TReduction reduction, ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> axes, Span<float> y)
        where TReduction : struct, IReduction
    {
        int end = shape.Length;
        while (end > 0 && (shape[end - 1] == 1 || !axes.Contains(end - 1)))
        {
            end--;
        }

        if (end == 0)
        {
            x.CopyTo(y);
            return;
        }

        int start = end, before;
        while (start > 0 && (shape[start - 1] == 1 || axes.Contains(start - 1)))
        {
            start--;
        }

        for (before = start; before > 0 && (shape[before - 1] == 1 || !axes.Contains(before - 1)); before--)
        {
        }

        (int count, int inner) = (Shapes.Count(shape[start..end]), Shapes.Count(shape[end..]));
        if (before == 0)
        {
            reduction.Run(x, count, inner, y);
            return;
        }

        Span<int> rest = stackalloc int[shape.Length];
        shape.CopyTo(rest);
        rest[start..end].Fill(1);
        int length = Shapes.Count(rest);
        using var scratch = new Scratch(Scratch.BytesFor<float>(length));
        Span<float> reduced = scratch.Take<float>(length);
        reduction.Run(x, count, inner, reduced);
        Reduce(reduction, reduced, rest, axes, y);
    }

    private interface IReduction
    {
        /// <summary>Reduces the middle axis of (outer, count, inner).</summary>
        void Run(ReadOnlySpan<float> x, int count, int inner, Span<float> y);
    }

    // Of second powers the root is taken.
    private readonly struct Sum(bool isMean, int power = 1) : IReduction
    {
        public void Run(ReadOnlySpan<float> x, int count, int inner, Span<float> y)
        {
            if (inner == 1)
            {
                var rows = new SummedRows(this, x, count, y);
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
                SharedWork.Run(&SummedRows.Run, &rows, y.Length, x.Length);
#pragma warning restore CS8500
                return;
            }

            double divisor = isMean ? count : 1;
            Span<double> sums = stackalloc double[Stretch], zeros = stackalloc double[Stretch];
            zeros.Clear();
            for (; !y.IsEmpty; x = x[(count * inner)..], y = y[inner..])
            {
                for (int place = 0; place < inner; place += Stretch)
                {
                    int places = Math.Min(Stretch, inner - place);
                    sums.Clear();
                    for (int i = 0; i < count; i++)
                    {
                        Rows.AddTo(sums[..places], x.Slice((i * inner) + place, places), zeros, power);
                    }

                    for (int i = 0; i < places; i++)
                    {
                        y[place + i] = Ended(sums[i] / divisor);
                    }
                }
            }
        }

        public float OfRow(ReadOnlySpan<float> x) => Ended(Rows.Sum(x, power: power) / (isMean ? x.Length : 1));

        private float Ended(double sum) => (float)(power == 1 ? sum : Math.Sqrt(sum));
    }

    private readonly ref struct SummedRows(Sum sum, ReadOnlySpan<float> x, int count, Span<float> y)
    {
        private readonly Sum _sum = sum;
        private readonly ReadOnlySpan<float> _x = x;
        private readonly int _count = count;
        private readonly Span<float> _y = y;

#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        public static void Run(void* rows, int first, int end) => ((SummedRows*)rows)->Run(first, end);
#pragma warning restore CS8500

        private void Run(int row, int end)
        {
            for (; row < end; row++)
            {
                _y[row] = _sum.OfRow(_x.Slice(row * _count, _count));
            }
        }
    }

    private readonly struct Greatest : IReduction
    {
        public void Run(ReadOnlySpan<float> x, int count, int inner, Span<float> y)
        {
            for (; !y.IsEmpty; x = x[(count * inner)..], y = y[inner..])
            {
                if (inner == 1)
                {
                    y[0] = Rows.Fold(default(Elementwise.MaxOp), float.NegativeInfinity, x[..count]);
                    continue;
                }

                Span<float> row = y[..inner];
                row.Fill(float.NegativeInfinity);
                for (int i = 0; i < count; i++)
                {
                    Rows.Zip(default(Elementwise.MaxOp), row, x.Slice(i * inner, inner), row);
                }
            }
        }
    }

    private readonly struct ExpOfDifference : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => Functions<TSimd, TVector>.Exp(TSimd.Subtract(a, b));
    }
}
