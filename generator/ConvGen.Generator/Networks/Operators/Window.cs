using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>How the windows of a convolution or a pooling lie, a number per spatial axis; automatic paddings worked out.</summary>
/// <param name="Kernel">Taps.</param>
/// <param name="Strides">From one window to the next.</param>
/// <param name="Dilations">From one tap to the next.</param>
/// <param name="Begins">Paddings before the first element.</param>
/// <param name="Ends">Paddings behind the last one.</param>
internal sealed record Window(int[] Kernel, int[] Strides, int[] Dilations, int[] Begins, int[] Ends)
{
    /// <summary>Of a pooling or an ordinary convolution.</summary>
    public static Window Of(GraphNode node)
    {
        Window window = Read(node);
        int[] shape = [.. node.Input(0).Shape.Skip(2)];
        return node.Attributes.Text("auto_pad", "NOTSET") switch
        {
            "SAME_UPPER" => window.Same(shape, isUpper: true),
            "SAME_LOWER" => window.Same(shape, isUpper: false),
            _ => window,
        };
    }

    /// <summary>Of a transposed convolution, with the added length of its output: <c>output_shape</c> says the paddings where it is given.</summary>
    public static (Window Window, int[] OutputPadding) Transposed(GraphNode node)
    {
        Window window = Read(node);
        int rank = window.Kernel.Length;
        int[] added = List(node, "output_padding", rank, 0);
        string automatic = node.Attributes.Text("auto_pad", "NOTSET");
        int[] shape = [.. node.Input(0).Shape.Skip(2)];
        bool isSame = automatic is "SAME_UPPER" or "SAME_LOWER";
        long[]? wanted = node.Attributes.Integers("output_shape") is { } given ? [.. given.Skip(given.Length - rank)]
            : isSame ? [.. shape.Select((length, axis) => (long)length * window.Strides[axis])]
            : null;
        if (wanted is null)
        {
            return (window, added);
        }

        int[] totals = [.. wanted.Select((length, axis) => checked((int)(
            ((long)window.Strides[axis] * (shape[axis] - 1)) + added[axis] + window.Span(axis) - length)))];
        // A length that lies beyond is added at the end.
        int[] cropped = [.. totals.Select(static total => Math.Max(0, total))];
        int[] small = [.. cropped.Select(static total => total / 2)];
        int[] large = [.. cropped.Select(static total => total - (total / 2))];
        bool isUpper = automatic == "SAME_UPPER";
        return (
            window with { Begins = isUpper ? small : large, Ends = isUpper ? large : small },
            [.. added.Select((padding, axis) => padding + Math.Max(0, -totals[axis]))]);
    }

    /// <summary>Elements from the first tap to the last.</summary>
    public int Span(int axis) => checked(((Kernel[axis] - 1) * Dilations[axis]) + 1);

    /// <summary>Windows along an axis of a length.</summary>
    public int OutputLength(int axis, int length, bool ceils)
    {
        int room = length + Begins[axis] + Ends[axis] - Span(axis);
        if (room < 0)
        {
            return ceils && room > -Strides[axis] ? 1 : 0;
        }

        int windows = ((ceils ? room + Strides[axis] - 1 : room) / Strides[axis]) + 1;
        // The last window begins within the elements or the paddings before them.
        return ceils && (windows - 1) * Strides[axis] >= length + Begins[axis] ? windows - 1 : windows;
    }

    /// <summary>A list of an attribute, a number per axis; the same for all where it was left out.</summary>
    public static int[] List(GraphNode node, string attribute, int count, int otherwise)
    {
        long[]? list = node.Attributes.Integers(attribute);
        OperatorRule.Require(
            list is null || list.Length == count,
            node,
            FormattableString.Invariant($"has {list?.Length} numbers of {attribute}, {count} are wanted"));
        return list is null ? [.. Enumerable.Repeat(otherwise, count)] : [.. list.Select(static number => checked((int)number))];
    }

    private static Window Read(GraphNode node)
    {
        // Weights tell the kernel of convolutions that leave it out.
        int[] shape = node.Input(0).Shape;
        int rank = shape.Length - 2;
        OperatorRule.Require(rank is >= 1 and <= 3, node, $"has an input of shape {Shapes.Text(shape)}; 1 to 3 spatial axes are computed");
        long[] kernel = node.Attributes.Integers("kernel_shape") ?? [.. node.Optional(1)?.Shape.Skip(2).Select(static length => (long)length) ?? []];
        OperatorRule.Require(kernel.Length == rank, node, FormattableString.Invariant($"has {kernel.Length} kernel sizes for {rank} spatial axes"));
        int[] pads = List(node, "pads", 2 * rank, 0);
        bool isValid = node.Attributes.Text("auto_pad", "NOTSET") == "VALID";
        int[] none = new int[rank];
        var window = new Window(
            [.. kernel.Select(static length => checked((int)length))],
            List(node, "strides", rank, 1),
            List(node, "dilations", rank, 1),
            isValid ? none : [.. pads.Take(rank)],
            isValid ? none : [.. pads.Skip(rank)]);
        OperatorRule.Require(
            window.Kernel.Concat(window.Strides).Concat(window.Dilations).All(static number => number >= 1),
            node,
            "has a kernel size, a stride or a dilation below 1");
        return window;
    }

    // As many outputs as strides fit into the input.
    private Window Same(int[] shape, bool isUpper)
    {
        int[] totals = [.. shape.Select((length, axis) => Math.Max(
            0, ((((length + Strides[axis] - 1) / Strides[axis]) - 1) * Strides[axis]) + Span(axis) - length))];
        int[] small = [.. totals.Select(static total => total / 2)];
        int[] large = [.. totals.Select(static total => total - (total / 2))];
        return this with { Begins = isUpper ? small : large, Ends = isUpper ? large : small };
    }
}
