using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Folding;

/// <summary>What a <c>Slice</c> takes of its input.</summary>
/// <param name="Shape">The input's shape.</param>
/// <param name="Starts">The first element along each axis.</param>
/// <param name="Steps">From one to the next; below zero backwards.</param>
/// <param name="Lengths">How many.</param>
internal sealed record Slices(int[] Shape, int[] Starts, int[] Steps, int[] Lengths)
{
    /// <summary>Reads the node: before opset 10 attributes, later inputs.</summary>
    public static Slices Of(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        long[] starts = node.Attributes.Integers("starts") ?? node.Integers(1) ?? [];
        long[] ends = node.Attributes.Integers("ends") ?? node.Integers(2) ?? [];
        long[] axes = node.Attributes.Integers("axes") ?? node.Integers(3) ?? [.. Enumerable.Range(0, starts.Length).Select(static axis => (long)axis)];
        long[] steps = node.Integers(4) ?? [.. starts.Select(static _ => 1L)];
        if (ends.Length != starts.Length || axes.Length != starts.Length || steps.Length != starts.Length)
        {
            throw new NetworkException($"{node} has starts, ends, axes and steps of different lengths");
        }

        var slices = new Slices(shape, new int[shape.Length], [.. shape.Select(static _ => 1)], [.. shape]);
        for (int i = 0; i < starts.Length; i++)
        {
            int axis = Axes.Of(axes[i], shape.Length, node);
            slices.Take(axis, starts[i], ends[i], steps[i], node);
        }

        return slices;
    }

    /// <summary>The element of the input that an element of the output is.</summary>
    public int Source(int[] output, int index)
    {
        int[] position = Shapes.Position(output, index);
        int[] inner = Shapes.Steps(Shape);
        return position.Select((place, axis) => (Starts[axis] + (place * Steps[axis])) * inner[axis]).Sum();
    }

    private void Take(int axis, long start, long end, long step, GraphNode node)
    {
        if (step == 0 || Math.Abs(step) > int.MaxValue)
        {
            throw new NetworkException(FormattableString.Invariant($"{node} has step {step}; legal are others than 0"));
        }

        int length = Shape[axis];
        // The ends lie one before the first element where steps go back.
        long least = step > 0 ? 0 : -1;
        long most = step > 0 ? length : length - 1;
        long first = Math.Min(Math.Max(start < 0 ? start + length : start, step > 0 ? 0 : least), most);
        long last = Math.Min(Math.Max(end < 0 ? end + length : end, least), most);
        long count = step > 0 ? (last - first + step - 1) / step : (first - last - step - 1) / -step;
        Starts[axis] = (int)first;
        Steps[axis] = (int)step;
        Lengths[axis] = (int)Math.Max(0, count);
    }
}
