using ConvGen.Generator.Networks.Graph;
using ConvGen.Generator.Networks.Operators;

namespace ConvGen.Generator.Networks.Planning;

/// <summary>Something that a run of a network does.</summary>
/// <param name="Node">The node that it computes.</param>
/// <param name="Reads">The values that it takes.</param>
/// <param name="Writes">The values that it makes.</param>
internal abstract record NetworkStep(GraphNode Node, GraphValue[] Reads, GraphValue[] Writes);

/// <summary>A layer, by its emitted kernels.</summary>
/// <param name="Layer">The layer.</param>
internal sealed record LayerStep(LayerNode Layer) : NetworkStep(Layer, [.. Parts(Layer)], [Layer.Output])
{
    private static IEnumerable<GraphValue> Parts(LayerNode layer) =>
        layer.Residual is { } residual ? [layer.Data, residual] : [layer.Data];
}

/// <summary>A method of the runtime.</summary>
/// <param name="Node">The node.</param>
/// <param name="Call">The method with its arguments.</param>
/// <param name="Writes">The values that it makes, or makes a part of.</param>
internal sealed record CallStep(GraphNode Node, OperatorCall Call, GraphValue[] Writes)
    : NetworkStep(Node, [.. Call.Arguments.OfType<GraphValue>().Except(Writes)], Writes);
