namespace ConvGen.Tiles;

/// <summary>The sums of a pixel, two vectors of output channels, and their place in the strip.</summary>
internal static class ChannelStore
{
    /// <summary>The place of pixel <paramref name="pixel"/> of the tile whose places begin at <paramref name="places"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Element Place(in KernelArguments args, ref int places, int pixel) =>
        ref Unsafe.Add(ref args.Target, Unsafe.Add(ref places, pixel));

    /// <summary>Adds what earlier calls have summed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TSimd, TVector>(ref Element place, ref TVector low, ref TVector high)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        low = TSimd.Add(low, TSimd.Load(ref place, 0));
        high = TSimd.Add(high, TSimd.Load(ref place, TSimd.Lanes));
    }

    /// <summary>Writes both vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TSimd, TVector>(ref Element place, TVector low, TVector high)
        where TSimd : struct, ISimd<Element, TVector>
        where TVector : struct
    {
        TSimd.Store(low, ref place, 0);
        TSimd.Store(high, ref place, TSimd.Lanes);
    }
}
