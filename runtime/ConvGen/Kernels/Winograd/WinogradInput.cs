namespace ConvGen.Kernels.Winograd;

/// <summary>The inputs of a box, channels last and with zeros around the image.</summary>
internal static class WinogradInput
{
    /// <summary>Elements of the gathered inputs of boxes of up to a size.</summary>
    public static long Capacity(WinogradShape shape, Extent box, int pitch)
    {
        long depth = new WinogradRange(shape.Depth, 0, box.Depth).Inputs;
        long height = new WinogradRange(shape.Height, 0, box.Height).Inputs;
        long width = new WinogradRange(shape.Width, 0, box.Width).Inputs;
        return depth * height * width * pitch;
    }

    /// <summary>
    /// Copies <paramref name="channels"/> planes to [z][y][x][channel]; what lies outside the image, or pads the channels, is zero.
    /// </summary>
    public static void Gather(ReadOnlySpan<Element> source, in WinogradBox box, Extent size, int channels, int pitch, Span<Element> gathered)
    {
        (int depth, int height, int width) = (box.Depth.Inputs, box.Height.Inputs, box.Width.Inputs);
        int first = Math.Max(0, box.Width.FirstInput);
        int end = Math.Min(size.Width, box.Width.FirstInput + width);
        if (pitch > channels)
        {
            gathered[..(depth * height * width * pitch)].Clear();
        }
        else
        {
            ClearMargin(box, size, pitch, gathered);
        }

        // Few channels at a time, whose rows lie next to each other: a page for each, of lines that follow each other.
        for (int channel = 0; channel < channels && first < end; channel += WinogradPacking.VectorChannels)
        {
            int count = Math.Min(WinogradPacking.VectorChannels, channels - channel);
            for (int z = Math.Max(0, -box.Depth.FirstInput); z < Math.Min(depth, size.Depth - box.Depth.FirstInput); z++)
            {
                for (int y = Math.Max(0, -box.Height.FirstInput); y < Math.Min(height, size.Height - box.Height.FirstInput); y++)
                {
                    int row = ((((box.Depth.FirstInput + z) * size.Height) + box.Height.FirstInput + y) * size.Width) + first;
                    int target = ((((z * height) + y) * width) + first - box.Width.FirstInput) * pitch;
                    Transposition.Copy(
                        source[((channel * (int)size.Volume) + row)..],
                        (int)size.Volume,
                        count,
                        gathered[(target + channel)..],
                        pitch,
                        end - first);
                }
            }
        }
    }

    // Zeros beyond the image: whole rows, and the ends of those that reach beyond it.
    private static void ClearMargin(in WinogradBox box, Extent size, int pitch, Span<Element> gathered)
    {
        int left = Math.Clamp(-box.Width.FirstInput, 0, box.Width.Inputs) * pitch;
        int right = Math.Clamp(size.Width - box.Width.FirstInput, 0, box.Width.Inputs) * pitch;
        int rowLength = box.Width.Inputs * pitch;
        for (int z = 0; z < box.Depth.Inputs; z++)
        {
            for (int y = 0; y < box.Height.Inputs; y++)
            {
                Span<Element> row = gathered.Slice(((z * box.Height.Inputs) + y) * rowLength, rowLength);
                (int depth, int height) = (box.Depth.FirstInput + z, box.Height.FirstInput + y);
                if ((uint)depth < (uint)size.Depth && (uint)height < (uint)size.Height && left < right)
                {
                    row[..left].Clear();
                    row[right..].Clear();
                }
                else
                {
                    row.Clear();
                }
            }
        }
    }
}
