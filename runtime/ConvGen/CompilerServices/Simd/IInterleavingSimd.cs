namespace ConvGen.CompilerServices;

/// <summary>
/// What it takes beside <see cref="ISimd{TVector}"/> to write vectors of phases in turn, and to take rows apart by threes.
/// </summary>
/// <typeparam name="TVector">The vector, or a plain number.</typeparam>
internal interface IInterleavingSimd<TVector> : ISimd<TVector>
    where TVector : struct
{
    /// <summary>The lanes of <paramref name="a"/> and <paramref name="b"/> in turn: a0, b0, a1, b1, ... over two vectors.</summary>
    static abstract void Interleave(TVector a, TVector b, out TVector low, out TVector high);

    /// <summary>
    /// Writes lanes by fours, <paramref name="distance"/> elements from one four to the next; a vector of less than four lanes whole.
    /// </summary>
    static abstract void StoreFours(TVector value, ref float target, nint offset, nint distance);

    /// <summary>The lanes of three vectors in turn: a0, b0, c0, a1, ... over three vectors.</summary>
    static abstract void Interleave(TVector a, TVector b, TVector c, out TVector low, out TVector middle, out TVector high);

    /// <summary>Reads the lanes of three vectors in turn.</summary>
    static abstract void LoadTriples(ref float source, nint offset, out TVector a, out TVector b, out TVector c);

    /// <summary>The lanes of <paramref name="value"/> from the second on, then the first of <paramref name="next"/>.</summary>
    static abstract TVector Shift(TVector value, TVector next);
}
