using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>
/// Products of matrices: the operators of ONNX by these names. Sums are of single precision, with fused multiply-add where there is any; columns
/// are gathered in panels that rows pass over by fours.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Matrices
{
    private const int TileRows = 4;
    private const int MostColumns = 32;

    // Rows that threads take at a time.
    private const int PartRows = 16 * TileRows;

    // Products that take as long as to make a number by any other operator.
    private const int ProductsPerNumber = 4;

    /// <summary>(..., M, K) by (..., K, N) for two axes or more, the others broadcast.</summary>
    public static void MatMul(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, Span<float> y, ReadOnlySpan<int> outShape)
    {
        (int rows, int inner, int columns) = (aShape[^2], aShape[^1], bShape[^1]);
        if (y.IsEmpty)
        {
            return;
        }

        if (b.Length == inner * columns)
        {
            // One matrix for all rows.
            Multiply(new Factor(a, inner, 1), new Factor(b, columns, 1), Shapes.Count(outShape[..^1]), inner, columns, 1f, y);
            return;
        }

        int batch = outShape.Length - 2;
        Span<int> aSteps = stackalloc int[batch], bSteps = stackalloc int[batch];
        Shapes.BroadcastSteps(aShape[..^2], outShape[..batch], aSteps);
        Shapes.BroadcastSteps(bShape[..^2], outShape[..batch], bSteps);
        var walk = new AxisWalk();
        for (int axis = 0; axis < batch; axis++)
        {
            walk.Add(outShape[axis], aSteps[axis] * rows * inner, bSteps[axis] * inner * columns);
        }

        for (; !y.IsEmpty; walk.Next())
        {
            (int aStep, int bStep) = walk.Steps;
            for (int i = 0; i < walk.Length; i++, y = y[(rows * columns)..])
            {
                var left = new Factor(a.Slice(walk.First + (i * aStep), rows * inner), inner, 1);
                var right = new Factor(b.Slice(walk.Second + (i * bStep), inner * columns), columns, 1);
                Multiply(left, right, rows, inner, columns, 1f, y[..(rows * columns)]);
            }
        }
    }

    /// <summary><c>alpha a b + beta c</c>, each of a and b transposed or not; c is broadcast, or empty.</summary>
    public static void Gemm(
        ReadOnlySpan<float> a, ReadOnlySpan<int> aShape, bool transA, ReadOnlySpan<float> b, ReadOnlySpan<int> bShape, bool transB,
        ReadOnlySpan<float> c, ReadOnlySpan<int> cShape, float alpha, float beta, Span<float> y, ReadOnlySpan<int> outShape)
    {
        int inner = transA ? aShape[0] : aShape[1];
        Factor left = transA ? new Factor(a, 1, aShape[1]) : new Factor(a, aShape[1], 1);
        Factor right = transB ? new Factor(b, 1, bShape[1]) : new Factor(b, bShape[1], 1);
        Multiply(left, right, outShape[0], inner, outShape[1], alpha, y);
        if (!c.IsEmpty)
        {
            Elementwise.Zip(new Elementwise.AddMultiple(beta), y, outShape, c, cShape, y, outShape);
        }
    }

    private static void Multiply(Factor a, Factor b, int rows, int inner, int columns, float alpha, Span<float> y)
    {
        if (inner == 0)
        {
            y.Clear();
            return;
        }

        switch (SimdSupport.Widest)
        {
            case SimdLevel.Vector512:
                Multiply<Simd512, Vector512<float>>(a, b, rows, inner, columns, alpha, y);
                break;
            case SimdLevel.Vector256:
                Multiply<Simd256, Vector256<float>>(a, b, rows, inner, columns, alpha, y);
                break;
            case SimdLevel.Vector128:
                Multiply<Simd128, Vector128<float>>(a, b, rows, inner, columns, alpha, y);
                break;
            default:
                Multiply<SimdScalar, float>(a, b, rows, inner, columns, alpha, y);
                break;
        }
    }

    private static void Multiply<TSimd, TVector>(Factor a, Factor b, int rows, int inner, int columns, float alpha, Span<float> y)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        var parts = new Parts<TSimd, TVector> { A = a, B = b, RowCount = rows, Inner = inner, Columns = columns, Alpha = alpha, Y = y };
        int panels = (columns + Parts<TSimd, TVector>.Width - 1) / Parts<TSimd, TVector>.Width;
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        SharedWork.Run(&Parts<TSimd, TVector>.Run, &parts, panels * parts.OfPanel, (long)rows * columns * inner / ProductsPerNumber);
    }

    // Some rows by a panel of columns each.
    private ref struct Parts<TSimd, TVector>
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        public static int Width => 2 * TSimd.Lanes;

        public required Factor A { get; init; }

        public required Factor B { get; init; }

        public required int RowCount { get; init; }

        public required int Inner { get; init; }

        public required int Columns { get; init; }

        public required float Alpha { get; init; }

        public required Span<float> Y { get; init; }

        /// <summary>Parts of a panel.</summary>
        public readonly int OfPanel => (RowCount + PartRows - 1) / PartRows;

        public static void Run(void* parts, int first, int end) => ((Parts<TSimd, TVector>*)parts)->Run(first, end);
