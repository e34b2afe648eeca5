namespace ConvGen.Generator.Networks.Graph;

/// <summary>A network as a list of nodes, each after those whose values it takes.</summary>
/// <param name="file">The model's file name.</param>
internal sealed class NetworkGraph(string file)
{
    public string File { get; } = file;

    public List<GraphValue> Inputs { get; } = [];

    public List<GraphValue> Outputs { get; } = [];

    /// <summary>Real tensors of the model, in its order: its weights, and numbers that code is made of.</summary>
    public List<GraphValue> Weights { get; } = [];

    public List<GraphNode> Nodes { get; set; } = [];

    /// <summary>The node that alone takes a value, and once, which is no output of the network; otherwise null.</summary>
    public GraphNode? OnlyConsumer(GraphValue value) =>
        value.Consumers.Count == 1 && !Outputs.Contains(value) ? value.Consumers[0] : null;

    /// <summary>Lets a node make what the only node that takes its output made; that one goes.</summary>
    public void Absorb(GraphNode node, GraphNode follower)
    {
        node.Outputs[0] = follower.Output;
        follower.Output.Producer = node;
        node.Fused.AddRange(follower.Parts);
        Remove(follower);
    }

    /// <summary>Removes a node; what it made is made by another or by none.</summary>
    public void Remove(GraphNode node)
    {
        node.TakeOnly();
        Nodes.Remove(node);
    }

    /// <summary>Removes nodes that make nothing that anything takes.</summary>
    public void RemoveUnused()
    {
        var outputs = new HashSet<GraphValue>(Outputs);
        var kept = new List<GraphNode>(Nodes.Count);
        for (int i = Nodes.Count - 1; i >= 0; i--)
        {
            if (Nodes[i].Outputs.Any(output => output.Consumers.Count > 0 || outputs.Contains(output)))
            {
                kept.Add(Nodes[i]);
            }
            else
            {
                Nodes[i].TakeOnly();
            }
        }

        kept.Reverse();
        Nodes = kept;
    }
}
