namespace ConvGen.Kernels;

/// <summary>
/// The inputs that a box of outputs meets, copied channel by channel into scratch: compact whatever the image's size,
/// where channels that lie a power of two apart would share a few cache sets.
/// </summary>
internal readonly record struct InputBox(AxisWindow Depth, AxisWindow Height, AxisWindow Width, Extent Size)
{
    // Tiles of neighbouring pixels read up to this many elements beyond the last input.
    private const int Slack = 128;

    public int RowStep => Width.Inputs;

    public int SliceStep => Height.Inputs * RowStep;

    /// <summary>An odd number of cache lines, so that neighbouring channels fall into different cache sets.</summary>
    public int ChannelStep => (((Depth.Inputs * SliceStep) + 15) / 16 * 16) | 16;

    /// <summary>Elements that any box of the given size takes.</summary>
    public static long Capacity(LayerPlan plan, Extent box, Extent input, int channels)
    {
        long volume = (long)plan.Depth.InputSpan(box.Depth, input.Depth)
            * plan.Height.InputSpan(box.Height, input.Height)
            * plan.Width.InputSpan(box.Width, input.Width);
        return ((volume + 31) * channels) + Slack;
    }

    /// <summary>Where an input element lies within its channel of the box.</summary>
    public int Offset(int depth, int height, int width) =>
        ((depth - Depth.InStart) * SliceStep) + ((height - Height.InStart) * RowStep) + width - Width.InStart;

    /// <summary>Copies <paramref name="channels"/> planes of <paramref name="source"/>.</summary>
    public void Copy(ReadOnlySpan<float> source, int channels, Span<float> box)
    {
        int plane = Size.Height * Size.Width;
        // Whole rows, or whole planes, lie next to each other: one copy instead of many.
        bool wholeRows = Width.Inputs == Size.Width;
        bool wholePlanes = wholeRows && Height.Inputs == Size.Height;
        int rows = wholePlanes ? 1 : wholeRows ? Depth.Inputs : Depth.Inputs * Height.Inputs;
        int length = Depth.Inputs * SliceStep / Math.Max(1, rows);
        int rowsPerSlice = wholeRows ? 1 : Height.Inputs;
        int corner = (Depth.InStart * plane) + (Height.InStart * Size.Width) + Width.InStart;
        for (int channel = 0; channel < channels; channel++)
        {
            int first = (int)(channel * Size.Volume) + corner;
            Span<float> target = box[(channel * ChannelStep)..];
            for (int row = 0; row < rows; row++)
            {
                (int slice, int line) = Math.DivRem(row, rowsPerSlice);
                source.Slice(first + (slice * plane) + (line * Size.Width), length).CopyTo(target[(row * length)..]);
            }
        }
    }
}
