using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;
using static ConvGen.Generator.Networks.Passes.Patterns;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>
/// A softmax between two transpositions that undo each other is one along another axis: exporters write that of channels so where the operator takes the
/// last axis alone.
/// </summary>
internal static class TransposedSoftmax
{
    // From this version on the operator is one along an axis.
    private const int AnyAxis = 13;

    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        foreach (GraphNode last in graph.Nodes.Where(static node => node.Op == "Transpose").ToArray())
        {
            if (last.Input(0).Producer is not { Op: "Softmax" or "LogSoftmax" } softmax || Made(softmax.Input(0), "Transpose") is not { } first)
            {
                continue;
            }

            int rank = first.Output.Shape.Length;
            (int[] there, int[] back) = (Axes.Order(first, rank), Axes.Order(last, rank));
            int axis = Axes.Of(softmax.Attributes.Integer("axis", softmax.Opset < AnyAxis ? 1 : -1), rank, softmax);
            GraphNode[] nodes = [first, softmax, last];
            if (back.Select(place => there[place]).SequenceEqual(Enumerable.Range(0, rank))
                && (softmax.Opset >= AnyAxis || axis == rank - 1)
                && IsClosed(graph, nodes, last))
            {
                var attributes = new NodeAttributes();
                attributes.Add("axis", (long)there[axis]);
                Substitute(graph, nodes, last, new GraphNode(softmax.Op, softmax.Name, attributes) { Opset = AnyAxis, IsStandIn = true }, first.Input(0));
            }
        }
    }
}