#pragma warning restore CS8500

        private readonly void Run(int part, int end)
        {
            using var scratch = new Scratch(Scratch.BytesFor<float>((long)Inner * Width));
            Span<float> panel = scratch.Take<float>(Inner * Width);
            Span<float> tile = stackalloc float[TileRows * MostColumns];
            for (int gathered = -1; part < end; part++)
            {
                (int number, int rest) = Math.DivRem(part, OfPanel);
                int column = number * Width, count = Math.Min(Width, Columns - column);
                if (gathered != number)
                {
                    Gather(column, count, panel);
                    gathered = number;
                }

                int last = Math.Min((rest + 1) * PartRows, RowCount);
                for (int row = rest * PartRows; row < last; row += TileRows)
                {
                    Tile<TSimd, TVector>(A, row, Math.Min(row + TileRows, last) - 1, panel, Inner, tile);
                    for (int i = row; i < Math.Min(row + TileRows, last); i++)
                    {
                        ReadOnlySpan<float> sums = tile.Slice((i - row) * Width, count);
                        Rows.Map(new WithSecond<Elementwise.MulOp>(default, Alpha), sums, Y.Slice((i * Columns) + column, count));
                    }
                }
            }
        }

        private readonly void Gather(int column, int count, Span<float> panel)
        {
            if (count < Width)
            {
                panel.Clear();
            }

            B.Gather(column, count, Inner, Width, panel);
        }
    }

    // Rows beyond the last one repeat it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile<TSimd, TVector>(Factor a, int row, int last, ReadOnlySpan<float> panel, int inner, Span<float> tile)
        where TSimd : struct, ISimd<float, TVector>
        where TVector : struct
    {
        int lanes = TSimd.Lanes;
        nint step = a.ColumnStep;
        ref float row0 = ref a.Row(row, inner);
        ref float row1 = ref a.Row(Math.Min(row + 1, last), inner);
        ref float row2 = ref a.Row(Math.Min(row + 2, last), inner);
        ref float row3 = ref a.Row(Math.Min(row + 3, last), inner);
        ref float columns = ref MemoryMarshal.GetReference(panel[..(2 * lanes * inner)]);
        TVector s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
        for (nint i = 0; i < inner; i++)
        {
            TVector c0 = TSimd.Load(ref columns, 2 * lanes * i), c1 = TSimd.Load(ref columns, ((2 * i) + 1) * lanes);
            TVector r0 = TSimd.Broadcast(ref row0, i * step), r1 = TSimd.Broadcast(ref row1, i * step);
            TVector r2 = TSimd.Broadcast(ref row2, i * step), r3 = TSimd.Broadcast(ref row3, i * step);
            (s00, s01) = (TSimd.MultiplyAdd(r0, c0, s00), TSimd.MultiplyAdd(r0, c1, s01));
            (s10, s11) = (TSimd.MultiplyAdd(r1, c0, s10), TSimd.MultiplyAdd(r1, c1, s11));
            (s20, s21) = (TSimd.MultiplyAdd(r2, c0, s20), TSimd.MultiplyAdd(r2, c1, s21));
            (s30, s31) = (TSimd.MultiplyAdd(r3, c0, s30), TSimd.MultiplyAdd(r3, c1, s31));
        }

        ref float sums = ref MemoryMarshal.GetReference(tile[..(8 * lanes)]);
        TSimd.Store(s00, ref sums, 0);
        TSimd.Store(s01, ref sums, lanes);
        TSimd.Store(s10, ref sums, 2 * lanes);
        TSimd.Store(s11, ref sums, 3 * lanes);
        TSimd.Store(s20, ref sums, 4 * lanes);
        TSimd.Store(s21, ref sums, 5 * lanes);
        TSimd.Store(s30, ref sums, 6 * lanes);
        TSimd.Store(s31, ref sums, 7 * lanes);
    }

    // A matrix, or its transpose.
    private readonly ref struct Factor(ReadOnlySpan<float> elements, int rowStep, int columnStep)
    {
        private readonly ReadOnlySpan<float> _elements = elements;

        public int ColumnStep { get; } = columnStep;

        // The beginning of a row of so many columns.
        public ref float Row(int row, int columns)
        {
            _ = _elements[(row * rowStep) + ((columns - 1) * ColumnStep)];
            return ref Unsafe.Add(ref MemoryMarshal.GetReference(_elements), row * rowStep);
        }

        // Some columns, row by row.
        public void Gather(int first, int columns, int rows, int step, Span<float> panel)
        {
            if (ColumnStep != 1)
            {
                Transposition.Copy(_elements[(first * ColumnStep)..], ColumnStep, columns, panel, step, rows);
                return;
            }

            for (int row = 0; row < rows; row++)
            {
                _elements.Slice((row * rowStep) + first, columns).CopyTo(panel[(row * step)..]);
            }
        }
    }
}
