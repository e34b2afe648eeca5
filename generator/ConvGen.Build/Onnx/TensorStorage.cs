using System.Globalization;

namespace ConvGen.Build.Onnx;

/// <summary>Where the elements of a tensor are.</summary>
internal interface ITensorStorage
{
    /// <summary>The elements, little-endian and row-major. No more is allocated than what is there can fill.</summary>
    ByteRange Read(string name, ElementType element, int count);
}

/// <summary>In <c>raw_data</c>, as they are.</summary>
internal sealed class RawStorage(ByteRange data) : ITensorStorage
{
    public ByteRange Read(string name, ElementType element, int count) => data;
}

/// <summary>In the field of their type, packed or one by one.</summary>
internal sealed class TypedStorage(ByteRange message) : ITensorStorage
{
    public ByteRange Read(string name, ElementType element, int count)
    {
        // An element takes a byte at least.
        if (count > message.Length)
        {
            throw Mismatch(name, count);
        }

        var content = new byte[checked(count * element.Size)];
        int length = 0;
        var fields = new WireReader(message);
        while (fields.Next())
        {
            WireReader values = fields.Values();
            while (fields.Field == element.TypedField && values.HasMore)
            {
                if (length == content.Length)
                {
                    throw Mismatch(name, count);
                }

                length = Append(ref values, name, element, content, length);
            }
        }

        return length == content.Length ? ByteRange.Of(content) : throw Mismatch(name, count);
    }

    private static int Append(ref WireReader values, string name, ElementType element, byte[] content, int length)
    {
        if (element.TypedField is TensorFields.FloatData or TensorFields.DoubleData)
        {
            ByteRange bits = values.ReadBytes(element.Size);
            Array.Copy(bits.Array, bits.Start, content, length, element.Size);
            return length + element.Size;
        }

        long value = (long)values.ReadVarint();
        if (!element.Allows(value))
        {
            throw ModelException.Damaged($"the tensor {ModelException.Quote(name)} of {element.Name} holds {value}");
        }

        for (int end = length + element.Size; length < end; length++)
        {
            content[length] = (byte)value;
            value >>= 8;
        }

        return length;
    }

    private static ModelException Mismatch(string name, int count) =>
        ModelException.Damaged($"the tensor {ModelException.Quote(name)} has not the {count} elements of its shape");
}

/// <summary>In another file, in the model's folder or below it.</summary>
internal sealed class ExternalStorage(ExternalFiles files, IReadOnlyDictionary<string, string> entries) : ITensorStorage
{
    public ByteRange Read(string name, ElementType element, int count)
    {
        if (!entries.TryGetValue("location", out string? location))
        {
            throw ModelException.ExternalData($"The tensor {ModelException.Quote(name)} lies in another file, of which nothing is said");
        }

        long size = (long)count * element.Size;
        return files.Read(name, location, Number(name, "offset") ?? 0, Number(name, "length"), size);
    }

    private long? Number(string name, string key)
    {
        if (!entries.TryGetValue(key, out string? text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw ModelException.ExternalData($"The tensor {ModelException.Quote(name)} has the {key} {ModelException.Quote(text)}, which is no number from 0");
    }
}
