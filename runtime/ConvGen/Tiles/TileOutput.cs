namespace ConvGen.Tiles;

/// <summary>Where the outputs of a tile go.</summary>
internal static class TileOutput
{
    /// <summary>The place of pixel <paramref name="pixel"/> of the tile whose offsets begin at <paramref name="offsets"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Element Pixel(in KernelArguments args, ref int offsets, int pixel) =>
        ref Unsafe.Add(ref args.Target, Unsafe.Add(ref offsets, (2 * pixel) + 1));

    /// <summary>The first output of tile <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Element Place(in KernelArguments args, int index) =>
        ref Unsafe.Add(ref args.Target, Unsafe.Add(ref args.Offsets, (index * 2) + 1));

    /// <summary>
    /// Fetches <paramref name="elements"/> outputs of <paramref name="channels"/> channels of a line of tile <paramref name="index"/>, or one
    /// a little later.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(in KernelArguments args, int index, int line, int channels, int elements)
    {
        if (args.TilesAhead < 0)
        {
            return;
        }

        ref Element place = ref Place(in args, Math.Min(index + args.TilesAhead, args.Tiles - 1));
        place = ref Unsafe.Add(ref place, line * args.LineStep);
        for (int channel = 0; channel < channels; channel++)
        {
            CacheHint.Lines(ref place, elements);
            place = ref Unsafe.Add(ref place, args.TargetChannelStep);
        }
    }
}
