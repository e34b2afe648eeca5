using ConvGen.Build.Onnx;

namespace ConvGen.Build.Manifest;

/// <summary>Constant nodes are tensors that stand among the nodes.</summary>
internal static class ConstantTensor
{
    /// <summary>The tensor of a Constant node under the name of its output; null for other nodes, and for constants that are sparse or no numbers.</summary>
    public static Tensor? Of(Node node)
    {
        if (node.Operator != "Constant" || node.Domain.Length > 0 || node.Outputs.Count != 1 || node.Attributes.Count != 1)
        {
            return null;
        }

        string name = node.Outputs[0];
        return (node.Attributes[0].Name, node.Attributes[0].Value) switch
        {
            ("value", Tensor tensor) => tensor.Named(name),
            ("value_float", float value) => Create(name, ElementType.Float32, [], BitConverter.GetBytes(value)),
            ("value_int", long value) => Create(name, ElementType.Int64, [], BitConverter.GetBytes(value)),
            ("value_floats", float[] values) => Create(name, ElementType.Float32, [values.Length], Bytes(values, sizeof(float))),
            ("value_ints", long[] values) => Create(name, ElementType.Int64, [values.Length], Bytes(values, sizeof(long))),
            _ => null,
        };
    }

    private static Tensor Create(string name, ElementType element, int[] dimensions, byte[] content) =>
        new(name, element, dimensions, content.Length / element.Size, new RawStorage(ByteRange.Of(content)));

    private static byte[] Bytes(Array values, int size)
    {
        var bytes = new byte[values.Length * size];
        Buffer.BlockCopy(values, 0, bytes, 0, bytes.Length);
        return bytes;
    }
}
