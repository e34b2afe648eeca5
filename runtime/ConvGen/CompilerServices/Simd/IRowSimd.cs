using System.ComponentModel;

namespace ConvGen.CompilerServices;

/// <summary>
/// The operations of rows of phases. What inputs, weights and bias are held as, float or double, is the implementation's: offsets into them
/// count numbers of that kind. Outputs are float, and the phases of a position lie next to each other in them.
/// </summary>
/// <typeparam name="TVector">The vector, or a plain number.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRowSimd<TVector>
    where TVector : struct
{
    /// <summary>Numbers in a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>Elements that a number takes.</summary>
    static abstract int ElementsPerNumber { get; }

    /// <summary>Reads a vector from number <paramref name="offset"/> of <paramref name="source"/> on, at any alignment.</summary>
    static abstract TVector Load(ref float source, nint offset);

    /// <summary>A vector of copies of number <paramref name="offset"/> of <paramref name="source"/>.</summary>
    static abstract TVector Broadcast(ref float source, nint offset);

    /// <summary><c>a * b + c</c>; rounded once where the hardware can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>Writes a vector to <paramref name="target"/>[<paramref name="offset"/>] and after it.</summary>
    static abstract void Store(TVector value, ref float target, nint offset);

    /// <summary>Writes two phases of stride 2 in turn.</summary>
    static abstract void StorePairs(TVector even, TVector odd, ref float target, nint offset);

    /// <summary>Writes three phases of stride 3 in turn.</summary>
    static abstract void StoreTriples(TVector a, TVector b, TVector c, ref float target, nint offset);

    /// <summary>Writes four phases, <paramref name="distance"/> elements from a position's outputs to the next one's.</summary>
    static abstract void StoreQuads(TVector a, TVector b, TVector c, TVector d, ref float target, nint distance);

    /// <summary>
    /// Writes eight phases, <paramref name="distance"/> elements from a position's outputs to the next one's; the first ones only where that
    /// is 5, 6 or 7.
    /// </summary>
    static abstract void StoreEights(
        TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h, ref float target, nint distance);
}
