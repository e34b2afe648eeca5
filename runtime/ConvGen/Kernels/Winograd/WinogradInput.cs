using ConvGen.CompilerServices;
using ConvGen.Planning;

namespace ConvGen.Kernels.Winograd;

/// <summary>
/// The inputs of a box, channels last and with zeros around the image, then transformed axis by axis:
/// [point][tile][channel], channels padded to whole vectors.
/// </summary>
internal static class WinogradInput
{
    // The widest vector.
    private const int ChannelMultiple = 16;

    public static int Pitch(int channels) => (channels + ChannelMultiple - 1) / ChannelMultiple * ChannelMultiple;

    /// <summary>Elements of the gathered inputs, and of each of two transformed copies, for boxes of up to a size.</summary>
    public static (long Gathered, long Transformed) Capacity(WinogradShape shape, Extent box, int channels)
    {
        long depth = new WinogradRange(shape.Depth, 0, box.Depth).Inputs;
        long height = new WinogradRange(shape.Height, 0, box.Height).Inputs;
        long width = new WinogradRange(shape.Width, 0, box.Width).Inputs;
        long columns = shape.Width.Points * depth * height * box.Width;
        long rows = (long)shape.Height.Points * shape.Width.Points * depth * box.Height * box.Width;
        long slices = shape.Points * box.Volume;
        return (depth * height * width * Pitch(channels), Math.Max(columns, Math.Max(rows, slices)) * Pitch(channels));
    }

    /// <summary>Copies <paramref name="channels"/> planes to [z][y][x][channel]; what lies outside the image is zero.</summary>
    public static void Gather(ReadOnlySpan<float> source, in WinogradBox box, Extent size, int channels, Span<float> gathered)
    {
        int pitch = Pitch(channels);
        (int depth, int height, int width) = (box.Depth.Inputs, box.Height.Inputs, box.Width.Inputs);
        int first = Math.Max(0, box.Width.FirstInput);
        int end = Math.Min(size.Width, box.Width.FirstInput + width);
        gathered[..(depth * height * width * pitch)].Clear();
        // Few channels at a time, whose rows lie next to each other: a page for each, of lines that follow each other.
        for (int channel = 0; channel < channels && first < end; channel += ChannelMultiple)
        {
            int count = Math.Min(ChannelMultiple, channels - channel);
            for (int z = Math.Max(0, -box.Depth.FirstInput); z < Math.Min(depth, size.Depth - box.Depth.FirstInput); z++)
            {
                for (int y = Math.Max(0, -box.Height.FirstInput); y < Math.Min(height, size.Height - box.Height.FirstInput); y++)
                {
                    int row = ((((box.Depth.FirstInput + z) * size.Height) + box.Height.FirstInput + y) * size.Width) + first;
                    int target = ((((z * height) + y) * width) + first - box.Width.FirstInput) * pitch;
                    Transposition.Write(
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

    /// <summary>
    /// Transforms gathered inputs; the result is in <paramref name="one"/> or <paramref name="other"/>, the returned one.
    /// </summary>
    public static Span<float> Transform<TSimd, TVector>(
        WinogradShape shape, scoped in WinogradBox box, int pitch, Span<float> gathered, Span<float> one, Span<float> other)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        (int depth, int height) = (box.Depth.Inputs, box.Height.Inputs);
        (int depths, int heights, int widths) = (box.Depth.Tiles, box.Height.Tiles, box.Width.Tiles);
        for (int row = 0; row < depth * height; row++)
        {
            for (int tile = 0; tile < widths; tile++)
            {
                WinogradTransform.Input<TSimd, TVector>(
                    shape.Width,
                    ref gathered[((row * box.Width.Inputs) + (tile * shape.Width.Tile)) * pitch],
                    pitch,
                    ref one[((row * widths) + tile) * pitch],
                    (nint)depth * height * widths * pitch,
                    pitch);
            }
        }

        int rowLength = widths * pitch;
        if (shape.Height.Taps > 1)
        {
            Pass<TSimd, TVector>(shape.Height, shape.Width.Points * depth, height, heights, rowLength, one, other);
            Span<float> swap = one;
            one = other;
            other = swap;
        }

        if (shape.Depth.Taps > 1)
        {
            Pass<TSimd, TVector>(shape.Depth, shape.Height.Points * shape.Width.Points, depth, depths, heights * rowLength, one, other);
            one = other;
        }

        return one;
    }

    // [repeat][input][element] to [point][repeat][tile][element].
    private static void Pass<TSimd, TVector>(
        WinogradAxis axis, int repeats, int inputs, int tiles, int length, Span<float> source, Span<float> target)
        where TSimd : struct, ISimd<TVector>
        where TVector : struct
    {
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            for (int tile = 0; tile < tiles; tile++)
            {
                WinogradTransform.Input<TSimd, TVector>(
                    axis,
                    ref source[((repeat * inputs) + (tile * axis.Tile)) * length],
                    length,
                    ref target[((repeat * tiles) + tile) * length],
                    (nint)repeats * tiles * length,
                    length);
            }
        }
    }
}
