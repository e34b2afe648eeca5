using ConvGen.Generator.Networks.Folding;
using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>Nodes that make just what they take go, so that nothing that follows them is kept from what lies before them.</summary>
internal static class Aliases
{
    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        foreach (GraphNode node in graph.Nodes.Where(static node => ViewOperators.Has(node) || KeepsOrder(node)).ToArray())
        {
            GraphValue made = node.Output;
            if (graph.Outputs.Contains(made) || !made.Shape.SequenceEqual(node.Input(0).Shape) || made.Element != node.Input(0).Element)
            {
                continue;
            }

            GraphValue taken = node.Input(0);
            foreach (GraphNode consumer in made.Consumers.Distinct().ToArray())
            {
                consumer.TakeOnly([.. consumer.Inputs.Select(input => input == made ? taken : input)]);
            }

            graph.Remove(node);
        }
    }

    // What they make has the same elements where it has the same shape.
    private static bool KeepsOrder(GraphNode node) => node.Op switch
    {
        "Pad" => MovementOperators.Pads(node).Begins.All(static number => number == 0),
        "Slice" => Slices.Of(node).Steps.All(static step => step > 0),
        "Expand" or "Tile" => true,
        "Concat" => node.Inputs.Count == 1,
        _ => false,
    };
}
