namespace ConvGen.Kernels;

/// <summary>
/// The inputs of the next box, fetched into the second-level cache piece by piece between the kernels of this one, while the memory would be
/// idle.
/// </summary>
/// <param name="planes">The planes of a group of an image.</param>
/// <param name="box">What of them is fetched.</param>
/// <param name="channels">Their number.</param>
internal readonly ref struct InputAhead(ReadOnlySpan<Element> planes, scoped in InputBox box, int channels)
{
    private readonly ReadOnlySpan<Element> _planes = planes;
    private readonly InputBox _box = box;
    private readonly int _channels = channels;

    /// <summary>Fetches one of <paramref name="parts"/> of the channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fetch(int part, int parts)
    {
        Extent size = _box.Size;
        int first = (int)((long)_channels * part / parts);
        int end = (int)((long)_channels * (part + 1) / parts);
        (int left, int right) = _box.Width.Inside(size.Width);
        (int top, int bottom) = _box.Height.Inside(size.Height);
        (int front, int back) = _box.Depth.Inside(size.Depth);
        ref Element planes = ref MemoryMarshal.GetReference(_planes);
        for (int channel = first; channel < end; channel++)
        {
            for (int slice = front; slice < back; slice++)
            {
                for (int row = top; row < bottom; row++)
                {
                    nint start = ((((((nint)channel * size.Depth) + slice) * size.Height) + row) * size.Width) + left;
                    for (int i = 0; i < right - left; i += CacheHint.LineElements)
                    {
                        CacheHint.Line(ref planes, start + i);
                    }
                }
            }
        }
    }
}
