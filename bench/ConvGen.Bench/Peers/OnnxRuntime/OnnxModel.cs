using ConvGen.OnnxProto;
using ConvGen.Testing;

namespace ConvGen.Bench.Peers;

/// <summary>A model of one convolution with constant weights.</summary>
internal static class OnnxModel
{
    /// <summary>The bytes of the model; its input is <c>x</c>, its output <c>y</c>.</summary>
    public static byte[] Write(LayerData data)
    {
        LayerCase layer = data.Layer;
        var graph = new GraphProto
        {
            Name = "layer",
            Node = { Node(layer) },
            Initializer = { OnnxParts.Tensor("w", layer.WeightShape, data.Weight.Span) },
            Input = { OnnxParts.Value("x", layer.InputShape) },
            Output = { OnnxParts.Value("y", layer.OutputShape) },
        };
        if (layer.Bias)
        {
            graph.Initializer.Add(OnnxParts.Tensor("b", [layer.Cout], data.Bias.Span));
        }

        return OnnxParts.Model(graph);
    }

    private static NodeProto Node(LayerCase layer)
    {
        var node = new NodeProto
        {
            OpType = layer.IsOrdinary ? "Conv" : "ConvTranspose",
            Input = { "x", "w" },
            Output = { "y" },
            Attribute =
            {
                OnnxParts.Integers("kernel_shape", layer.K),
                OnnxParts.Integers("strides", layer.S),
                OnnxParts.Integers("pads", [.. layer.P, .. layer.P]),
                OnnxParts.Integers("dilations", layer.D),
                new AttributeProto { Name = "group", I = layer.G, Type = AttributeProto.Types.AttributeType.Int },
            },
        };
        if (!layer.IsOrdinary)
        {
            node.Attribute.Add(OnnxParts.Integers("output_padding", layer.Op));
        }

        if (layer.Bias)
        {
            node.Input.Add("b");
        }

        return node;
    }
}
