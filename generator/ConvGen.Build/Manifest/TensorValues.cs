using ConvGen.Build.Onnx;

namespace ConvGen.Build.Manifest;

/// <summary>The elements of a tensor as manifests and weights have them: reals rounded to float32, everything else an integer.</summary>
internal static class TensorValues
{
    /// <summary>Writes reals as little-endian float32.</summary>
    public static void WriteSingles(Tensor tensor, Stream stream)
    {
        ByteRange content = tensor.Content();
        if (tensor.Element == ElementType.Float32)
        {
            content.WriteTo(stream);
            return;
        }

        var writer = new BinaryWriter(stream);
        for (int at = content.Start, end = at + content.Length; at < end; at += tensor.Element!.Size)
        {
            switch (tensor.Element!.Name)
            {
                case "float64":
                    writer.Write((float)BitConverter.ToDouble(content.Array, at));
                    break;
                case "bfloat16":
                    writer.Write((uint)BitConverter.ToUInt16(content.Array, at) << 16);
                    break;
                default:
                    writer.Write(SingleBits(BitConverter.ToUInt16(content.Array, at)));
                    break;
            }
        }

        writer.Flush();
    }

    /// <summary>The elements as words of a manifest.</summary>
    public static IEnumerable<string> Words(Tensor tensor)
    {
        ByteRange content = tensor.Content();
        int size = tensor.Element!.Size;
        if (tensor.IsReal)
        {
            var singles = new MemoryStream();
            WriteSingles(tensor, singles);
            (content, size) = (ByteRange.Of(singles.ToArray()), sizeof(float));
        }

        for (int at = content.Start, end = at + content.Length; at < end; at += size)
        {
            yield return tensor.IsReal ? ManifestText.Of(BitConverter.ToSingle(content.Array, at)) : Integer(tensor.Element!, content.Array, at);
        }
    }

    private static string Integer(ElementType element, byte[] bytes, int at) => element.Name switch
    {
        "bool" => bytes[at] == 0 ? "0" : "1",
        "uint8" => ManifestText.Of(bytes[at]),
        "int8" => ManifestText.Of((sbyte)bytes[at]),
        "uint16" => ManifestText.Of(BitConverter.ToUInt16(bytes, at)),
        "int16" => ManifestText.Of(BitConverter.ToInt16(bytes, at)),
        "int32" => ManifestText.Of(BitConverter.ToInt32(bytes, at)),
        "uint32" => ManifestText.Of(BitConverter.ToUInt32(bytes, at)),
        "uint64" => ManifestText.Of(BitConverter.ToUInt64(bytes, at)),
        _ => ManifestText.Of(BitConverter.ToInt64(bytes, at)),
    };

    // Binary16 to binary32, which has room for all of it: subnormals become normal.
    private static uint SingleBits(ushort half)
    {
        uint sign = (uint)(half & 0x8000) << 16;
        uint exponent = (uint)(half >> 10) & 0x1F;
        uint fraction = half & 0x3FFu;
        if (exponent == 0x1F)
        {
            return sign | 0x7F80_0000 | (fraction << 13);
        }

        if (exponent == 0 && fraction == 0)
        {
            return sign;
        }

        if (exponent == 0)
        {
            for (exponent = 1; (fraction & 0x400) == 0; exponent--)
            {
                fraction <<= 1;
            }

            fraction &= 0x3FF;
        }

        return sign | unchecked((exponent + (127 - 15)) << 23) | (fraction << 13);
    }
}
