namespace ConvGen.Build.Onnx;

/// <summary>Reads <c>TensorProto</c>: what a tensor is, and where its elements are.</summary>
internal static class TensorReader
{
    private const int External = 1;

    /// <exception cref="ModelException">The shape is none, or the tensor comes in segments.</exception>
    public static Tensor Read(ByteRange message, ExternalFiles files)
    {
        string name = "";
        long dataType = 0;
        long location = 0;
        ByteRange? raw = null;
        var dimensions = new List<long>();
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        var fields = new WireReader(message);
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case TensorFields.Dims:
                    WireReader values = fields.Values();
                    while (values.HasMore)
                    {
                        dimensions.Add((long)values.ReadVarint());
                        ModelLimits.Check(dimensions.Count, ModelLimits.Rank, "axes in one shape");
                    }

                    break;
                case TensorFields.DataType:
                    dataType = fields.Int64();
                    break;
                case TensorFields.Name:
                    name = fields.Name();
                    break;
                case TensorFields.RawData:
                    raw = fields.Bytes();
                    break;
                case TensorFields.ExternalData:
                    ReadEntry(fields.Message(), entries);
                    break;
                case TensorFields.DataLocation:
                    location = fields.Int64();
                    break;
                case TensorFields.Segment:
                    throw ModelException.Unsupported($"The model has a tensor in segments, which are not read");
                default:
                    fields.Skip();
                    break;
            }
        }

        ITensorStorage storage = location == External ? new ExternalStorage(files, entries)
            : raw is { } data ? new RawStorage(data)
            : new TypedStorage(message);
        return new Tensor(name, ElementType.Of(dataType), [.. dimensions.Select(length => (int)Math.Min(length, int.MaxValue))], Count(name, dimensions), storage);
    }

    private static int Count(string name, List<long> dimensions)
    {
        long count = 1;
        foreach (long length in dimensions)
        {
            if (length is < 0 or > int.MaxValue)
            {
                throw ModelException.Damaged($"the tensor {ModelException.Quote(name)} has an axis of {length} elements");
            }

            // Two numbers below 2^31: their product is below 2^63.
            count *= length;
            ModelLimits.Check(count, int.MaxValue, "elements in the tensor " + ModelException.Quote(name));
        }

        return (int)count;
    }

    private static void ReadEntry(WireReader entry, Dictionary<string, string> entries)
    {
        string key = "";
        string value = "";
        while (entry.Next())
        {
            switch (entry.Field)
            {
                case 1:
                    key = entry.Name();
                    break;
                case 2:
                    value = entry.Name();
                    break;
                default:
                    entry.Skip();
                    break;
            }
        }

        entries[key] = value;
        ModelLimits.Check(entries.Count, ModelLimits.ExternalEntries, "entries for the data of one tensor");
    }
}
