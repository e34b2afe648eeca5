using System.Buffers.Binary;
using System.Text.Json;

namespace ConvGen.WeightFiles;

/// <summary>
/// What stands before the bytes of a safetensors file: 8 bytes of length, then JSON, <c>{"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
/// "__metadata__": {"text": "text"}}</c>. Every rule of the format is checked.
/// </summary>
internal sealed class SafeTensorsHeader
{
    private const int LengthBytes = 8;
    private const int MostBytes = 100_000_000;

    private readonly FileBytes _file;
    private readonly long _data;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(long Begin, long End)> _ranges = [];

    private SafeTensorsHeader(FileBytes file, int length)
    {
        (_file, _data) = (file, LengthBytes + length);
        var json = new Utf8JsonReader(file.Span<byte>(LengthBytes, length));
        try
        {
            ReadAll(ref json);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw FileBytes.Refusal(file.Title, $"its header is no valid JSON: {broken.Message.TrimEnd('.')}", broken);
        }

        CheckRanges();
    }

    public List<WeightTensor> Tensors { get; } = [];

    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads and checks the header.</summary>
    /// <exception cref="InvalidDataException">It breaks a rule of the format.</exception>
    public static SafeTensorsHeader Read(FileBytes file)
    {
        long most = Math.Min(MostBytes, file.Length - LengthBytes);
        ulong length = most < 0 ? 0 : BinaryPrimitives.ReadUInt64LittleEndian(file.Span<byte>(0, LengthBytes));
        string? cause = most < 0 ? FormattableString.Invariant($"it has {file.Length} bytes; a safetensors file begins with {LengthBytes} of length")
            : length > (ulong)most ? FormattableString.Invariant($"its header would have {length} bytes; legal are at most {most}")
            : length == 0 || file.Span<byte>(LengthBytes, 1)[0] != '{' ? "its header does not begin with '{'"
            : null;
        return cause is null
            ? new SafeTensorsHeader(file, (int)length)
            : throw FileBytes.Refusal(file.Title, OtherFormat.InsteadOfSafeTensors(file) ?? cause);
    }

    private void ReadAll(ref Utf8JsonReader json)
    {
        json.Read();
        while (NextKey(ref json, out string name))
        {
            Require(_names.Add(name), $"its header has two entries '{name}'");
            Expect(ref json, JsonTokenType.StartObject, name, "an object");
            if (name == "__metadata__")
            {
                ReadMetadata(ref json);
            }
            else
            {
                ReadTensor(ref json, name);
            }
        }

        // Whatever follows the object but white space is an error.
        json.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader json)
    {
        while (NextKey(ref json, out string key))
        {
            Expect(ref json, JsonTokenType.String, "__metadata__", "texts only");
            Require(Metadata.TryAdd(key, json.GetString()!), $"its metadata has two entries '{key}'");
        }
    }

    private void ReadTensor(ref Utf8JsonReader json, string name)
    {
        string? type = null;
        long[]? shape = null;
        long[]? offsets = null;
        while (NextKey(ref json, out string field))
        {
            bool isNew;
            switch (field)
            {
                case "dtype":
                    Expect(ref json, JsonTokenType.String, name, "a text as dtype");
                    isNew = type is null;
                    type = json.GetString();
                    break;
                case "shape":
                    isNew = shape is null;
                    shape = ReadNumbers(ref json, name, field);
                    break;
                case "data_offsets":
                    isNew = offsets is null;
                    offsets = ReadNumbers(ref json, name, field);
                    break;
                default:
                    throw FileBytes.Refusal(_file.Title, $"'{name}' has the field '{field}'; legal are dtype, shape and data_offsets");
            }

            Require(isNew, $"'{name}' has two fields '{field}'");
        }

        Require(type is not null && shape is not null && offsets is not null, $"'{name}' lacks one of dtype, shape and data_offsets");
        AddTensor(name, ElementFormat.OfSafeTensors(type!), shape!, offsets!);
    }

    private void AddTensor(string name, ElementFormat format, long[] lengths, long[] offsets)
    {
        Require(format.Bits > 0, $"'{name}' has the unknown dtype '{format.Name}'");
        Require(Array.TrueForAll(lengths, static length => length <= int.MaxValue), $"'{name}' has an axis of more than {int.MaxValue} elements");
        int[] shape = Array.ConvertAll(lengths, static length => (int)length);
        long bytes = format.ByteLength(shape);
        Require(
            offsets is [var begin, var end] && bytes >= 0 && end - begin == bytes,
            $"'{name}' of {format.Name} {TensorShape.Format<int>(shape)} has data_offsets [{string.Join(", ", offsets)}], which are not its length");
        _ranges.Add((offsets[0], offsets[1]));
        Tensors.Add(new WeightTensor(name, shape, new StoredTensor(_file, _data + offsets[0], format)));
    }

    private long[] ReadNumbers(ref Utf8JsonReader json, string name, string field)
    {
        Expect(ref json, JsonTokenType.StartArray, name, $"a list as {field}");
        var numbers = new List<long>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            long number = -1;
            Require(
                json.TokenType == JsonTokenType.Number && json.TryGetInt64(out number) && number >= 0,
                $"'{name}' has a {field} that is no list of whole numbers from 0");
            numbers.Add(number);
        }

        return [.. numbers];
    }

    // Sorted, one ends where the next begins: no hole, no overlap.
    private void CheckRanges()
    {
        _ranges.Sort();
        long end = 0;
        foreach ((long begin, long next) in _ranges)
        {
            Require(begin == end, $"its data_offsets leave a hole or overlap at byte {Math.Min(begin, end)}");
            end = next;
        }

        long bytes = _file.Length - _data;
        Require(end == bytes, $"its tensors take {end} bytes, it has {bytes} for them");
    }

    private static bool NextKey(ref Utf8JsonReader json, out string key)
    {
        json.Read();
        key = json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : "";
        return json.TokenType == JsonTokenType.PropertyName;
    }

    private void Expect(ref Utf8JsonReader json, JsonTokenType type, string name, string what)
    {
        json.Read();
        Require(json.TokenType == type, $"'{name}' of its header must have {what}");
    }

    private void Require(bool holds, FormattableString otherwise)
    {
        if (!holds)
        {
            throw FileBytes.Refusal(_file.Title, FormattableString.Invariant(otherwise));
        }
    }

    private void Require(bool holds, string otherwise) => Require(holds, (FormattableString)$"{otherwise}");
}
