using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ConvGen.Testing;

/// <summary>One array of NumPy's <c>.npy</c> format: little-endian numbers, row-major. Everything is read as float32.</summary>
/// <param name="Shape">Axis lengths.</param>
/// <param name="Values">The elements.</param>
public sealed partial record NpyArray(int[] Shape, float[] Values)
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the bytes of a <c>.npy</c> file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such file, or hold something else than row-major f4, f8 or i8.</exception>
    public static NpyArray Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12 || !file.StartsWith(Magic))
        {
            throw new InvalidDataException("it does not begin with NumPy's magic number");
        }

        bool shortHeader = file[6] == 1;
        int headerStart = shortHeader ? 10 : 12;
        long headerLength = shortHeader
            ? BinaryPrimitives.ReadUInt16LittleEndian(file[8..])
            : BinaryPrimitives.ReadUInt32LittleEndian(file[8..]);
        if (headerStart + headerLength > file.Length)
        {
            throw new InvalidDataException("it ends inside its header");
        }

        string header = Encoding.Latin1.GetString(file.Slice(headerStart, (int)headerLength));
        if (Header().Match(header) is not { Success: true } match)
        {
            throw new InvalidDataException($"its header is not understood: {header.Trim()}");
        }

        if (match.Groups["order"].Value == "True")
        {
            throw new InvalidDataException("it is in Fortran order; only C order is read");
        }

        int[] shape = ParseShape(match.Groups["shape"].Value);
        return new NpyArray(shape, ReadValues(file[(headerStart + (int)headerLength)..], match.Groups["type"].Value, shape));
    }

    private static int[] ParseShape(string list)
    {
        string[] lengths = list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var shape = new int[lengths.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            if (!int.TryParse(lengths[i], NumberStyles.None, CultureInfo.InvariantCulture, out shape[i]))
            {
                throw new InvalidDataException($"its shape ({list}) is not a list of lengths");
            }
        }

        return shape;
    }

    private static float[] ReadValues(ReadOnlySpan<byte> data, string type, int[] shape)
    {
        int size = type switch
        {
            "<f4" => sizeof(float),
            "<f8" or "<i8" => sizeof(double),
            _ => throw new InvalidDataException($"its elements are '{type}'; '<f4', '<f8' and '<i8' are read"),
        };
        // A product beyond double's exact integers is far from any length, so it cannot pass for one.
        double expected = shape.Aggregate((double)size, (bytes, length) => bytes * length);
        if (data.Length != expected)
        {
            string bytes = expected.ToString(CultureInfo.InvariantCulture);
            throw new InvalidDataException($"its shape ({string.Join(", ", shape)}) takes {bytes} bytes, it has {data.Length}");
        }

        return type switch
        {
            "<f4" => MemoryMarshal.Cast<byte, float>(data).ToArray(),
            "<f8" => Array.ConvertAll(MemoryMarshal.Cast<byte, double>(data).ToArray(), value => (float)value),
            _ => Array.ConvertAll(MemoryMarshal.Cast<byte, long>(data).ToArray(), value => (float)value),
        };
    }

    [GeneratedRegex(@"^\{'descr': '(?<type>[^']*)', 'fortran_order': (?<order>True|False), 'shape': \((?<shape>[^)]*)\), \}\s*$")]
    private static partial Regex Header();
}
