using ConvGen.Threading;

namespace ConvGen.CompilerServices;

/// <summary>
/// Windows of (N, C, ...) with one to three axes of space, reduced to a number each: the operators of ONNX by these names. Kernel, strides and
/// dilations have a number per axis, pads two: all beginnings, then all ends. Windows may reach beyond the ends as the shape of the output says.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class Pooling
{
    private const int SpaceAxes = 3;

    // Inputs that are reduced along the width at a time, of many lines where those are short: half of the first-level cache.
    private const int Stretch = 4096;

    /// <summary>The greatest of every window; NaN where it holds one, -Infinity where it holds nothing but padding.</summary>
    public static void MaxPool(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> kernel, ReadOnlySpan<int> strides, ReadOnlySpan<int> pads,
        ReadOnlySpan<int> dilations, Span<float> y, ReadOnlySpan<int> outShape) =>
        Pool(default(Elementwise.MaxOp), float.NegativeInfinity, default, x, shape, kernel, strides, pads, dilations, y, outShape);

    /// <summary>
    /// The mean of every window: of what lies within the input, or within its padding too; nothing beyond that counts. Sums are of single
    /// precision, columns first.
    /// </summary>
    public static void AveragePool(
        ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> kernel, ReadOnlySpan<int> strides, ReadOnlySpan<int> pads,
        ReadOnlySpan<int> dilations, bool countIncludePad, Span<float> y, ReadOnlySpan<int> outShape) =>
        Pool(
            default(Elementwise.AddOp), 0f, countIncludePad ? Counted.WithPadding : Counted.Inputs, x, shape, kernel, strides, pads, dilations, y,
            outShape);

    private static void Pool<TBinary>(
        TBinary op, float start, Counted counted, ReadOnlySpan<float> x, ReadOnlySpan<int> shape, ReadOnlySpan<int> kernel,
        ReadOnlySpan<int> strides, ReadOnlySpan<int> pads, ReadOnlySpan<int> dilations, Span<float> y, ReadOnlySpan<int> outShape)
        where TBinary : struct, IBinary
    {
        Span<WindowAxis> axes = stackalloc WindowAxis[SpaceAxes];
        axes.Fill(new WindowAxis(1, 1, 1, 1, 0, 0, 1));
        int rank = kernel.Length;
        for (int i = 0; i < rank; i++)
        {
            axes[SpaceAxes - rank + i] = new WindowAxis(
                shape[2 + i], outShape[2 + i], kernel[i], strides[i], pads[i], pads[rank + i], dilations[i]);
        }

        var planes = new Planes<TBinary>
        {
            Op = op, Start = start, Counted = counted, X = x, Y = y, Depth = axes[0], Height = axes[1], Width = axes[2],
        };
#pragma warning disable CS8500 // They stay where they are until all threads are done with them.
        SharedWork.Run(&Planes<TBinary>.Run, &planes, shape[0] * shape[1], x.Length);
    }

    private ref struct Planes<TBinary>
        where TBinary : struct, IBinary
    {
        public required TBinary Op { get; init; }

        public required float Start { get; init; }

        public required Counted Counted { get; init; }

        public required ReadOnlySpan<float> X { get; init; }

        public required Span<float> Y { get; init; }

        public required WindowAxis Depth { get; init; }

        public required WindowAxis Height { get; init; }

        public required WindowAxis Width { get; init; }

        public static void Run(void* planes, int first, int end) => ((Planes<TBinary>*)planes)->Run(first, end);
#pragma warning restore CS8500

        private readonly void Run(int firstPlane, int endPlane)
        {
            (WindowAxis depth, WindowAxis height, WindowAxis width) = (Depth, Height, Width);
            int planeLines = depth.OutLength * height.OutLength, lines = (endPlane - firstPlane) * planeLines;
            int plane = depth.Length * height.Length * width.Length;
            int together = width.IsDivided ? Math.Clamp(Stretch / width.Length, 1, Math.Max(1, lines)) : 1;
            WindowAxis joined = width with { Length = together * width.Length, OutLength = together * width.OutLength };
            int apart = width.Stride > 1 ? checked(PartLength(joined) * width.Stride) : 0;
            using var scratch = new Scratch(
                Scratch.BytesFor<float>(joined.Length) + Scratch.BytesFor<float>(apart) + Scratch.BytesFor<float>(width.OutLength));
            Span<float> columns = scratch.Take<float>(joined.Length), parts = scratch.Take<float>(apart);
            Span<float> counts = scratch.Take<float>(width.OutLength);
            for (int i = 0; i < counts.Length; i++)
            {
                counts[i] = width.Count(i, Counted);
            }

            ReadOnlySpan<float> x = X[(firstPlane * plane)..];
            Span<float> y = Y[(firstPlane * planeLines * width.OutLength)..];
            for (int line = 0; lines > 0; lines -= together)
            {
                if (lines < together)
                {
                    joined = joined with { Length = lines * width.Length, OutLength = lines * width.OutLength };
                }

                int firstLine = line;
                columns.Fill(Start);
                for (Span<float> rest = columns[..joined.Length]; !rest.IsEmpty; rest = rest[width.Length..])
                {
                    ReduceLines(Op, depth, height, line, x, rest[..width.Length]);
                    if (++line == planeLines)
                    {
                        line = 0;
                        x = x[plane..];
                    }
                }

                Span<float> outputs = y[..joined.OutLength];
                ReduceColumns(Op, Start, joined, columns[..joined.Length], parts, outputs);
                for (; Counted != Counted.Nothing && !outputs.IsEmpty; outputs = outputs[width.OutLength..], firstLine++)
                {
                    (int slice, int row) = Math.DivRem(firstLine % planeLines, height.OutLength);
                    Span<float> means = outputs[..width.OutLength];
                    Rows.Zip(new DivideByCount(depth.Count(slice, Counted) * height.Count(row, Counted)), means, counts, means);
                }

                y = y[joined.OutLength..];
            }
        }
    }

    // The lines of a plane that the windows of a line of outputs meet, to one.
    private static void ReduceLines<TBinary>(TBinary op, in WindowAxis depth, in WindowAxis height, int line, ReadOnlySpan<float> x, Span<float> columns)
        where TBinary : struct, IBinary
    {
        (int i, int j) = Math.DivRem(line, height.OutLength);
        (int firstSlice, int endSlice) = depth.Taps(i);
        (int firstRow, int endRow) = height.Taps(j);
        for (int slice = firstSlice; slice < endSlice; slice++)
        {
            for (int row = firstRow; row < endRow; row++)
            {
                int place = (depth.Place(i, slice) * height.Length) + height.Place(j, row);
                Rows.Zip(op, columns, x.Slice(place * columns.Length, columns.Length), columns);
            }
        }
    }

    // Columns that are a stride apart lie next to each other for windows that go on by it.
    private static void ReduceColumns<TBinary>(TBinary op, float start, in WindowAxis width, ReadOnlySpan<float> columns, Span<float> parts, Span<float> outputs)
        where TBinary : struct, IBinary
    {
        if (width is { IsDivided: true, Stride: 2, Kernel: 2 })
        {
            Span<float> odd = parts[..outputs.Length];
            EvenAndOdd.Split(columns, 2 * outputs.Length, rows: 1, outputs.Length, outputs, odd, outputs.Length);
            Rows.Zip(op, outputs, odd, outputs);
            return;
        }

        int partLength = PartLength(width);
        if (width.Stride > 1)
        {
            Deinterleaving.Copy(columns, columns.Length, columns.Length, rows: 1, first: 0, width.Stride, parts, partLength, parts.Length);
        }

        ReadOnlySpan<float> inputs = width.Stride > 1 ? parts : columns;
        outputs.Fill(start);
        for (int tap = 0; tap < width.Kernel; tap++)
        {
            (int first, int end) = width.Outputs(tap);
            if (first < end)
            {
                (int place, int part) = Math.DivRem(width.Place(first, tap), width.Stride);
                Rows.Zip(op, outputs[first..end], inputs.Slice((part * partLength) + place, end - first), outputs[first..end]);
            }
        }
    }

    private static int PartLength(in WindowAxis width) => (width.Length + width.Stride - 1) / width.Stride;

    private readonly struct DivideByCount(float lines) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.Divide(a, TSimd.Multiply(b, TSimd.Create(lines)));
    }
}
