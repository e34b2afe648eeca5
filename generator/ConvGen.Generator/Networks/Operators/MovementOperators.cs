using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Planning;

namespace ConvGen.Generator.Networks.Operators;

/// <summary>Elements in other places.</summary>
internal static class MovementOperators
{
    // Blocks come apart into rows and columns, channels before or behind them, and back.
    private static readonly int[] s_channelsFirst = [0, 1, 4, 2, 5, 3];
    private static readonly int[] s_channelsLast = [0, 3, 4, 1, 5, 2];
    private static readonly int[] s_blocksFirst = [0, 3, 5, 1, 2, 4];

    public static IEnumerable<KeyValuePair<string, OperatorRule>> Rules { get; } =
    [
        new("Transpose", new OperatorRule(InferTranspose, static node => new OperatorCall(
            "Movement.Transpose", node.Input(0), node.Input(0).Shape, Axes.Order(node, node.Input(0).Shape.Length), node.Output))),
        new("DepthToSpace", new OperatorRule(InferDepthToSpace, DepthToSpace)),
        new("SpaceToDepth", new OperatorRule(InferSpaceToDepth, SpaceToDepth)),
        new("Slice", new OperatorRule(static node => OperatorRule.SetShape(node, Slices.Of(node).Lengths), Slice)),
        new("Split", new OperatorRule(InferSplit, static _ => throw new InvalidOperationException())),
        new("Concat", new OperatorRule(InferConcat, static _ => throw new InvalidOperationException())),
        new("Pad", new OperatorRule(InferPad, Pad)),
        new("Expand", new OperatorRule(InferExpand, static node => new OperatorCall(
            "Movement.Expand", node.Input(0), node.Input(0).Shape, node.Output, node.Output.Shape))),
        new("Tile", new OperatorRule(InferTile, static node => new OperatorCall(
            "Movement.Expand", node.Input(0), Repeated(node, static _ => 1), node.Output, Repeated(node, static times => times)))),
        new("Gather", new OperatorRule(InferGather, Gather)),
    ];

    /// <summary>The first element and the length of each part of a <c>Split</c> along its axis.</summary>
    public static (int Axis, int[] Lengths) Parts(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        int axis = Axes.Of(node.Attributes.Integer("axis", 0), shape.Length, node);
        long[]? named = node.Attributes.Integers("split") ?? node.Integers(1);
        // Parts of a length that does not divide are alike but for the last.
        int part = (shape[axis] + node.Outputs.Count - 1) / node.Outputs.Count;
        int[] lengths = named is not null
            ? [.. named.Select(static length => checked((int)length))]
            : [.. node.Outputs.Select((_, index) => Math.Max(0, Math.Min(part, shape[axis] - (index * part))))];
        OperatorRule.Require(
            lengths.Length == node.Outputs.Count && lengths.Sum() == shape[axis] && lengths.All(static length => length >= 0),
            node,
            $"splits {Shapes.Text(shape)} into {Shapes.Text(lengths)}, which does not fit");
        return (axis, lengths);
    }

    /// <summary>A part of a <c>Split</c>, copied.</summary>
    public static OperatorCall Part(GraphNode node, int index)
    {
        (int axis, int[] lengths) = Parts(node);
        return new OperatorCall(
            "Movement.Split",
            node.Input(0),
            node.Input(0).Shape,
            axis,
            lengths.Take(index).Sum(),
            node.Outputs[index],
            node.Outputs[index].Shape);
    }

    /// <summary>An input of a <c>Concat</c>, copied to its place.</summary>
    public static OperatorCall Piece(GraphNode node, int index)
    {
        int axis = Axis(node);
        return new OperatorCall(
            "Movement.Concat",
            node.Input(index),
            node.Input(index).Shape,
            axis,
            node.Inputs.Take(index).Sum(input => input!.Shape[axis]),
            node.Output,
            node.Output.Shape);
    }

    /// <summary>The axis of a <c>Concat</c>.</summary>
    public static int Axis(GraphNode node) => Axes.Of(node.Attributes.Integer("axis", 0), node.Input(0).Shape.Length, node);

