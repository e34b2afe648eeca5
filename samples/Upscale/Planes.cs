using ConvGen;

namespace Upscale;

/// <summary>A picture as the layers read and write it: planes of floats from 0 to 255, red, green, blue and alpha.</summary>
/// <remarks>The colours are multiplied by alpha, or else the hidden colour of transparent pixels would bleed over edges.</remarks>
internal sealed class Planes(int height, int width)
{
    /// <summary>Planes of every picture; one that is grey or opaque goes the same way.</summary>
    public const int Count = Picture.Alpha + 1;

    private readonly float[] _samples = new float[Count * height * width];

    public TensorView<float> View => new(_samples, 1, Count, height, width);

    /// <summary>The planes of <paramref name="picture"/> with every edge repeated <paramref name="margin"/> times.</summary>
    public static Planes FromPicture(Picture picture, int margin)
    {
        (int height, int width) = (picture.Height + (2 * margin), picture.Width + (2 * margin));
        var planes = new Planes(height, width);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                ReadOnlySpan<byte> pixel = picture.Pixel(
                    Math.Clamp(x - margin, 0, picture.Width - 1), Math.Clamp(y - margin, 0, picture.Height - 1));
                for (int plane = 0; plane < Picture.Alpha; plane++)
                {
                    planes.Sample(plane, x, y) = pixel[plane] * (pixel[Picture.Alpha] / 255f);
                }

                planes.Sample(Picture.Alpha, x, y) = pixel[Picture.Alpha];
            }
        }

        return planes;
    }

    /// <summary>The samples rounded to bytes, those that bicubic overshoot took out of range clamped.</summary>
    public Picture ToPicture()
    {
        var picture = new Picture(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Span<byte> pixel = picture.Pixel(x, y);
                pixel[Picture.Alpha] = ToByte(Sample(Picture.Alpha, x, y));
                for (int plane = 0; plane < Picture.Alpha && pixel[Picture.Alpha] > 0; plane++)
                {
                    pixel[plane] = ToByte(Sample(plane, x, y) * 255 / pixel[Picture.Alpha]);
                }
            }
        }

        return picture;
    }

    private static byte ToByte(float sample) => (byte)Math.Clamp(MathF.Round(sample), 0, 255);

    private ref float Sample(int plane, int x, int y) => ref _samples[(((plane * height) + y) * width) + x];
}
