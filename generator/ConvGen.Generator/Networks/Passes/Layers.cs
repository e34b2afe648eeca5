using ConvGen.Generator.Model;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Convolutions become layers: the parameters of the attributes, all sizes fixed, and a padding of zeros before one is its own.</summary>
internal static class Layers
{
    /// <summary>Runs the pass.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="algorithm">The form that all layers take which can.</param>
    public static void Run(NetworkGraph graph, Algorithm algorithm)
    {
        for (int i = 0; i < graph.Nodes.Count; i++)
        {
            if (!LayerOperators.Has(graph.Nodes[i]))
            {
                continue;
            }

            GraphNode node = graph.Nodes[i];
            var layer = new LayerNode(node, Spec(node, algorithm)) { Opset = node.Opset };
            layer.Outputs.Add(node.Output);
            node.Output.Producer = layer;
            node.TakeOnly();
            graph.Nodes[i] = layer;
            layer.TakeParts();
            if (TakeZeros(graph, layer))
            {
                i--;
            }
        }
    }

    private static LayerSpec Spec(GraphNode node, Algorithm algorithm)
    {
        bool isOrdinary = node.Op == LayerOperators.Conv;
        (Window window, int[] added) = isOrdinary ? (Window.Of(node), []) : Window.Transposed(node);
        int rank = window.Kernel.Length;
        int[] outputPadding = isOrdinary ? new int[rank] : added;
        int[] ends = window.Ends;
        for (int axis = 0; axis < added.Length; axis++)
        {
            // What is added beyond what a phase may have is no cropping at the end.
            int most = Math.Max(window.Strides[axis], window.Dilations[axis]) - 1;
            OperatorRule.Require(
                added[axis] <= most, node, FormattableString.Invariant($"has output_padding {added[axis]}; legal are 0 to {most}, below its stride or dilation"));
        }

        return new LayerSpec(
            isOrdinary,
            Name: null,
            new(window.Kernel),
            new(window.Strides),
            new(window.Begins),
            new(ends),
            new(outputPadding),
            new(window.Dilations),
            (int)node.Attributes.Integer("group", 1),
            node.Input(0).Shape[1],
            node.Output.Shape[1],
            new([.. node.Input(0).Shape.Skip(2)]),
            algorithm,
            new EpilogueSpec());
    }

    // A Pad of zeros along spatial axes, which nothing else takes.
    private static bool TakeZeros(NetworkGraph graph, LayerNode layer)
    {
        if (!layer.Spec.IsOrdinary
            || Patterns.Made(layer.Data, "Pad") is not { } pad
            || graph.OnlyConsumer(pad.Output) != layer
            || pad.Attributes.Text("mode", "constant") != "constant"
            || MovementOperators.PadValue(pad) != 0)
        {
            return false;
        }

        (int[] begins, int[] ends) = MovementOperators.Pads(pad);
        if (begins.Concat(ends).Any(static number => number < 0) || begins.Take(2).Concat(ends.Take(2)).Any(static number => number != 0))
        {
            return false;
        }

        layer.Data = pad.Input(0);
        layer.Spec = layer.Spec with
        {
            Padding = new([.. layer.Spec.Padding.Select((number, axis) => number + begins[axis + 2])]),
            PaddingEnd = new([.. layer.Spec.PaddingEnd.Select((number, axis) => number + ends[axis + 2])]),
            InputSize = new([.. layer.Data.Shape.Skip(2)]),
        };
        layer.Fused.Add("Pad " + pad.Name);
        layer.TakeParts();
        graph.Remove(pad);
        return true;
    }
}
