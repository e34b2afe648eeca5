using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace ConvGen.WeightFiles;

/// <summary>
/// What stands before the elements of a <c>.npy</c> array: <c>\x93NUMPY</c>, version, length, and a literal of Python's such as
/// <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (2, 3), }</c>.
/// </summary>
/// <param name="Format">The elements.</param>
/// <param name="IsColumnMajor">NumPy's <c>fortran_order</c>.</param>
/// <param name="Shape">Axis lengths.</param>
/// <param name="Length">Bytes before the elements.</param>
/// <param name="ElementBytes">Bytes of the elements.</param>
internal sealed record NpyHeader(ElementFormat Format, bool IsColumnMajor, int[] Shape, int Length, long ElementBytes)
{
    /// <summary>The bytes that a header can have at the most: NumPy itself reads no longer text than 10,000 bytes.</summary>
    public const int MostBytes = 12 + 10_000;

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The array that a file is.</summary>
    /// <exception cref="InvalidDataException">It breaks a rule of the format.</exception>
    public static WeightTensor Array(string name, FileBytes file)
    {
        NpyHeader header = Read(file.Span<byte>(0, (int)Math.Min(file.Length, MostBytes)), file.Title);
        long bytes = file.Length - header.Length;
        return bytes == header.ElementBytes
            ? header.Tensor(name, file)
            : throw FileBytes.Refusal(
                file.Title,
                FormattableString.Invariant($"its shape {TensorShape.Format<int>(header.Shape)} takes {header.ElementBytes} bytes, it has {bytes}"));
    }

    /// <summary>Reads a header.</summary>
    /// <param name="start">The first bytes of the array, <see cref="MostBytes"/> where it has as many.</param>
    /// <param name="title">What messages call the file.</param>
    /// <exception cref="InvalidDataException">It breaks a rule of the format.</exception>
    public static NpyHeader Read(ReadOnlySpan<byte> start, string title)
    {
        if (start.Length < 12 || !start.StartsWith(Magic) || start[6] is 0 or > 3)
        {
            throw FileBytes.Refusal(title, "it does not begin with NumPy's magic number and a version from 1 to 3");
        }

        int first = start[6] == 1 ? 10 : 12;
        uint length = start[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(start[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(start[8..]);
        if (length > (uint)(start.Length - first))
        {
            throw FileBytes.Refusal(
                title, FormattableString.Invariant($"its header would have {length} bytes; legal are at most {start.Length - first}"));
        }

        string text = Encoding.Latin1.GetString(start.Slice(first, (int)length));
        var literal = new Literal(text);
        if (!literal.TryRead(out string? type, out bool isColumnMajor, out int[]? shape))
        {
            throw FileBytes.Refusal(title, $"its header is not understood: {text.Trim()}");
        }

        ElementFormat format = ElementFormat.OfNumpy(type);
        long bytes = format.Bits == 0 ? -1 : format.ByteLength(shape);
        return bytes >= 0 ? new NpyHeader(format, isColumnMajor, shape, first + (int)length, bytes)
            : format.Bits > 0 ? throw FileBytes.Refusal(title, $"its shape {TensorShape.Format<int>(shape)} takes more bytes than any file has")
            : throw FileBytes.Refusal(title, $"its elements are '{type}', which is no type of numbers; bfloat16 is saved as float32 or as safetensors");
    }

    public WeightTensor Tensor(string name, FileBytes file) => new(name, Shape, new StoredTensor(file, Length, Format, IsColumnMajor));

    /// <summary>The literal, read from its beginning to its end.</summary>
    private ref struct Literal(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;

        public bool TryRead(
            [NotNullWhen(true)] out string? type, out bool isColumnMajor, [NotNullWhen(true)] out int[]? shape)
        {
            (type, bool? order, shape) = (null, null, null);
            bool isRight = Take('{');
            while (isRight && !Take('}'))
            {
                isRight = TryText(out string key) && Take(':') && key switch
                {
                    "descr" => type is null && TryText(out type),
                    "fortran_order" => order is null && TryTruth(out order),
                    "shape" => shape is null && TryShape(out shape),
                    _ => false,
                };
                isRight = isRight && (Take(',') || _rest.TrimStart().StartsWith("}"));
            }

            isColumnMajor = order ?? false;
            return isRight && _rest.Trim().IsEmpty && type is not null && order is not null && shape is not null;
        }

        private bool Take(char expected)
        {
            _rest = _rest.TrimStart();
            bool isThere = _rest.StartsWith([expected]);
            _rest = isThere ? _rest[1..] : _rest;
            return isThere;
        }

        private bool TryText(out string value)
        {
            value = "";
            if (!Take('\''))
            {
                return false;
            }

            int end = _rest.IndexOf('\'');
            value = end < 0 ? "" : _rest[..end].ToString();
            _rest = _rest[(end + 1)..];
            return end >= 0;
        }

        private bool TryTruth(out bool? value)
        {
            _rest = _rest.TrimStart();
            value = _rest.StartsWith("True") ? true : _rest.StartsWith("False") ? false : null;
            _rest = value is null ? _rest : _rest[(value.Value ? 4 : 5)..];
            return value is not null;
        }

        private bool TryShape(out int[]? value)
        {
            var lengths = new List<int>();
            bool isRight = Take('(');
            while (isRight && !Take(')'))
            {
                _rest = _rest.TrimStart();
                int digits = Math.Max(0, _rest.IndexOfAnyExceptInRange('0', '9'));
                isRight = int.TryParse(_rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out int length);
                lengths.Add(length);
                _rest = _rest[digits..];
                isRight = isRight && (Take(',') || _rest.TrimStart().StartsWith(")"));
            }

            value = isRight ? [.. lengths] : null;
            return isRight;
        }
    }
}
