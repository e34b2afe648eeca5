using ConvGen;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Upscale;

/// <summary>A picture as the layers read and write it: planes of floats from 0 to 255, red, green, blue and alpha.</summary>
/// <remarks>The colours are multiplied by alpha, or else the hidden colour of transparent pixels would bleed over edges.</remarks>
internal sealed class Planes(int height, int width)
{
    /// <summary>Planes of every picture; one that is grey or opaque goes the same way.</summary>
    public const int Count = 4;

    private readonly float[] _samples = new float[Count * height * width];

    public TensorView<float> View => new(_samples, 1, Count, height, width);

    /// <summary>The planes of <paramref name="picture"/> with every edge repeated <paramref name="margin"/> times.</summary>
    public static Planes FromPicture(Image<Rgba32> picture, int margin)
    {
        var planes = new Planes(picture.Height + (2 * margin), picture.Width + (2 * margin));
        picture.ProcessPixelRows(rows => planes.Read(rows, margin));
        return planes;
    }

    /// <summary>The samples rounded to bytes, those that bicubic overshoot took out of range clamped.</summary>
    public Image<Rgba32> ToPicture()
    {
        var picture = new Image<Rgba32>(width, height);
        picture.ProcessPixelRows(Write);
        return picture;
    }

    private void Read(PixelAccessor<Rgba32> rows, int margin)
    {
        for (int y = 0; y < height; y++)
        {
            Span<Rgba32> row = rows.GetRowSpan(Math.Clamp(y - margin, 0, rows.Height - 1));
            for (int x = 0; x < width; x++)
            {
                Rgba32 pixel = row[Math.Clamp(x - margin, 0, rows.Width - 1)];
                float alpha = pixel.A / 255f;
                (Sample(0, x, y), Sample(1, x, y), Sample(2, x, y)) = (pixel.R * alpha, pixel.G * alpha, pixel.B * alpha);
                Sample(3, x, y) = pixel.A;
            }
        }
    }

    private void Write(PixelAccessor<Rgba32> rows)
    {
        for (int y = 0; y < height; y++)
        {
            Span<Rgba32> row = rows.GetRowSpan(y);
            for (int x = 0; x < width; x++)
            {
                byte alpha = ToByte(Sample(3, x, y));
                float share = alpha > 0 ? 255f / alpha : 0;
                row[x] = new Rgba32(
                    ToByte(Sample(0, x, y) * share), ToByte(Sample(1, x, y) * share), ToByte(Sample(2, x, y) * share), alpha);
            }
        }
    }

    private static byte ToByte(float sample) => (byte)Math.Clamp(MathF.Round(sample), 0, 255);

    private ref float Sample(int plane, int x, int y) => ref _samples[(((plane * height) + y) * width) + x];
}
