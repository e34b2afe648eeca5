namespace ConvGen.CompilerServices;

/// <summary>Sums of positions, a vector per phase, to outputs in which the phases alternate.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InterleavedStore
{
    /// <summary>One phase of stride 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Singles<TSimd, TVector>(TVector sum, TVector bias, ref Element place, nint offset)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => TSimd.Store(AddBias.Apply<TSimd, TVector>(sum, bias), ref place, offset);

    /// <summary>Two phases of stride 2: the outputs lie next to each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pairs<TSimd, TVector>(TVector even, TVector odd, TVector bias, ref Element place, nint offset)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TSimd.Interleave(
            AddBias.Apply<TSimd, TVector>(even, bias), AddBias.Apply<TSimd, TVector>(odd, bias), out TVector low, out TVector high);
        TSimd.Store(low, ref place, offset);
        TSimd.Store(high, ref place, offset + TSimd.Lanes);
    }

    /// <summary>Three phases of stride 3: the outputs lie next to each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Triples<TSimd, TVector>(TVector a, TVector b, TVector c, TVector bias, ref Element place, nint offset)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TSimd.Interleave(
            AddBias.Apply<TSimd, TVector>(a, bias),
            AddBias.Apply<TSimd, TVector>(b, bias),
            AddBias.Apply<TSimd, TVector>(c, bias),
            out TVector low,
            out TVector middle,
            out TVector high);
        TSimd.Store(low, ref place, offset);
        TSimd.Store(middle, ref place, offset + TSimd.Lanes);
        TSimd.Store(high, ref place, offset + (2 * TSimd.Lanes));
    }

    /// <summary>
    /// Four phases: the outputs lie next to each other where <paramref name="step"/>, the stride, is 4; otherwise fours do.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Quads<TSimd, TVector>(TVector a, TVector b, TVector c, TVector d, TVector bias, ref Element place, nint step)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => StoreFours<TSimd, TVector>(
        AddBias.Apply<TSimd, TVector>(a, bias), AddBias.Apply<TSimd, TVector>(b, bias),
        AddBias.Apply<TSimd, TVector>(c, bias), AddBias.Apply<TSimd, TVector>(d, bias), ref place, step);

    /// <summary>
    /// Up to eight phases, <paramref name="step"/> elements from a position's outputs to the next one's: those of one position lie next to each
    /// other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Eights<TSimd, TVector>(
        TVector a, TVector b, TVector c, TVector d, TVector e, TVector f, TVector g, TVector h, TVector bias, ref Element place, nint step)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct => TSimd.StoreEights(
        AddBias.Apply<TSimd, TVector>(a, bias),
        AddBias.Apply<TSimd, TVector>(b, bias),
        AddBias.Apply<TSimd, TVector>(c, bias),
        AddBias.Apply<TSimd, TVector>(d, bias),
        AddBias.Apply<TSimd, TVector>(e, bias),
        AddBias.Apply<TSimd, TVector>(f, bias),
        AddBias.Apply<TSimd, TVector>(g, bias),
        AddBias.Apply<TSimd, TVector>(h, bias),
        ref place,
        step);

    /// <summary>The lanes of four vectors in turn, written by fours as <see cref="Quads"/> does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void StoreFours<TSimd, TVector>(TVector a, TVector b, TVector c, TVector d, ref Element place, nint step)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        Fours<TSimd, TVector>(a, b, c, d, out TVector q0, out TVector q1, out TVector q2, out TVector q3);
        if (step == 4)
        {
            TSimd.Store(q0, ref place, 0);
            TSimd.Store(q1, ref place, TSimd.Lanes);
            TSimd.Store(q2, ref place, 2 * TSimd.Lanes);
            TSimd.Store(q3, ref place, 3 * TSimd.Lanes);
        }
        else
        {
            TSimd.StoreFours(q0, ref place, Place(TSimd.Lanes, 0, step), step);
            TSimd.StoreFours(q1, ref place, Place(TSimd.Lanes, 1, step), step);
            TSimd.StoreFours(q2, ref place, Place(TSimd.Lanes, 2, step), step);
            TSimd.StoreFours(q3, ref place, Place(TSimd.Lanes, 3, step), step);
        }
    }

    /// <summary>The lanes of four vectors in turn, over four vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Fours<TSimd, TVector>(
        TVector a, TVector b, TVector c, TVector d, out TVector q0, out TVector q1, out TVector q2, out TVector q3)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TSimd.Interleave(a, c, out TVector ac0, out TVector ac1);
        TSimd.Interleave(b, d, out TVector bd0, out TVector bd1);
        TSimd.Interleave(ac0, bd0, out q0, out q1);
        TSimd.Interleave(ac1, bd1, out q2, out q3);
    }

    /// <summary>
    /// The phases of the last position of a tile: <paramref name="count"/>, if the vector of <paramref name="lanes"/> has more, as nothing comes
    /// after them to overwrite the others.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Last<TVector>(TVector value, ref Element target, nint offset, nint count, int lanes)
        where TVector : struct
    {
        ref Element place = ref Unsafe.Add(ref target, offset);
        if (count >= lanes)
        {
            Unsafe.WriteUnaligned(ref Unsafe.As<Element, byte>(ref place), value);
        }
        else
        {
            First(value, ref place, count);
        }
    }

    // A call: a vector whose lanes are looked at one by one would be kept in memory by the kernel, whatever the count.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void First<TVector>(TVector value, ref Element place, nint count)
        where TVector : struct
    {
        for (nint i = 0; i < count; i++)
        {
            Unsafe.Add(ref place, i) = Unsafe.Add(ref Unsafe.As<TVector, Element>(ref value), i);
        }
    }

    // Where the first lane of a vector of fours lies.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Place(int lanes, int vector, nint step) => (vector * lanes / 4 * step) + (vector * lanes % 4);
}
