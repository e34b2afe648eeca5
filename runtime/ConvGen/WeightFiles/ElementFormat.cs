using System.Buffers.Binary;

namespace ConvGen.WeightFiles;

/// <summary>Floating-point numbers that are read as float32.</summary>
internal enum FloatKind
{
    /// <summary>Something else.</summary>
    None,

    /// <summary>IEEE 754 binary16.</summary>
    Half,

    /// <summary>The upper half of a float32.</summary>
    Brain,

    /// <summary>IEEE 754 binary32.</summary>
    Single,

    /// <summary>IEEE 754 binary64.</summary>
    Double,
}

/// <summary>The elements of a stored tensor.</summary>
/// <param name="Name">In the words of the file.</param>
/// <param name="Bits">Of an element; 0 where they are not known.</param>
/// <param name="Kind">Which numbers.</param>
/// <param name="IsBigEndian">The highest byte comes first.</param>
internal readonly record struct ElementFormat(string Name, int Bits, FloatKind Kind = FloatKind.None, bool IsBigEndian = false)
{
    public static ElementFormat Single { get; } = new("F32", 32, FloatKind.Single);

    /// <summary>A type of the safetensors format.</summary>
    public static ElementFormat OfSafeTensors(string name) => name switch
    {
        "F32" => Single,
        "F64" => new(name, 64, FloatKind.Double),
        "F16" => new(name, 16, FloatKind.Half),
        "BF16" => new(name, 16, FloatKind.Brain),
        "I64" or "U64" or "C64" => new(name, 64),
        "I32" or "U32" => new(name, 32),
        "I16" or "U16" => new(name, 16),
        "BOOL" or "I8" or "U8" or "F8_E5M2" or "F8_E4M3" or "F8_E8M0" or "F8_E4M3FNUZ" or "F8_E5M2FNUZ" => new(name, 8),
        "F6_E2M3" or "F6_E3M2" => new(name, 6),
        "F4" => new(name, 4),
        _ => new(name, 0),
    };

    /// <summary>NumPy's <c>descr</c>: byte order, kind, bytes.</summary>
    public static ElementFormat OfNumpy(string name)
    {
        bool isKnown = name is ['<' or '>' or '=' or '|', 'f' or 'i' or 'u' or 'c' or 'b', '1' or '2' or '4' or '8'];
        return name switch
        {
            _ when !isKnown => new(name, name is ['<' or '>', 'c', '1', '6'] or ['<' or '>', 'f', '1', '6'] ? 128 : 0),
            [_, 'f', '2'] => new(name, 16, FloatKind.Half, name[0] == '>'),
            [_, 'f', '4'] => new(name, 32, FloatKind.Single, name[0] == '>'),
            [_, 'f', '8'] => new(name, 64, FloatKind.Double, name[0] == '>'),
            _ => new(name, 8 * (name[2] - '0')),
        };
    }

    /// <summary>How many elements a shape has; -1 where lengths multiply beyond all files.</summary>
    public static long Count(ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (int length in shape)
        {
            if (length > 0 && count > long.MaxValue / length)
            {
                return -1;
            }

            count *= length;
        }

        return count;
    }

    /// <summary>The bytes that a tensor takes; -1 where that is no whole number of them, or beyond all files.</summary>
    public long ByteLength(ReadOnlySpan<int> shape)
    {
        long count = Count(shape);
        return count < 0 || count > long.MaxValue / Bits || count * Bits % 8 != 0 ? -1 : count * Bits / 8;
    }

    /// <summary>Numbers of the file as float32.</summary>
    public void Decode(ReadOnlySpan<byte> source, Span<Element> target)
    {
        bool big = IsBigEndian;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Kind switch
            {
                FloatKind.Half => (Element)BitConverter.UInt16BitsToHalf(UInt16(source[(2 * i)..], big)),
                FloatKind.Brain => BitConverter.UInt32BitsToSingle((uint)UInt16(source[(2 * i)..], big) << 16),
                FloatKind.Single => big
                    ? BinaryPrimitives.ReadSingleBigEndian(source[(4 * i)..])
                    : BinaryPrimitives.ReadSingleLittleEndian(source[(4 * i)..]),
                _ => (Element)(big
                    ? BinaryPrimitives.ReadDoubleBigEndian(source[(8 * i)..])
                    : BinaryPrimitives.ReadDoubleLittleEndian(source[(8 * i)..])),
            };
        }

        static ushort UInt16(ReadOnlySpan<byte> bytes, bool big) =>
            big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }
}
