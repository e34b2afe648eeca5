using System.Runtime.InteropServices;
using ConvGen.OnnxProto;
using Google.Protobuf;

namespace ConvGen.Bench.Peers;

/// <summary>What models are made of.</summary>
internal static class OnnxParts
{
    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const int FloatElements = 1;

    /// <summary>The bytes of a model of one graph.</summary>
    public static byte[] Model(GraphProto graph) =>
        new ModelProto { IrVersion = IrVersion, Graph = graph, OpsetImport = { new OperatorSetIdProto { Version = OperatorSet } } }.ToByteArray();

    /// <summary>An attribute that is a list.</summary>
    public static AttributeProto Integers(string name, int[] values) =>
        new() { Name = name, Ints = { Wide(values) }, Type = AttributeProto.Types.AttributeType.Ints };

    /// <summary>A constant.</summary>
    public static TensorProto Tensor(string name, ReadOnlySpan<int> shape, ReadOnlySpan<float> elements) => new()
    {
        Name = name,
        DataType = FloatElements,
        Dims = { Wide(shape.ToArray()) },
        RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(elements)),
    };

    /// <summary>An input or output.</summary>
    public static ValueInfoProto Value(string name, int[] shape) => new()
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
