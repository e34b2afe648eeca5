using System.ComponentModel;

namespace ConvGen.CompilerServices;

/// <summary>
/// The vector operations that kernels are written in, once for every width. Implementations are empty structs, so that
/// a kernel instantiated with one compiles to that width's instructions and nothing else.
/// </summary>
/// <typeparam name="TVector">The vector, or a plain number.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ISimd<TVector>
    where TVector : struct
{
    /// <summary>Elements in a vector.</summary>
    static abstract int Lanes { get; }

    /// <summary>Reads a vector from <paramref name="source"/>[<paramref name="offset"/>...], at any alignment.</summary>
    static abstract TVector Load(ref float source, nint offset);

    /// <summary>Writes a vector to <paramref name="target"/>[<paramref name="offset"/>...], at any alignment.</summary>
    static abstract void Store(TVector value, ref float target, nint offset);

    /// <summary>A vector of copies of <paramref name="source"/>[<paramref name="offset"/>].</summary>
    static abstract TVector Broadcast(ref float source, nint offset);

    /// <summary><c>a * b + c</c>; rounded once where the hardware can.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary><c>a + b</c>.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary><c>a - b</c>.</summary>
    static abstract TVector Subtract(TVector a, TVector b);
}
