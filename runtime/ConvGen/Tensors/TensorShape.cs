using System.Globalization;

namespace ConvGen;

/// <summary>Up to eight axis lengths, inline.</summary>
[InlineArray(MaxRank)]
internal struct TensorShape
{
    internal const int MaxRank = 8;

    private int _first;

    internal static TensorShape Create<T>(ReadOnlySpan<T> elements, ReadOnlySpan<int> shape)
    {
        if (shape.Length is 0 or > MaxRank)
        {
            throw new ArgumentException($"The shape {Format(shape)} has {shape.Length} axes; legal are 1 to {MaxRank}.", nameof(shape));
        }

        var result = default(TensorShape);
        shape.CopyTo(result);
        long count = Count(shape);
        if (count != elements.Length)
        {
            string product = count > int.MaxValue ? "more than 2147483647" : count.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentException(
                $"The shape {Format(shape)} takes {product} elements, the span has {elements.Length}; they must be equal.", nameof(shape));
        }

        return result;
    }

    /// <summary>The elements that a shape takes; 2^31 for all counts that no span can have.</summary>
    internal static long Count(ReadOnlySpan<int> shape)
    {
        long count = 1;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(shape), shape[axis], $"Axis {axis} of the shape {Format(shape)} is negative; legal are lengths from 0.");
            }

            // A count already beyond any span stays there, so that it cannot wrap back into range.
            count = shape[axis] == 0 || count == 0 ? 0 : Math.Min(count * shape[axis], 1L << 31);
        }

        return count;
    }

    internal static string Format<T>(ReadOnlySpan<T> shape)
    {
        var text = new DefaultInterpolatedStringHandler(2, shape.Length, CultureInfo.InvariantCulture);
        text.AppendLiteral("(");
        for (int axis = 0; axis < shape.Length; axis++)
        {
            text.AppendLiteral(axis == 0 ? "" : ", ");
            text.AppendFormatted(shape[axis]);
        }

        text.AppendLiteral(")");
        return text.ToStringAndClear();
    }
}
