using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Folding;

/// <summary>Axes as models name them: from the end where they are negative.</summary>
internal static class Axes
{
    /// <summary>An axis, counted from the first.</summary>
    public static int Of(long axis, int rank, GraphNode node)
    {
        long counted = axis < 0 ? axis + rank : axis;
        return counted >= 0 && counted < rank
            ? (int)counted
            : throw new NetworkException(FormattableString.Invariant($"{node} names axis {axis}; legal are axes of {rank}"));
    }

    /// <summary>The axes of an attribute or, from some version on, of an input; null where there are none.</summary>
    public static int[]? Of(GraphNode node, int input, int rank)
    {
        long[]? axes = node.Attributes.Integers("axes") ?? node.Integers(input);
        return axes is null ? null : [.. axes.Select(axis => Of(axis, rank, node)).Distinct().OrderBy(static axis => axis)];
    }

    /// <summary>The order in which a transposition puts axes; the reverse where it names none.</summary>
    public static int[] Order(GraphNode node, int rank)
    {
        int[] order = node.Attributes.Integers("perm") is { } named
            ? [.. named.Select(axis => Of(axis, rank, node))]
            : [.. Enumerable.Range(0, rank).Reverse()];
        return order.Length == rank && order.Distinct().Count() == rank
            ? order
            : throw new NetworkException($"{node} puts axes in the order {Shapes.Text(order)}, which is none of its input's {Shapes.Text(node.Input(0).Shape)}");
    }
}
