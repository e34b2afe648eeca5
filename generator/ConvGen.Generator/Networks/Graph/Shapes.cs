using System.Globalization;

namespace ConvGen.Generator.Networks.Graph;

/// <summary>Arithmetic of shapes.</summary>
internal static class Shapes
{
    /// <summary>Elements of a tensor; at most <see cref="int.MaxValue"/>, which no value may reach.</summary>
    public static int Count(IEnumerable<int> shape)
    {
        long count = 1;
        foreach (int length in shape)
        {
            count = Math.Min(count * length, int.MaxValue);
        }

        return (int)count;
    }

    /// <summary>For each axis, elements between neighbours along it.</summary>
    public static int[] Steps(int[] shape)
    {
        var steps = new int[shape.Length];
        int step = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= shape[axis];
        }

        return steps;
    }

    /// <summary>The position along each axis of an element.</summary>
    public static int[] Position(int[] shape, int index)
    {
        var position = new int[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            position[axis] = index % shape[axis];
            index /= shape[axis];
        }

        return position;
    }

    /// <summary>The shape that two have once the shorter is led by ones and ones are repeated; null where they do not fit.</summary>
    public static int[]? Broadcast(int[] first, int[] second)
    {
        int rank = Math.Max(first.Length, second.Length);
        var shape = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            int a = Length(first, axis);
            int b = Length(second, axis);
            if (a != b && a != 1 && b != 1)
            {
                return null;
            }

            shape[axis] = a == 1 ? b : a;
        }

        return shape;

        int Length(int[] lengths, int axis) => axis < rank - lengths.Length ? 1 : lengths[axis - rank + lengths.Length];
    }

    /// <summary>The same for what a node combines.</summary>
    /// <exception cref="NetworkException">They do not fit.</exception>
    public static int[] Broadcast(GraphNode node, int[] first, int[] second) => Broadcast(first, second)
        ?? throw new NetworkException($"{node} combines {Text(first)} and {Text(second)}, which do not fit");

    /// <summary>For an element of the broadcast shape, the element of the original.</summary>
    public static int Unbroadcast(int[] original, int[] broadcast, int index)
    {
        int[] position = Position(broadcast, index);
        int[] steps = Steps(original);
        int lead = broadcast.Length - original.Length;
        int source = 0;
        for (int axis = 0; axis < original.Length; axis++)
        {
            source += original[axis] == 1 ? 0 : position[lead + axis] * steps[axis];
        }

        return source;
    }

    /// <summary>As people write shapes.</summary>
    public static string Text(IEnumerable<int> shape) =>
        "(" + string.Join(", ", shape.Select(static length => length.ToString(CultureInfo.InvariantCulture))) + ")";
}
