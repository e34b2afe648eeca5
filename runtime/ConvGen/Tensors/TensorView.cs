using System.Diagnostics.CodeAnalysis;

namespace ConvGen;

/// <summary>
/// A dense, row-major tensor to write: a shape of one to eight axes over a span that somebody else owns.
/// Lives on the stack and allocates nothing.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <remarks>Layers take <c>(N, C, L)</c>, <c>(N, C, H, W)</c> or <c>(N, C, D, H, W)</c>, or the same without <c>N</c>.</remarks>
public readonly ref struct TensorView<T>
{
    private readonly TensorShape _shape;

    /// <summary>Views <paramref name="elements"/> as a tensor of <paramref name="shape"/>.</summary>
    /// <param name="elements">The elements, the last axis contiguous.</param>
    /// <param name="shape">One to eight axis lengths from 0; their product is the number of elements.</param>
    /// <exception cref="ArgumentException">
    /// The shape has no or more than eight axes, or another number of elements than the span.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An axis is negative.</exception>
    public TensorView(Span<T> elements, params ReadOnlySpan<int> shape)
        : this(elements, TensorShape.Create<T>(elements, shape), shape.Length, gap: 0)
    {
    }

    private TensorView(Span<T> elements, scoped in TensorShape shape, int rank, int gap)
    {
        _shape = shape;
        Elements = elements;
        Rank = rank;
        Gap = gap;
    }

    /// <summary>All elements, row-major; of a part along the second axis, those between its pieces too.</summary>
    public Span<T> Elements { get; }

    /// <summary>Number of axes, 1 to 8; 0 for <see langword="default"/>.</summary>
    public int Rank { get; }

    /// <summary>The axis lengths.</summary>
    [UnscopedRef]
    public ReadOnlySpan<int> Shape => ((ReadOnlySpan<int>)_shape)[..Rank];

    /// <summary>The same tensor, to read.</summary>
    /// <param name="view">A tensor.</param>
    public static implicit operator ReadOnlyTensorView<T>(TensorView<T> view) => view.AsReadOnly();

    /// <summary>The same tensor, to read.</summary>
    public ReadOnlyTensorView<T> AsReadOnly() => new(Elements, in _shape, Rank, Gap);

    /// <summary>Elements between the end of a piece of the first axis and the beginning of the next; none unless this is a part.</summary>
    internal int Gap { get; }

    /// <summary>
    /// A part of this tensor along its first or its second axis: a range of images, or of the channels of (N, C, ...), so that a layer reads or writes
    /// its share of a concatenation. Nothing is copied.
    /// </summary>
    /// <param name="axis">0 or 1.</param>
    /// <param name="first">The first of the range.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">The axis is neither, or the range does not lie within it.</exception>
    public TensorView<T> Slice(int axis, int first, int count)
    {
        TensorPart part = TensorPart.Of(Shape, Gap, axis, first, count);
        TensorShape shape = _shape;
        shape[axis] = count;
        return new(Elements.Slice(part.Start, part.Length), in shape, Rank, part.Gap);
    }

    /// <summary>The shape, as <c>(1, 3, 32, 32)</c>.</summary>
    public override string ToString() => TensorShape.Format(Shape);
}
