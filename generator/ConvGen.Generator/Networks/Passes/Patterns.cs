using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Questions that passes ask of a graph.</summary>
internal static class Patterns
{
    /// <summary>The only element of a value that is known and a scalar, whatever its rank; null of all others.</summary>
    public static float? Scalar(GraphValue? value) => value is { Known: { Count: 1 } known } ? (float)known.Number(0) : null;

    /// <summary>A scalar that is, but for rounding, the expected one.</summary>
    public static bool Is(GraphValue? value, double expected) =>
        Scalar(value) is { } scalar && Math.Abs(scalar - expected) <= 1e-6 * Math.Abs(expected);

    /// <summary>The other input of a node that takes two.</summary>
    public static GraphValue? Other(GraphNode node, GraphValue value) =>
        node.Inputs.Count != 2 ? null : node.Inputs[0] == value ? node.Inputs[1] : node.Inputs[1] == value ? node.Inputs[0] : null;

    /// <summary>The node that makes a value, where it is of this operator.</summary>
    public static GraphNode? Made(GraphValue? value, string op) => value?.Producer is { } producer && producer.Op == op ? producer : null;

    /// <summary>A node with two inputs of which one is a scalar: the other input and the scalar.</summary>
    public static (GraphValue Value, float Scalar)? WithScalar(GraphNode? node) => node is not { Inputs.Count: 2 } ? null
        : Scalar(node.Inputs[1]) is { } second && node.Inputs[0] is { } first ? (first, second)
        : Scalar(node.Inputs[0]) is { } left && node.Inputs[1] is { } right ? (right, left)
        : null;

    /// <summary>Whether all but the last of these nodes make values that only the pattern takes.</summary>
    public static bool IsClosed(NetworkGraph graph, IReadOnlyCollection<GraphNode> nodes, GraphNode last) =>
        nodes.All(node => node == last
            || (!graph.Outputs.Contains(node.Output) && node.Output.Consumers.TrueForAll(consumer => nodes.Contains(consumer))));

    /// <summary>Puts one node into the place of several, which make the same value.</summary>
    public static void Substitute(NetworkGraph graph, IReadOnlyCollection<GraphNode> nodes, GraphNode last, GraphNode single, params GraphValue?[] inputs)
    {
        int place = graph.Nodes.IndexOf(last);
        single.Outputs.Add(last.Output);
        last.Output.Producer = single;
        single.TakeOnly(inputs);
        single.Fused.AddRange(InOrder(graph, nodes, place).SelectMany(static node => node.Parts));
        graph.Nodes[place] = single;
        last.TakeOnly();
        foreach (GraphNode node in nodes.Where(node => node != last))
        {
            graph.Remove(node);
        }
    }

    // They end at a place and lie shortly before it, for the most part: the whole graph is not gone through for each pattern.
    private static Stack<GraphNode> InOrder(NetworkGraph graph, IReadOnlyCollection<GraphNode> nodes, int last)
    {
        var wanted = new HashSet<GraphNode>(nodes);
        var found = new Stack<GraphNode>(wanted.Count);
        for (int i = last; found.Count < wanted.Count; i--)
        {
            if (wanted.Contains(graph.Nodes[i]))
            {
                found.Push(graph.Nodes[i]);
            }
        }

        return found;
    }
}
