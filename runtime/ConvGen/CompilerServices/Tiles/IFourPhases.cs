namespace ConvGen.CompilerServices;

/// <summary>How the outputs of a tile's four phases lie to each other.</summary>
internal interface IFourPhases
{
    /// <summary>Fetches the outputs of as many <paramref name="positions"/>: see <see cref="TileOutput"/>.</summary>
    static abstract void Fetch(in KernelArguments args, int index, int positions);

    /// <summary>
    /// Writes the outputs of a vector of positions of all phases, that with position <paramref name="position"/> of the tile at the front.
    /// </summary>
    static abstract void Store<TSimd, TVector>(
        in KernelArguments args, ref Element place, int position, TVector a, TVector b, TVector c, TVector d, TVector bias)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct;
}

/// <summary>Side by side in a row.</summary>
internal readonly struct FourInLine : IFourPhases
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(in KernelArguments args, int index, int positions) => TileOutput.Fetch(in args, index, 0, 1, 4 * positions);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TSimd, TVector>(
        in KernelArguments args, ref Element place, int position, TVector a, TVector b, TVector c, TVector d, TVector bias)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct =>
        InterleavedStore.Quads<TSimd, TVector>(a, b, c, d, bias, ref Unsafe.Add(ref place, position * args.PositionStep), args.PositionStep);
}

/// <summary>Two by two: two of the height, counted first, by two of the width.</summary>
internal readonly struct FourInSquare : IFourPhases
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(in KernelArguments args, int index, int positions)
    {
        TileOutput.Fetch(in args, index, 0, 1, 2 * positions);
        TileOutput.Fetch(in args, index, 1, 1, 2 * positions);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TSimd, TVector>(
        in KernelArguments args, ref Element place, int position, TVector a, TVector b, TVector c, TVector d, TVector bias)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        InterleavedStore.Pairs<TSimd, TVector>(a, b, bias, ref place, 2 * position);
        InterleavedStore.Pairs<TSimd, TVector>(c, d, bias, ref Unsafe.Add(ref place, args.LineStep), 2 * position);
    }
}
