using ConvGen.Generator.Networks.Graph;
using static ConvGen.Generator.Networks.Passes.Patterns;

namespace ConvGen.Generator.Networks.Passes;

/// <summary>x + x * s becomes x * (s + 1), where a layer can add that 1 as it makes s: a pass over a large tensor less.</summary>
internal static class Gates
{
    /// <summary>Runs the pass.</summary>
    public static void Run(NetworkGraph graph)
    {
        foreach (GraphNode sum in graph.Nodes.Where(static node => node.Op == "Add" && node.Inputs.Count == 2).ToArray())
        {
            foreach (GraphValue? part in sum.Inputs.ToArray())
            {
                if (Made(part, "Mul") is { } product
                    && graph.OnlyConsumer(product.Output) == sum
                    && Other(sum, product.Output) is { } x
                    && Other(product, x) is { Producer: LayerNode layer } gate
                    && graph.OnlyConsumer(gate) == product
                    && layer.Epilogue.Residual != Residual.AfterActivation
                    && sum.Output.Shape.SequenceEqual(x.Shape))
                {
                    layer.Epilogue = layer.Epilogue with { ShiftAfter = layer.Epilogue.ShiftAfter + 1 };
                    graph.Absorb(product, sum);
                    break;
                }
            }
        }
    }
}
