namespace ConvGen.CompilerServices;

/// <summary>
/// The vector operations that kernels are written in, once for every width. Implementations are empty structs, so that
/// a kernel instantiated with one compiles to that width's instructions and nothing else.
/// </summary>
/// <typeparam name="TElement">What memory holds.</typeparam>
/// <typeparam name="TVector">The vector, or a plain number.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISimd<TElement, TVector>
    where TElement : unmanaged
    where TVector : struct
{
    /// <summary>Elements in a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>Reads a vector from <paramref name="source"/>[<paramref name="offset"/>...], at any alignment.</summary>
    static abstract TVector Load(ref TElement source, nint offset);

    /// <summary>Writes a vector to <paramref name="target"/>[<paramref name="offset"/>...], at any alignment.</summary>
    static abstract void Store(TVector value, ref TElement target, nint offset);

    /// <summary>A vector of copies of <paramref name="source"/>[<paramref name="offset"/>].</summary>
    static abstract TVector Broadcast(ref TElement source, nint offset);

    /// <summary>A vector of copies of a number.</summary>
    static abstract TVector Create(TElement value);

    /// <summary><c>a * b + c</c>; rounded once where the hardware can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary><c>a * b</c>.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary><c>a + b</c>.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary><c>a - b</c>.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary><c>a / b</c>.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>The square root.</summary>
    static abstract TVector SquareRoot(TVector a);

    /// <summary>Lane by lane <paramref name="less"/> where <c>a &lt; b</c>, otherwise <paramref name="other"/>, also where one is NaN.</summary>
    static abstract TVector SelectLess(TVector a, TVector b, TVector less, TVector other);

    /// <summary>The magnitude of one number with the sign of another.</summary>
    static abstract TVector CopySign(TVector magnitude, TVector sign);

    /// <summary>The lesser; <paramref name="a"/> where one is NaN.</summary>
    static abstract TVector Minimum(TVector a, TVector b);

    /// <summary>The greater; <paramref name="a"/> where one is NaN.</summary>
    static abstract TVector Maximum(TVector a, TVector b);

    /// <summary>2 to the power of n - 127, where n, from 1 to 254, is what the last bits of the numbers hold.</summary>
    static abstract TVector PowerOfTwo(TVector bits);

    /// <summary>The lanes of <paramref name="a"/> and <paramref name="b"/> in turn: a0, b0, a1, b1, ... over two vectors.</summary>
    static abstract void Interleave(TVector a, TVector b, out TVector low, out TVector high);

    /// <summary>The lanes of three vectors in turn: a0, b0, c0, a1, ... over three vectors.</summary>
    static abstract void Interleave(TVector a, TVector b, TVector c, out TVector low, out TVector middle, out TVector high);

    /// <summary>Reads the lanes of three vectors in turn.</summary>
    static abstract void LoadTriples(ref TElement source, nint offset, out TVector a, out TVector b, out TVector c);

    /// <summary>The lanes of <paramref name="value"/> from the second on, then the first of <paramref name="following"/>.</summary>
    static abstract TVector Shift(TVector value, TVector following);

    /// <summary>
    /// Writes lanes by fours, <paramref name="distance"/> elements from one four to the next; a vector of less than four lanes whole.
    /// </summary>
    static abstract void StoreFours(TVector value, ref TElement target, nint offset, nint distance);

    /// <summary>
    /// Writes the lanes of eight vectors in turn, <paramref name="distance"/> elements from one eight to the next; the first ones only where
    /// that is 5, 6 or 7.
    /// </summary>
    static abstract void StoreEights(
        TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h, ref TElement target, nint distance);
}