    private static void InferTranspose(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        OperatorRule.SetShape(node, [.. Axes.Order(node, shape.Length).Select(axis => shape[axis])]);
    }

    private static int Block(GraphNode node)
    {
        int block = (int)Math.Min(node.Attributes.Integer("blocksize", 1), short.MaxValue);
        OperatorRule.Require(block >= 1 && node.Input(0).Shape.Length == 4, node, "takes (N, C, H, W) and a block size from 1");
        return block;
    }

    private static void InferDepthToSpace(GraphNode node)
    {
        int block = Block(node);
        int[] shape = node.Input(0).Shape;
        OperatorRule.Require(shape[1] % (block * block) == 0, node, "has channels that are no multiple of its block's area");
        OperatorRule.SetShape(node, shape[0], shape[1] / (block * block), shape[2] * block, shape[3] * block);
    }

    private static OperatorCall DepthToSpace(GraphNode node)
    {
        int block = Block(node);
        int[] shape = node.Input(0).Shape;
        int channels = shape[1] / (block * block);
        return node.Attributes.Text("mode", "DCR") == "CRD"
            ? new("Movement.Transpose", node.Input(0), new[] { shape[0], channels, block, block, shape[2], shape[3] }, s_channelsFirst, node.Output)
            : new("Movement.Transpose", node.Input(0), new[] { shape[0], block, block, channels, shape[2], shape[3] }, s_channelsLast, node.Output);
    }

    private static void InferSpaceToDepth(GraphNode node)
    {
        int block = Block(node);
        int[] shape = node.Input(0).Shape;
        OperatorRule.Require(shape[2] % block == 0 && shape[3] % block == 0, node, "has a size that is no multiple of its block's");
        OperatorRule.SetShape(node, shape[0], shape[1] * block * block, shape[2] / block, shape[3] / block);
    }

    private static OperatorCall SpaceToDepth(GraphNode node)
    {
        int block = Block(node);
        int[] shape = node.Input(0).Shape;
        return new OperatorCall(
            "Movement.Transpose",
            node.Input(0),
            new[] { shape[0], shape[1], shape[2] / block, block, shape[3] / block, block },
            s_blocksFirst,
            node.Output);
    }

    private static OperatorCall Slice(GraphNode node)
    {
        var slices = Slices.Of(node);
        return new OperatorCall("Movement.Slice", node.Input(0), slices.Shape, slices.Starts, slices.Steps, node.Output, node.Output.Shape);
    }

    private static void InferSplit(GraphNode node)
    {
        (int axis, int[] lengths) = Parts(node);
        for (int i = 0; i < lengths.Length; i++)
        {
            int[] shape = [.. node.Input(0).Shape];
            shape[axis] = lengths[i];
            node.Outputs[i].Shape = shape;
            node.Outputs[i].Element = node.Input(0).Element;
        }
    }

    private static void InferConcat(GraphNode node)
    {
        int axis = Axis(node);
        int[] shape = [.. node.Input(0).Shape];
        for (int i = 1; i < node.Inputs.Count; i++)
        {
            int[] other = node.Input(i).Shape;
            OperatorRule.Require(
                other.Length == shape.Length && other.Where((length, along) => along != axis && length != shape[along]).Any() is false,
                node,
                $"joins {Shapes.Text(shape)} and {Shapes.Text(other)}, which do not fit");
            shape[axis] = checked(shape[axis] + other[axis]);
        }

        OperatorRule.SetShape(node, shape);
    }

    /// <summary>Elements added before and behind, per axis; below zero they are left out.</summary>
    public static (int[] Begins, int[] Ends) Pads(GraphNode node)
    {
        int rank = node.Input(0).Shape.Length;
        long[] pads = node.Attributes.Integers("pads") ?? node.Integers(1) ?? [];
        int[] axes = node.Integers(3) is { } named ? [.. named.Select(axis => Axes.Of(axis, rank, node))] : [.. Enumerable.Range(0, rank)];
        OperatorRule.Require(pads.Length == 2 * axes.Length, node, "has paddings that are not two for each axis");
        int[] begins = new int[rank];
        int[] ends = new int[rank];
        for (int i = 0; i < axes.Length; i++)
        {
            begins[axes[i]] = checked((int)pads[i]);
            ends[axes[i]] = checked((int)pads[i + axes.Length]);
        }

        return (begins, ends);
    }

