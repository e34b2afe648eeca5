namespace Upscale;

/// <summary>Pixels of red, green, blue and alpha bytes, transparent black at first.</summary>
internal sealed class Picture(int width, int height, byte[] rgba)
{
    /// <summary>Where in a pixel alpha stands, after the colours.</summary>
    public const int Alpha = 3;

    private const int BytesPerPixel = Alpha + 1;

    public Picture(int width, int height)
        : this(width, height, new byte[width * height * BytesPerPixel])
    {
    }

    public int Width => width;

    public int Height => height;

    public byte[] Rgba => rgba;

    public bool IsOpaque => Enumerable.Range(0, width * height).All(pixel => rgba[(pixel * BytesPerPixel) + Alpha] == byte.MaxValue);

    public Span<byte> Pixel(int x, int y) => rgba.AsSpan(((y * width) + x) * BytesPerPixel, BytesPerPixel);

    /// <summary>The colours alone.</summary>
    public byte[] ToRgb()
    {
        byte[] rgb = new byte[width * height * Alpha];
        for (int pixel = 0; pixel < width * height; pixel++)
        {
            rgba.AsSpan(pixel * BytesPerPixel, Alpha).CopyTo(rgb.AsSpan(pixel * Alpha));
        }

        return rgb;
    }

    public Picture Crop(int left, int top, int newWidth, int newHeight)
    {
        var crop = new Picture(newWidth, newHeight);
        crop.Paste(this, -left, -top);
        return crop;
    }

    /// <summary>Lays <paramref name="other"/> over this picture, what reaches beyond it cut off.</summary>
    public void Paste(Picture other, int left, int top)
    {
        for (int y = Math.Max(0, top); y < Math.Min(height, top + other.Height); y++)
        {
            for (int x = Math.Max(0, left); x < Math.Min(width, left + other.Width); x++)
            {
                other.Pixel(x - left, y - top).CopyTo(Pixel(x, y));
            }
        }
    }

    /// <summary>Every pixel as a block: nearest neighbour.</summary>
    public Picture Magnify(int scale)
    {
        var magnified = new Picture(width * scale, height * scale);
        for (int y = 0; y < magnified.Height; y++)
        {
            for (int x = 0; x < magnified.Width; x++)
            {
                Pixel(x / scale, y / scale).CopyTo(magnified.Pixel(x, y));
            }
        }

        return magnified;
    }
}
