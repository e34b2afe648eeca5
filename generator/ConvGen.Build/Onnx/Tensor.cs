namespace ConvGen.Build.Onnx;

/// <summary>A tensor whose values lie in the model file or beside it; they are read when asked for.</summary>
/// <param name="name">Its name in the model.</param>
/// <param name="element">What its elements are; null where manifests have no name for it.</param>
/// <param name="dimensions">Its shape.</param>
/// <param name="count">How many elements it has.</param>
/// <param name="storage">Where they are.</param>
internal sealed class Tensor(string name, ElementType? element, int[] dimensions, int count, ITensorStorage storage)
{
    public string Name => name;

    public ElementType? Element => element;

    public int[] Dimensions => dimensions;

    public int Count => count;

    /// <summary>Whether a manifest can carry it: numbers of a known type.</summary>
    public bool IsNumeric => element is { IsText: false };

    /// <summary>Whether its values are written to the weights.</summary>
    public bool IsReal => element is { IsReal: true };

    /// <summary>The same values under another name.</summary>
    public Tensor Named(string other) => new(other, element, dimensions, count, storage);

    /// <summary>Its elements as <c>raw_data</c> holds them: little-endian, row-major.</summary>
    /// <exception cref="ModelException">There are fewer or more than the shape says, one is out of its type's range, or they cannot be read.</exception>
    public ByteRange Content()
    {
        ByteRange content = storage.Read(name, element!, count);
        if (content.Length != (long)count * element!.Size)
        {
            throw ModelException.Damaged(
                $"the tensor {ModelException.Quote(name)} of {count} elements of {element.Size} bytes has {content.Length} bytes of data");
        }

        return content;
    }
}
