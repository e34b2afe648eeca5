using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace ConvGen.Samples;

/// <summary>Reads and writes PNG files.</summary>
internal static class PngFile
{
    // No other decoder is tried: flaws of theirs cannot be reached, whatever a file pretends to be.
    private static readonly Configuration s_pngAlone = new(new PngConfigurationModule());

    // The chunk IEND with its checksum. The decoder takes what is missing before it for black.
    private static ReadOnlySpan<byte> End => [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];

    /// <summary>The picture in a PNG file of any colour type and depth, at 8 bits a sample.</summary>
    /// <exception cref="InvalidDataException">The file is not a PNG, or a damaged or an enormous one.</exception>
    public static Image<Rgba32> Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        try
        {
            Image<Rgba32> picture = Image.Load<Rgba32>(s_pngAlone, file);
            return file.AsSpan().IndexOf(End) >= 0 ? picture : throw new InvalidImageContentException("It ends too early.");
        }
        catch (UnknownImageFormatException exception)
        {
            throw new InvalidDataException($"'{path}' is not a PNG file.", exception);
        }
        catch (ImageFormatException exception)
        {
            throw new InvalidDataException($"'{path}' is a damaged PNG file.", exception);
        }
        catch (InvalidMemoryOperationException exception)
        {
            throw new InvalidDataException($"'{path}' has too many pixels.", exception);
        }
    }

    /// <summary>Writes RGB, or RGBA where anything shows through.</summary>
    public static void Write(Image<Rgba32> picture, string path)
    {
        var encoder = new PngEncoder { ColorType = IsOpaque(picture) ? PngColorType.Rgb : PngColorType.RgbWithAlpha };
        picture.SaveAsPng(path, encoder);
    }

    private static bool IsOpaque(Image<Rgba32> picture)
    {
        bool opaque = true;
        picture.ProcessPixelRows(rows =>
        {
            for (int y = 0; y < rows.Height; y++)
            {
                foreach (Rgba32 pixel in rows.GetRowSpan(y))
                {
                    opaque &= pixel.A == byte.MaxValue;
                }
            }
        });
        return opaque;
    }
}
