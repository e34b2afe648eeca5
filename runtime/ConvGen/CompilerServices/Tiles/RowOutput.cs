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
    /// Fetches <paramref name="elements"/> outputs of <paramref name="channels"/> channels of a line of tile <paramref name="index"/>, or one
    /// a little later.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(in TileRun run, int index, int line, int channels, int elements)
    {
        if (run.TilesAhead < 0)
        {
            return;
        }

        ref float place = ref Place(in run, Math.Min(index + run.TilesAhead, run.Tiles - 1));
        place = ref Unsafe.Add(ref place, line * run.LineStep);
        for (int channel = 0; channel < channels; channel++)
        {
            CacheHint.Lines(ref place, elements);
            place = ref Unsafe.Add(ref place, run.StripChannelStep);
        }
    }
}
