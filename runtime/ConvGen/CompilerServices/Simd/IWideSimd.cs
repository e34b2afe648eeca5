using System.ComponentModel;

namespace ConvGen.CompilerServices;

/// <summary>
/// Sums in double precision for rows of phases: inputs, weights and bias are held as doubles, so that nothing is converted where they
/// meet; sums are rounded to float as they are stored.
/// </summary>
/// <typeparam name="TVector">The vector, or a plain number.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWideSimd<TVector> : ISimd<TVector>
    where TVector : struct
{
    /// <summary>Reads a vector from the doubles at <paramref name="source"/>, from number <paramref name="offset"/> on.</summary>
    static abstract TVector LoadDoubles(ref float source, nint offset);

    /// <summary>A vector of copies of number <paramref name="offset"/> of the doubles at <paramref name="source"/>.</summary>
    static abstract TVector BroadcastDouble(ref float source, nint offset);

    /// <summary>Writes two phases of stride 2, which alternate.</summary>
    static abstract void StorePairs(TVector even, TVector odd, ref float target, nint offset);

    /// <summary>Writes four phases, <paramref name="distance"/> elements from a position's outputs to the next one's.</summary>
    static abstract void StoreQuads(TVector a, TVector b, TVector c, TVector d, ref float target, nint distance);
}
