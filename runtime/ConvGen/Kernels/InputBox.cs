namespace ConvGen.Kernels;

/// <summary>
/// The inputs that a box of outputs meets, copied into scratch: compact whatever the image's size, where channels that lie a power
/// of two apart would share a few cache sets. For lanes as pixels channel by channel; for lanes as channels the channels of a pixel
/// lie next to each other, so that a tile reads a few lines from end to end. In place, nothing is copied and steps are the image's.
/// </summary>
/// <param name="Depth">Inputs along the depth.</param>
/// <param name="Height">Inputs along the height.</param>
/// <param name="Width">Inputs along the width.</param>
/// <param name="Size">Lengths of the image.</param>
/// <param name="Pitch">From a pixel to the next where channels lie next to each other, otherwise 0.</param>
/// <param name="InPlace">The inputs of the box lie within the image and are read there.</param>
internal readonly record struct InputBox(
    AxisWindow Depth, AxisWindow Height, AxisWindow Width, Extent Size, int Pitch = 0, bool InPlace = false)
{
    // Tiles of neighbouring pixels read up to this many elements beyond the last input, and rows are cleared a little beyond their end.
    private const int Slack = 128;

    public int ColumnStep => Math.Max(Pitch, 1);

    public int RowStep => InPlace ? Size.Width : Width.Inputs * ColumnStep;

    public int SliceStep => (InPlace ? Size.Height : Height.Inputs) * RowStep;

    /// <summary>In a copy an odd number of cache lines, so that neighbouring channels, or pixels, fall into different cache sets.</summary>
    public int ChannelStep => InPlace ? (int)Size.Volume : Pitch > 0 ? 1 : (((Depth.Inputs * SliceStep) + 15) / 16 * 16) | 16;

    /// <summary>Where the first input of the box lies in a plane of the image.</summary>
    public int Corner => (((Depth.InStart * Size.Height) + Height.InStart) * Size.Width) + Width.InStart;

    /// <summary>Part of the box lies outside the image.</summary>
    public bool HasMargin => Depth.InStart < 0 || Height.InStart < 0 || Width.InStart < 0
        || Depth.InEnd > Size.Depth || Height.InEnd > Size.Height || Width.InEnd > Size.Width;

    /// <summary>An odd number of cache lines for the channels of a pixel.</summary>
    public static int PitchOf(int channels) => ((channels + 15) / 16 * 16) | 16;

    /// <summary>Elements that any box of the given size takes; with a margin, of an <see cref="Extent.Unbounded"/> input.</summary>
    public static long Capacity(LayerPhases plan, Extent box, Extent input, int channels, int pitch)
    {
        long volume = (long)plan.Depth.InputSpan(box.Depth, input.Depth)
            * plan.Height.InputSpan(box.Height, input.Height)
            * plan.Width.InputSpan(box.Width, input.Width);
        return (pitch > 0 ? volume * pitch : (volume + 31) * channels) + Slack;
    }

    /// <summary>Where an input element lies within its channel of the box.</summary>
    public int Offset(int depth, int height, int width) =>
        ((depth - Depth.InStart) * SliceStep) + ((height - Height.InStart) * RowStep) + ((width - Width.InStart) * ColumnStep);

    /// <summary>Copies <paramref name="channels"/> planes of <paramref name="source"/>; what lies outside the image is zero.</summary>
    public void Copy(ReadOnlySpan<Element> source, int channels, Span<Element> box)
    {
        if (Pitch > 0)
        {
            CopyChannelsLast(source, channels, box);
            return;
        }

        if (HasMargin)
        {
            CopyRows(source, channels, box);
            return;
        }

        int plane = Size.Height * Size.Width;
        // Whole rows, or whole planes, lie next to each other: one copy instead of many.
        bool wholeRows = Width.Inputs == Size.Width;
        bool wholePlanes = wholeRows && Height.Inputs == Size.Height;
        int rows = wholePlanes ? 1 : wholeRows ? Depth.Inputs : Depth.Inputs * Height.Inputs;
        int length = Depth.Inputs * SliceStep / Math.Max(1, rows);
        int rowsPerSlice = wholeRows ? 1 : Height.Inputs;
        for (int channel = 0; channel < channels; channel++)
        {
            int first = (int)(channel * Size.Volume) + Corner;
            Span<Element> target = box[(channel * ChannelStep)..];
            for (int row = 0; row < rows; row++)
            {
                (int slice, int line) = Math.DivRem(row, rowsPerSlice);
                source.Slice(first + (slice * plane) + (line * Size.Width), length).CopyTo(target[(row * length)..]);
            }
        }
    }

    // Rows are short and many: they are written from the first to the last, so that zeros may reach beyond the end of theirs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyRows(ReadOnlySpan<Element> source, int channels, Span<Element> box)
    {
        (int left, int right) = Width.Inside(Size.Width);
        (int length, int rowStep, int plane) = (Math.Max(0, right - left), RowStep, Size.Height * Size.Width);
        nint margin = Math.Min(left - Width.InStart, rowStep);
        nint end = margin + length;
        nint channelStep = ChannelStep;
        // What is read and written without further checks lies within both.
        _ = source[..(channels * Size.Depth * plane)];
        ref Element target = ref MemoryMarshal.GetReference(box[..(int)((channels * channelStep) + ShortCopy.Overshoot)]);
        for (int channel = 0; channel < channels; channel++)
        {
            ref Element row = ref Unsafe.Add(ref target, channel * channelStep);
            for (int depth = Depth.InStart; depth < Depth.InEnd; depth++)
            {
                nint slice = ((nint)channel * Size.Depth) + depth;
                for (int height = Height.InStart; height < Height.InEnd; height++)
                {
                    if ((uint)depth >= (uint)Size.Depth || (uint)height >= (uint)Size.Height || length == 0)
                    {
                        ShortCopy.Clear(ref row, rowStep);
                    }
                    else
                    {
                        ref Element inputs = ref Unsafe.Add(
                            ref MemoryMarshal.GetReference(source), (slice * plane) + ((nint)height * Size.Width) + left);
                        ShortCopy.Clear(ref row, margin);
                        ShortCopy.Copy(ref inputs, ref Unsafe.Add(ref row, margin), length);
                        ShortCopy.Clear(ref Unsafe.Add(ref row, end), rowStep - end);
                    }

                    row = ref Unsafe.Add(ref row, rowStep);
                }
            }
        }
    }

    private void CopyChannelsLast(ReadOnlySpan<Element> source, int channels, Span<Element> box)
    {
        (int left, int right) = Width.Inside(Size.Width);
        if (HasMargin)
        {
            box[..(Depth.Inputs * SliceStep)].Clear();
        }

        (int front, int back) = Depth.Inside(Size.Depth);
        (int top, int bottom) = Height.Inside(Size.Height);
        for (int depth = front; depth < back && left < right; depth++)
        {
            for (int height = top; height < bottom; height++)
            {
                int start = (((depth * Size.Height) + height) * Size.Width) + left;
                Transposition.Copy(
                    source[start..], (int)Size.Volume, channels, box[Offset(depth, height, left)..], Pitch, right - left);
            }
        }
    }
}
