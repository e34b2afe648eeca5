using System.Runtime.InteropServices;
using System.Text;

namespace ConvGen.Conformance.Tests;

/// <summary>A message of the published onnx.proto in the making: just the fields that small models need.</summary>
internal sealed class OnnxMessage
{
    private readonly List<byte> _bytes = [];

    /// <summary>A model of one node, whose values are of <see langword="float"/>.</summary>
    /// <param name="op">The node's operator.</param>
    /// <param name="inputs">Names and shapes of what it takes.</param>
    /// <param name="outputs">The same of what it makes.</param>
    /// <param name="opset">The version of the operators.</param>
    /// <param name="attributes">Whole numbers that the node has.</param>
    public static OnnxMessage Model(
        string op, (string Name, int[] Shape)[] inputs, (string Name, int[] Shape)[] outputs, int opset = 17, params (string Name, long Value)[] attributes)
    {
        OnnxMessage node = new OnnxMessage().Text(4, op);
        var graph = new OnnxMessage();
        foreach ((string name, int[] shape) in inputs)
        {
            node.Text(1, name);
            graph.Message(11, Value(name, shape));
        }

        foreach ((string name, int[] shape) in outputs)
        {
            node.Text(2, name);
            graph.Message(12, Value(name, shape));
        }

        foreach ((string name, long value) in attributes)
        {
            node.Message(5, new OnnxMessage().Text(1, name).Number(3, value).Number(20, 2));
        }

        return new OnnxMessage().Number(1, 8).Message(7, graph.Text(2, op).Message(1, node)).Message(8, new OnnxMessage().Number(2, opset));
    }

    /// <summary>A tensor.</summary>
    public static OnnxMessage Tensor(int[] shape, params float[] elements)
    {
        var tensor = new OnnxMessage();
        foreach (int length in shape)
        {
            tensor.Number(1, length);
        }

        return tensor.Number(2, 1).Bytes(9, MemoryMarshal.AsBytes<float>(elements));
    }

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => [.. _bytes];

    private static OnnxMessage Value(string name, int[] shape)
    {
        var axes = new OnnxMessage();
        foreach (int length in shape)
        {
            axes.Message(1, new OnnxMessage().Number(1, length));
        }

        return new OnnxMessage().Text(1, name).Message(2, new OnnxMessage().Message(1, new OnnxMessage().Number(1, 1).Message(2, axes)));
    }

    private OnnxMessage Number(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint((ulong)value);
        return this;
    }

    private OnnxMessage Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private OnnxMessage Message(int field, OnnxMessage message) => Bytes(field, message.ToArray());

    private OnnxMessage Bytes(int field, ReadOnlySpan<byte> bytes)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)bytes.Length);
        _bytes.AddRange(bytes);
        return this;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Add((byte)(value | 0x80));
        }

        _bytes.Add((byte)value);
    }
}
