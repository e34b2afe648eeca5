using System.Runtime.InteropServices;
using ConvGen.OnnxProto;
using ConvGen.Testing;
using Google.Protobuf;

namespace ConvGen.Bench.Peers;

/// <summary>A model of one convolution with constant weights.</summary>
internal static class OnnxModel
{
    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const int FloatElements = 1;

    /// <summary>The bytes of the model; its input is <c>x</c>, its output <c>y</c>.</summary>
    public static byte[] Write(LayerData data)
    {
        LayerCase layer = data.Layer;
        var graph = new GraphProto
        {
            Name = "layer",
            Node = { Node(layer) },
            Initializer = { Tensor("w", layer.WeightShape, data.Weight) },
            Input = { Value("x", layer.InputShape) },
            Output = { Value("y", layer.OutputShape) },
        };
        if (layer.Bias)
        {
            graph.Initializer.Add(Tensor("b", [layer.Cout], data.Bias));
        }

        return new ModelProto { IrVersion = IrVersion, Graph = graph, OpsetImport = { new OperatorSetIdProto { Version = OperatorSet } } }
            .ToByteArray();
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
                Integers("kernel_shape", layer.K),
                Integers("strides", layer.S),
                Integers("pads", [.. layer.P, .. layer.P]),
                Integers("dilations", layer.D),
                new AttributeProto { Name = "group", I = layer.G, Type = AttributeProto.Types.AttributeType.Int },
            },
        };
        if (!layer.IsOrdinary)
        {
            node.Attribute.Add(Integers("output_padding", layer.Op));
        }

        if (layer.Bias)
        {
            node.Input.Add("b");
        }

        return node;
    }

    private static AttributeProto Integers(string name, int[] values) =>
        new() { Name = name, Ints = { Wide(values) }, Type = AttributeProto.Types.AttributeType.Ints };

    private static TensorProto Tensor(string name, int[] shape, AlignedFloats elements) => new()
    {
        Name = name,
        DataType = FloatElements,
        Dims = { Wide(shape) },
        RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(elements.Span)),
    };

    private static ValueInfoProto Value(string name, int[] shape) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = FloatElements,
                Shape = new TensorShapeProto { Dim = { shape.Select(length => new TensorShapeProto.Types.Dimension { DimValue = length }) } },
            },
        },
    };

    private static long[] Wide(int[] values) => Array.ConvertAll(values, value => (long)value);
}
