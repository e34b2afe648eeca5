namespace ConvGen;

/// <summary>Where a part of a tensor lies among its elements.</summary>
/// <param name="Start">Its first element.</param>
/// <param name="Length">Elements from that to its last one.</param>
/// <param name="Gap">Elements between its pieces.</param>
internal readonly record struct TensorPart(int Start, int Length, int Gap)
{
    /// <summary>A range along the first or the second axis of a tensor with gaps between the pieces of its first axis.</summary>
    public static TensorPart Of(ReadOnlySpan<int> shape, int gap, int axis, int first, int count)
    {
        if (axis is < 0 or > 1 || axis >= shape.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(axis), axis, FormattableString.Invariant($"The axis is {axis}; legal are 0 and 1 within the {shape.Length} axes of the tensor."));
        }

        if (first < 0 || count < 0 || first > shape[axis] - count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(first),
                first,
                FormattableString.Invariant($"The range is {count} from {first}; legal are ranges within the {shape[axis]} of axis {axis}."));
        }

        int inner = 1;
        for (int i = 2; i < shape.Length; i++)
        {
            inner *= shape[i];
        }

        int piece = (shape.Length > 1 ? shape[1] : 1) * inner;
        int step = piece + gap;
        (int start, int pieces, int length) = axis == 0 ? (first * step, count, piece) : (first * inner, shape[0], count * inner);
        bool isEmpty = pieces == 0 || length == 0;
        return new TensorPart(isEmpty ? 0 : start, isEmpty ? 0 : ((pieces - 1) * step) + length, step - length);
    }
}
