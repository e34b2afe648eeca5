namespace ConvGen.Kernels;

/// <summary>A row, every so many elements of it apart: what neighbouring positions meet that are so many inputs from each other.</summary>
internal static class Deinterleaving
{
    /// <summary>
    /// Copies element <c>i</c> of <paramref name="source"/> to part <c>(first + i) mod parts</c>, at <c>(first + i) / parts</c> there; the parts lie
    /// <paramref name="partStep"/> elements apart.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ReadOnlySpan<Element> source, int first, int parts, Span<Element> target, int partStep)
    {
        int done = 0;
        if (parts == 2)
        {
            done = first % 2;
            if (done == 1 && source.Length > 0)
            {
                target[partStep + (first / 2)] = source[0];
            }

            int pairs = Math.Max(0, source.Length - done) / 2;
            int start = (first + done) / 2;
            EvenAndOdd.Split(source[Math.Min(done, source.Length)..], target.Slice(start, pairs), target.Slice(partStep + start, pairs));
            done += 2 * pairs;
        }

        for (int i = done; i < source.Length; i++)
        {
            (int place, int part) = Math.DivRem(first + i, parts);
            target[(part * partStep) + place] = source[i];
        }
    }
}
