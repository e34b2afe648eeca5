using System.Buffers.Binary;
using StbImageSharp;
using StbImageWriteSharp;

namespace Upscale;

/// <summary>Reads and writes PNG files.</summary>
internal static class PngFile
{
    private const int ChunkFrame = 12;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture in a PNG file of any colour type and depth, at 8 bits a sample.</summary>
    /// <exception cref="InvalidDataException">The file is not a PNG, or a damaged one.</exception>
    public static Picture Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        if (!file.AsSpan().StartsWith(Signature))
        {
            throw new InvalidDataException($"'{path}' is not a PNG file.");
        }

        if (!IsIntact(file.AsSpan(Signature.Length)))
        {
            throw Damaged(path, null);
        }

        try
        {
            ImageResult image = ImageResult.FromMemory(file, StbImageSharp.ColorComponents.RedGreenBlueAlpha);
            return new Picture(image.Width, image.Height, image.Data);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The decoder, ported from C, meets damage with whichever exception comes first.
            throw Damaged(path, exception);
        }
    }

    /// <summary>Writes RGB, or RGBA where anything shows through.</summary>
    public static void Write(Picture picture, string path)
    {
        (byte[] samples, var components) = picture.IsOpaque
            ? (picture.ToRgb(), StbImageWriteSharp.ColorComponents.RedGreenBlue)
            : (picture.Rgba, StbImageWriteSharp.ColorComponents.RedGreenBlueAlpha);
        using FileStream file = File.Create(path);
        new ImageWriter().WritePng(samples, picture.Width, picture.Height, components, file);
    }

    private static InvalidDataException Damaged(string path, Exception? cause) => new($"'{path}' is a damaged PNG file.", cause);

    /// <summary>Whether all chunks up to the last are there with the right checksums, which the decoder does not look at.</summary>
    private static bool IsIntact(ReadOnlySpan<byte> chunks)
    {
        while (chunks.Length >= ChunkFrame)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(chunks);
            if (length > chunks.Length - ChunkFrame)
            {
                return false;
            }

            ReadOnlySpan<byte> typeAndData = chunks.Slice(sizeof(uint), sizeof(uint) + (int)length);
            chunks = chunks[(sizeof(uint) + typeAndData.Length)..];
            if (Crc32(typeAndData) != BinaryPrimitives.ReadUInt32BigEndian(chunks))
            {
                return false;
            }

            if (typeAndData.StartsWith("IEND"u8))
            {
                return true;
            }

            chunks = chunks[sizeof(uint)..];
        }

        return false;
    }

    /// <summary>The CRC of the PNG specification, annex D.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
