namespace ConvGen.Tiles;

/// <summary>
/// Fetches lines into a cache long before they are needed, where nothing else would foresee them: the processor's own prefetchers stop at
/// the end of a page. Addresses are hints: they may point anywhere, and be stale once the collector has moved an array.
/// </summary>
internal static unsafe class CacheHint
{
    /// <summary>Elements of a cache line.</summary>
    public const int LineElements = 16;

    /// <summary>Elements from <paramref name="place"/> to where the next line begins; 0 where one begins there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ElementsToLine(ref Element place) =>
        (int)(LineElements - ((nuint)Unsafe.AsPointer(ref place) / sizeof(Element) % LineElements)) % LineElements;

    /// <summary>The line of <paramref name="place"/>[<paramref name="offset"/>], into the second-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line(ref Element place, nint offset)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1((Element*)Unsafe.AsPointer(ref place) + offset);
        }
    }

    /// <summary>The line of <paramref name="place"/>[<paramref name="offset"/>], into the first-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Near(ref Element place, nint offset)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((Element*)Unsafe.AsPointer(ref place) + offset);
        }
    }

    /// <summary>The lines of <paramref name="elements"/> elements from <paramref name="place"/> on, into the first-level cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines(ref Element place, int elements)
    {
        if (Sse.IsSupported)
        {
            Element* first = (Element*)Unsafe.AsPointer(ref place);
            for (int i = 0; i < elements; i += LineElements)
            {
                Sse.Prefetch0(first + i);
            }

            Sse.Prefetch0(first + elements - 1);
        }
    }
}
