using ConvGen.WeightFiles;

namespace ConvGen;

/// <summary>A named tensor: from a <see cref="WeightFile"/>, or of one's own. What <c>Pack</c> of a layer takes channel counts from.</summary>
public sealed class WeightTensor
{
    private readonly int[] _shape;
    private readonly StoredTensor? _stored;
    private Element[]? _values;

    /// <summary>A tensor of one's own.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="shape">Axis lengths; empty for a single number.</param>
    /// <param name="values">Row-major elements; kept, not copied.</param>
    /// <exception cref="ArgumentOutOfRangeException">An axis is negative.</exception>
    /// <exception cref="ArgumentException">The shape does not take as many elements.</exception>
    public WeightTensor(string name, ReadOnlySpan<int> shape, Element[] values)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(values);
        if (TensorShape.Count(shape) != values.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The shape {TensorShape.Format<int>(shape)} does not take the {values.Length} elements of {name}; the counts must be equal."),
                nameof(shape));
        }

        (Name, _shape, _values, DataType) = (name, shape.ToArray(), values, ElementFormat.Single.Name);
    }

    internal WeightTensor(string name, int[] shape, StoredTensor stored)
    {
        (Name, _shape, _stored, DataType) = (name, shape, stored, stored.Format.Name);
    }

    /// <summary>The name, <c>net.3.weight</c>.</summary>
    public string Name { get; }

    /// <summary>Axis lengths; none of a single number.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The elements' type in the words of the file: <c>BF16</c> in safetensors, <c>&lt;f4</c> in NumPy's files.</summary>
    public string DataType { get; }

    /// <summary>
    /// The elements as float32, row-major. What lies so in the file is shown without a copy; float16, bfloat16 and float64, other byte orders and column-major
    /// arrays are converted at the first call, and kept. Numbers are rounded to the nearest float32.
    /// </summary>
    /// <remarks>A span without a copy is good until its file is disposed of.</remarks>
    /// <exception cref="InvalidDataException">The elements are no floating-point numbers, or more than a span can have.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed of.</exception>
    public ReadOnlySpan<Element> AsSpan()
    {
        if (_values is null && _stored!.TryShow(Name, _shape, out ReadOnlySpan<Element> elements))
        {
            return elements;
        }

        return _values ??= _stored!.Convert(_shape);
    }

    /// <summary>Name, type and shape.</summary>
    public override string ToString() => $"{Name}, {DataType} {TensorShape.Format<int>(_shape)}";
}
