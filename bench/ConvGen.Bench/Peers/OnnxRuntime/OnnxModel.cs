using ConvGen.Testing;

namespace ConvGen.Bench.Peers;

/// <summary>A model of one ConvTranspose node with constant weights; field numbers and enumerations are those of onnx.proto.</summary>
internal static class OnnxModel
{
    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const int FloatElements = 1;
    private const int IntegerAttribute = 2;
    private const int IntegersAttribute = 7;

    /// <summary>The bytes of the model; its input is <c>x</c>, its output <c>y</c>.</summary>
    public static byte[] Write(LayerData data)
    {
        LayerCase layer = data.Layer;
        ProtobufMessage graph = new ProtobufMessage()
            .Message(1, Node(layer))
            .Text(2, "layer")
            .Message(5, Tensor("w", layer.WeightShape, data.Weight));
        if (layer.Bias)
        {
            graph.Message(5, Tensor("b", [layer.Cout], data.Bias));
        }

        graph.Message(11, Value("x", layer.InputShape)).Message(12, Value("y", layer.OutputShape));
        return new ProtobufMessage()
            .Number(1, IrVersion)
            .Message(7, graph)
            .Message(8, new ProtobufMessage().Text(1, "").Number(2, OperatorSet))
            .ToArray();
    }

    private static ProtobufMessage Node(LayerCase layer)
    {
        ProtobufMessage node = new ProtobufMessage().Text(1, "x").Text(1, "w");
        if (layer.Bias)
        {
            node.Text(1, "b");
        }

        return node.Text(2, "y").Text(4, "ConvTranspose")
            .Message(5, Integers("kernel_shape", layer.K))
            .Message(5, Integers("strides", layer.S))
            .Message(5, Integers("pads", [.. layer.P, .. layer.P]))
            .Message(5, Integers("output_padding", layer.Op))
            .Message(5, Integers("dilations", layer.D))
            .Message(5, new ProtobufMessage().Text(1, "group").Number(3, layer.G).Number(20, IntegerAttribute));
    }

    private static ProtobufMessage Integers(string name, int[] values) =>
        new ProtobufMessage().Text(1, name).Numbers(8, values).Number(20, IntegersAttribute);

    private static ProtobufMessage Tensor(string name, int[] shape, AlignedFloats elements) =>
        new ProtobufMessage().Numbers(1, shape).Number(2, FloatElements).Text(8, name).Floats(9, elements.Span);

    private static ProtobufMessage Value(string name, int[] shape)
    {
        var lengths = new ProtobufMessage();
        foreach (int length in shape)
        {
            lengths.Message(1, new ProtobufMessage().Number(1, length));
        }

        ProtobufMessage type = new ProtobufMessage().Message(1, new ProtobufMessage().Number(1, FloatElements).Message(2, lengths));
        return new ProtobufMessage().Text(1, name).Message(2, type);
    }
}
