namespace ConvGen.CompilerServices;

/// <summary>Arithmetic of shapes.</summary>
internal static class Shapes
{
    /// <summary>How many elements have these sizes.</summary>
    public static int Count(ReadOnlySpan<int> sizes)
    {
        int count = 1;
        foreach (int size in sizes)
        {
            count *= size;
        }

        return count;
    }

    /// <summary>Goes to the next place of a tensor, or of its first axes, in row-major order.</summary>
    public static void Next(Span<int> place, ReadOnlySpan<int> shape)
    {
        for (int axis = place.Length - 1; axis >= 0 && ++place[axis] == shape[axis]; axis--)
        {
            place[axis] = 0;
        }
    }

    /// <summary>From an element to the next along each axis of a row-major tensor.</summary>
    public static void Steps(ReadOnlySpan<int> shape, Span<int> steps)
    {
        int step = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= shape[axis];
        }
    }

    /// <summary>The same along the axes of <paramref name="target"/>, to which the shape is broadcast: 0 where it has one element for all.</summary>
    public static void BroadcastSteps(ReadOnlySpan<int> shape, ReadOnlySpan<int> target, Span<int> steps)
    {
        int missing = target.Length - shape.Length;
        steps[..missing].Clear();
        Steps(shape, steps[missing..]);
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 1)
            {
                steps[missing + axis] = 0;
            }
        }
    }
}
