using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ConvGen.Build.Tests;

/// <summary>A safetensors file, read as its specification says.</summary>
internal sealed class Weights
{
    private Weights(byte[] file)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        Assert.Equal(0, length % 8);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, length));
        long end = 0;
        foreach (JsonProperty tensor in header.RootElement.EnumerateObject())
        {
            long[] offsets = [.. tensor.Value.GetProperty("data_offsets").EnumerateArray().Select(static offset => offset.GetInt64())];
            long[] shape = [.. tensor.Value.GetProperty("shape").EnumerateArray().Select(static axis => axis.GetInt64())];
            Assert.Equal("F32", tensor.Value.GetProperty("dtype").GetString());
            Assert.Equal(end, offsets[0]);
            Assert.Equal(shape.Aggregate(4L, static (size, axis) => size * axis), offsets[1] - offsets[0]);
            end = offsets[1];
            Names.Add(tensor.Name);
            Tensors.Add(tensor.Name, MemoryMarshal.Cast<byte, float>(file.AsSpan(8 + length)[(int)offsets[0]..(int)end]).ToArray());
            Shapes.Add(tensor.Name, shape);
        }

        Assert.Equal(file.Length, 8 + length + end);
    }

    /// <summary>In the order of the file.</summary>
    public List<string> Names { get; } = [];

    public Dictionary<string, float[]> Tensors { get; } = [];

    public Dictionary<string, long[]> Shapes { get; } = [];

    public static Weights Of(ModelConversion conversion) => new(Bytes(conversion));

    public static byte[] Bytes(ModelConversion conversion)
    {
        using var stream = new MemoryStream();
        conversion.WriteWeights(stream);
        return stream.ToArray();
    }
}
