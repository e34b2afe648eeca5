namespace ConvGen.CompilerServices;

/// <summary>
/// Windows of (N, C, ...) with one to three axes of space, reduced to a number each: the operators of ONNX by these names. Kernel, strides and
/// dilations have a number per axis, pads two: all beginnings, then all ends. Windows may reach beyond the ends as the shape of the output says.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pooling
{
    private const int SpaceAxes = 3;

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

        (WindowAxis depth, WindowAxis height, WindowAxis width) = (axes[0], axes[1], axes[2]);
        // Columns that are a stride apart lie next to each other for windows that go on by it.
        int partLength = (width.Length + width.Stride - 1) / width.Stride;
        int apart = width.Stride > 1 ? checked(partLength * width.Stride) : 0;
        using var scratch = new Scratch(
            Scratch.BytesFor<float>(width.Length) + Scratch.BytesFor<float>(width.OutLength) + Scratch.BytesFor<float>(apart));
        Span<float> columns = scratch.Take<float>(width.Length), counts = scratch.Take<float>(width.OutLength);
        Span<float> parts = scratch.Take<float>(apart);
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = width.Count(i, counted);
        }

        while (!y.IsEmpty)
        {
            for (int i = 0; i < depth.OutLength; i++)
            {
                for (int j = 0; j < height.OutLength; j++)
                {
                    columns.Fill(start);
                    (int firstSlice, int endSlice) = depth.Taps(i);
                    (int firstRow, int endRow) = height.Taps(j);
                    for (int slice = firstSlice; slice < endSlice; slice++)
                    {
                        for (int row = firstRow; row < endRow; row++)
                        {
                            int line = (depth.Place(i, slice) * height.Length) + height.Place(j, row);
                            Rows.Zip(op, columns, x.Slice(line * width.Length, width.Length), columns);
                        }
                    }

                    Span<float> outputs = y[..width.OutLength];
                    if (width.Stride > 1)
                    {
                        Deinterleaving.Copy(columns, 0, width.Stride, parts, partLength);
                    }

                    ReduceColumns(op, start, width, width.Stride > 1 ? parts : columns, partLength, outputs);
                    if (counted != Counted.Nothing)
                    {
                        Rows.Zip(new DivideByCount(depth.Count(i, counted) * height.Count(j, counted)), outputs, counts, outputs);
                    }

                    y = y[width.OutLength..];
                }
            }

            x = x[(depth.Length * height.Length * width.Length)..];
        }
    }

    private static void ReduceColumns<TBinary>(TBinary op, float start, WindowAxis width, ReadOnlySpan<float> parts, int partLength, Span<float> outputs)
        where TBinary : struct, IBinary
    {
        outputs.Fill(start);
        for (int tap = 0; tap < width.Kernel; tap++)
        {
            (int first, int end) = width.Outputs(tap);
            if (first < end)
            {
                (int place, int part) = Math.DivRem(width.Place(first, tap), width.Stride);
                Rows.Zip(op, outputs[first..end], parts.Slice((part * partLength) + place, end - first), outputs[first..end]);
            }
        }
    }

    private readonly struct DivideByCount(float lines) : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        TVector IBinary.Apply<TSimd, TVector>(TVector a, TVector b) => TSimd.Divide(a, TSimd.Multiply(b, TSimd.Create(lines)));
    }
}
