using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Operators that take any number of inputs become chains of those that take two.</summary>
internal static class Chains
{
    private static readonly Dictionary<string, string> s_links = new(StringComparer.Ordinal) { ["Min"] = "Min", ["Max"] = "Max", ["Sum"] = "Add" };

    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph) =>
        graph.Nodes = [.. graph.Nodes.SelectMany(static node => s_links.TryGetValue(node.Op, out string? link) ? Links(node, link) : [node])];

    private static IEnumerable<GraphNode> Links(GraphNode node, string link)
    {
        GraphValue?[] inputs = [.. node.Inputs];
        node.TakeOnly();
        if (inputs.Length < 2)
        {
            node.Op = "Identity";
            node.TakeOnly(inputs);
            return [node];
        }

        // The node itself is the last of them.
        var links = new List<GraphNode>();
        GraphValue? made = inputs[0];
        for (int i = 1; i < inputs.Length - 1; i++)
        {
            var next = new GraphNode(link, FormattableString.Invariant($"{node.Name}_{i}"), node.Attributes) { Opset = node.Opset };
            next.TakeOnly(made, inputs[i]);
            made = new GraphValue(next.Name) { Producer = next };
            next.Outputs.Add(made);
            links.Add(next);
        }

        node.Op = link;
        node.TakeOnly(made, inputs[inputs.Length - 1]);
        return [.. links, node];
    }
}
