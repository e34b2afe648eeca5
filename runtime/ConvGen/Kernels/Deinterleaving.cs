namespace ConvGen.Kernels;

/// <summary>Rows, every so many elements of them apart: what neighbouring positions meet that are so many inputs from each other.</summary>
internal static class Deinterleaving
{
    /// <summary>
    /// Copies element <c>i</c> of every row of <paramref name="source"/> to part <c>(first + i) mod parts</c> of that of <paramref name="target"/>, at
    /// <c>(first + i) / parts</c> there.
    /// </summary>
    /// <param name="source">The rows.</param>
    /// <param name="sourceStep">Elements from a row to the next.</param>
    /// <param name="length">Elements of a row.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="first">Where the first element would lie in a row that began a part.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="target">Where to.</param>
    /// <param name="partStep">Elements from a part of a row to the next.</param>
    /// <param name="rowStep">Elements from a row to the next in the target.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(
        ReadOnlySpan<Element> source, int sourceStep, int length, int rows, int first, int parts, Span<Element> target, int partStep, int rowStep)
    {
        int done = 0;
        if (parts == 2)
        {
            int odd = Math.Min(first % 2, length), pairs = (length - odd) / 2, start = (first + odd) / 2;
            EvenAndOdd.Split(source[odd..], sourceStep, rows, pairs, target[start..], target[(partStep + start)..], rowStep);
            CopyElements(source, sourceStep, rows, 0, odd, first, parts, target, partStep, rowStep);
            done = odd + (2 * pairs);
        }

        CopyElements(source, sourceStep, rows, done, length, first, parts, target, partStep, rowStep);
    }

    // From an element of every row up to another.
    private static void CopyElements(
        ReadOnlySpan<Element> source, int sourceStep, int rows, int begin, int end, int first, int parts, Span<Element> target, int partStep, int rowStep)
    {
        for (int row = 0; row < rows && begin < end; row++)
        {
            for (int i = begin; i < end; i++)
            {
                (int place, int part) = Math.DivRem(first + i, parts);
                target[(row * rowStep) + (part * partStep) + place] = source[(row * sourceStep) + i];
            }
        }
    }
}
