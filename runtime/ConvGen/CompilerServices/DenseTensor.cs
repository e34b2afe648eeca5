namespace ConvGen.CompilerServices;

/// <summary>
/// Views of tensors that come with lengths and strides, as those of System.Numerics.Tensors do. The runtime does not know that package;
/// emitted code, which does, takes the tensors apart.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DenseTensor
{
    /// <summary>A tensor to read, in place.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="first">The first element.</param>
    /// <param name="lengths">Axis lengths.</param>
    /// <param name="strides">Distances along the axes, in elements.</param>
    /// <param name="parameter">The caller's parameter, for messages.</param>
    /// <exception cref="ArgumentException">Elements do not follow each other row by row, or are more than a span holds.</exception>
    /// <remarks>
    /// Nothing tells how much memory follows the first element: the caller vouches that it holds all that the lengths say. Beyond what is
    /// there, the view reads memory that belongs to others.
    /// </remarks>
    public static ReadOnlyTensorView<T> Read<T>(in T first, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter)
    {
        // Not ref readonly, to which C# 11 passes nothing.
        Span<int> shape = stackalloc int[TensorShape.MaxRank];
        int count = Flatten(lengths, strides, parameter, shape);
        return new ReadOnlyTensorView<T>(MemoryMarshal.CreateReadOnlySpan(in first, count), shape[..lengths.Length]);
    }

    /// <summary>A tensor to write, in place.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="first">The first element.</param>
    /// <param name="lengths">Axis lengths.</param>
    /// <param name="strides">Distances along the axes, in elements.</param>
    /// <param name="parameter">The caller's parameter, for messages.</param>
    /// <exception cref="ArgumentException">Elements do not follow each other row by row, or are more than a span holds.</exception>
    /// <remarks>
    /// Nothing tells how much memory follows the first element: the caller vouches that it holds all that the lengths say. Beyond what is
    /// there, the view reads and writes memory that belongs to others.
    /// </remarks>
    public static TensorView<T> Write<T>(ref T first, ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter)
    {
        Span<int> shape = stackalloc int[TensorShape.MaxRank];
        int count = Flatten(lengths, strides, parameter, shape);
        return new TensorView<T>(MemoryMarshal.CreateSpan(ref first, count), shape[..lengths.Length]);
    }

    // The number of elements; lengths go to the shape.
    private static int Flatten(ReadOnlySpan<nint> lengths, ReadOnlySpan<nint> strides, string parameter, Span<int> shape)
    {
        if (lengths.Length is 0 or > TensorShape.MaxRank)
        {
            throw new ArgumentException(
                Text($"The {parameter} {TensorShape.Format(lengths)} has {lengths.Length} axes; legal are 1 to {TensorShape.MaxRank}."), parameter);
        }

        bool isEmpty = lengths.Contains(0);
        long count = 1;
        bool isDense = true;
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            // The stride of an axis of one element is never taken.
            isDense &= lengths[axis] == 1 || strides[axis] == count;
            shape[axis] = (int)Math.Min(lengths[axis], int.MaxValue);
            // A count already beyond any span stays there, so that it cannot wrap back into range.
            count = Math.Min(count * shape[axis], 1L << 31);
        }

        if (isEmpty)
        {
            return 0;
        }

        if (count > int.MaxValue)
        {
            throw new ArgumentException(
                Text($"The {parameter} {TensorShape.Format(lengths)} has more elements than a span can hold; legal are up to {int.MaxValue}."),
                parameter);
        }

        return isDense
            ? (int)count
            : throw new ArgumentException(
                Text($"The {parameter} {TensorShape.Format(lengths)} has the strides {TensorShape.Format(strides)}; legal are dense row-major tensors: ")
                    + "copy it to one, made by Tensor.CreateFromShape, with CopyTo, or to an array with FlattenTo.",
                parameter);
    }

    private static string Text(FormattableString message) => FormattableString.Invariant(message);
}