    /// <summary>What a constant <c>Pad</c> adds.</summary>
    public static float PadValue(GraphNode node) => node.Known(2) is { Count: > 0 } value ? (float)value.Number(0) : node.Attributes.Real("value", 0);

    private static void InferPad(GraphNode node)
    {
        (int[] begins, int[] ends) = Pads(node);
        int[] shape = node.Input(0).Shape;
        string mode = node.Attributes.Text("mode", "constant");
        OperatorRule.Require(mode is "constant" or "reflect" or "edge" or "wrap", node, $"has the mode {mode}; constant, reflect, edge and wrap are computed");
        OperatorRule.Require(mode != "wrap" || begins.Concat(ends).All(static number => number >= 0), node, "wraps round what it leaves out");
        OperatorRule.Require(
            mode != "reflect" || shape.Where((length, axis) => begins[axis] >= length || ends[axis] >= length).Any() is false,
            node,
            "reflects more elements than there are");
        OperatorRule.SetShape(node, [.. shape.Select((length, axis) => checked(length + begins[axis] + ends[axis]))]);
    }

    private static OperatorCall Pad(GraphNode node)
    {
        (int[] begins, _) = Pads(node);
        string mode = node.Attributes.Text("mode", "constant") switch
        {
            "reflect" => "PadMode.Reflect",
            "edge" => "PadMode.Edge",
            "wrap" => "PadMode.Wrap",
            _ => "PadMode.Constant",
        };
        return new OperatorCall(
            "Movement.Pad", node.Input(0), node.Input(0).Shape, begins, mode, PadValue(node), node.Output, node.Output.Shape);
    }

    private static void InferExpand(GraphNode node)
    {
        int[] wanted = [.. Needed(node).Select(static length => checked((int)length))];
        OperatorRule.SetShape(node, Shapes.Broadcast(node.Input(0).Shape, wanted)
            ?? throw new NetworkException($"{node} repeats {Shapes.Text(node.Input(0).Shape)} to {Shapes.Text(wanted)}, which does not fit"));
    }

    private static void InferTile(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        long[] times = Needed(node);
        OperatorRule.Require(
            times.Length == shape.Length && times.All(static number => number >= 0) && Repeated(node, static _ => 1).Length <= NetworkLimits.Axes,
            node,
            $"repeats {Shapes.Text(shape)} a number of times that is not one for each axis, or along too many");
        OperatorRule.SetShape(node, [.. shape.Zip(times, static (length, number) => checked((int)(length * number)))]);
    }

    // An axis that is repeated is two: how often, and its own length.
    private static int[] Repeated(GraphNode node, Func<int, int> repeats) =>
        [.. node.Input(0).Shape.Zip(Needed(node), (length, times) => times == 1 ? (int[])[length] : [repeats(checked((int)times)), length]).SelectMany(static axes => axes)];

    private static long[] Needed(GraphNode node) => node.Integers(1) ?? throw new NetworkException($"{node} lacks input 1");

    private static void InferGather(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        int axis = Axes.Of(node.Attributes.Integer("axis", 0), shape.Length, node);
        OperatorRule.SetShape(node, [.. shape.Take(axis), .. node.Input(1).Shape, .. shape.Skip(axis + 1)]);
    }

    private static OperatorCall Gather(GraphNode node)
    {
        int[] shape = node.Input(0).Shape;
        int axis = Axes.Of(node.Attributes.Integer("axis", 0), shape.Length, node);
        long[] indices = [.. Needed(node).Select(index => index < 0 ? index + shape[axis] : index)];
        OperatorRule.Require(indices.All(index => index >= 0 && index < shape[axis]), node, "gathers elements that are not there");
        return new OperatorCall("Movement.Gather", node.Input(0), shape, axis, (int[])[.. indices.Select(static index => (int)index)], node.Output);
    }
}
