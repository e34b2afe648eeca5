using System.Runtime.CompilerServices;

namespace ConvGen.CompilerServices;

/// <summary>Where the outputs of a tile of phases go.</summary>
internal static class RowOutput
{
    /// <summary>The first output of tile <paramref name="index"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Place(in TileRun run, int index) =>
        ref Unsafe.Add(ref run.Strip, Unsafe.Add(ref run.Offsets, (index * 2) + 1));

    /// <summary>
    /// Fetches the lines of <paramref name="elements"/> outputs of <paramref name="channels"/> channels, of tile <paramref name="index"/>
    /// or one a little later, if its positions lie next to each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(in TileRun run, int index, int phases, int channels, int elements)
    {
        if (run.PositionStep == phases && run.TilesAhead >= 0)
        {
            Fetch(in run, ref Soon(in run, index), channels, elements);
        }
    }

    /// <summary>The same for the second line of outputs of a tile that has two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchLine(in TileRun run, int index, int channels, int elements)
    {
        if (run.TilesAhead >= 0)
        {
            Fetch(in run, ref Unsafe.Add(ref Soon(in run, index), run.LineStep), channels, elements);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float Soon(in TileRun run, int index) => ref Place(in run, Math.Min(index + run.TilesAhead, run.Tiles - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(in TileRun run, ref float place, int channels, int elements)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            CacheHint.Lines(ref place, elements);
            place = ref Unsafe.Add(ref place, run.StripChannelStep);
        }
    }
}
