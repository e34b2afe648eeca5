using ConvGen.Generator.Networks.Graph;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Outputs of the network that are inputs or constants of it are copies of them, so that a run writes every output.</summary>
internal static class GivenOutputs
{
    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            GraphValue given = graph.Outputs[i];
            if (given.Producer is not null && !given.IsConstant)
            {
                continue;
            }

            var copy = new GraphNode("Identity", given.Name, new NodeAttributes());
            copy.TakeOnly(given);
            graph.Outputs[i] = new GraphValue(given.Name) { Producer = copy, Shape = given.Shape, Element = given.Element };
            copy.Outputs.Add(graph.Outputs[i]);
            graph.Nodes.Add(copy);
        }
    }
}
