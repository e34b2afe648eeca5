namespace ConvGen.WeightFiles;

/// <summary>Where a file keeps the elements of a tensor, and how.</summary>
/// <param name="File">The file's bytes.</param>
/// <param name="Offset">The first of them.</param>
/// <param name="Format">The elements.</param>
/// <param name="IsColumnMajor">The first axis is the nearest, as Fortran has it.</param>
internal sealed record StoredTensor(FileBytes File, long Offset, ElementFormat Format, bool IsColumnMajor = false)
{
    // Elements that are converted at a time: a span counts bytes in an int.
    private const int Block = 1 << 20;

    /// <summary>Shows elements that lie in the file as a caller wants them.</summary>
    /// <exception cref="InvalidDataException">They cannot be read as float32 at all.</exception>
    public bool TryShow(string name, int[] shape, out ReadOnlySpan<Element> elements)
    {
        if (Format.Kind == FloatKind.None)
        {
            throw FileBytes.Refusal(
                File.Title, $"the tensor {name} has elements {Format.Name}, which are not read as float32; legal are float16, bfloat16, float32 and float64");
        }

        long count = ElementFormat.Count(shape);
        if (count > Array.MaxLength)
        {
            throw FileBytes.Refusal(
                File.Title, FormattableString.Invariant($"the tensor {name} has {count} elements; a span can have {Array.MaxLength}"));
        }

        // Arrays and maps begin at whole elements.
        bool plain = Format.Kind == FloatKind.Single && Format.IsBigEndian != BitConverter.IsLittleEndian && Offset % sizeof(Element) == 0;
        bool shows = plain && (!IsColumnMajor || shape.Length < 2);
        elements = shows ? File.Span<Element>(Offset, (int)count) : default;
        return shows;
    }

    public Element[] Convert(int[] shape)
    {
        var converted = new Element[ElementFormat.Count(shape)];
        int size = Format.Bits / 8;
        for (int first = 0; first < converted.Length; first += Block)
        {
            Span<Element> block = converted.AsSpan(first, Math.Min(Block, converted.Length - first));
            Format.Decode(File.Span<byte>(Offset + ((long)first * size), block.Length * size), block);
        }

        return IsColumnMajor && shape.Length > 1 ? RowMajor(converted, shape) : converted;
    }

    private static Element[] RowMajor(Element[] columns, int[] shape)
    {
        var rows = new Element[columns.Length];
        var position = new int[shape.Length];
        var steps = new int[shape.Length];
        for (int axis = 0, step = 1; axis < shape.Length; step *= shape[axis++])
        {
            steps[axis] = step;
        }

        int source = 0;
        for (int target = 0; target < rows.Length; target++)
        {
            rows[target] = columns[source];
            // The next position: the last axis that does not end steps on, those behind it begin again.
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                source += steps[axis];
                if (++position[axis] < shape[axis])
                {
                    break;
                }

                source -= steps[axis] * shape[axis];
                position[axis] = 0;
            }
        }

        return rows;
    }
}
