using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace FindText;

/// <summary>A picture as the network reads it: scaled to fit its square, at the upper left of it, on white.</summary>
internal static class Letterbox
{
    private static readonly float[] s_mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] s_deviation = [0.229f, 0.224f, 0.225f];

    /// <summary>Writes a picture as planes of blue, green and red, normalised as those that the network learnt from.</summary>
    /// <param name="picture">Of any size.</param>
    /// <param name="planes">(3, side, side).</param>
    /// <param name="side">Height and width of the square.</param>
    /// <returns>How many times as large the picture is in the square.</returns>
    public static float Fill(Image<Rgba32> picture, float[] planes, int side)
    {
        float scale = (float)side / Math.Max(picture.Width, picture.Height);
        var size = new Size(Math.Max((int)(picture.Width * scale), 1), Math.Max((int)(picture.Height * scale), 1));
        using var square = new Image<Rgba32>(side, side, Color.White);
        using Image<Rgba32> scaled = picture.Clone(context => context.Resize(size));
        square.Mutate(context => context.DrawImage(scaled, 1));
        square.ProcessPixelRows(rows =>
        {
            for (int y = 0; y < side; y++)
            {
                for (int x = 0; x < side; x++)
                {
                    Rgba32 pixel = rows.GetRowSpan(y)[x];
                    Write(0, y, x, pixel.B);
                    Write(1, y, x, pixel.G);
                    Write(2, y, x, pixel.R);
                }
            }
        });
        return scale;

        void Write(int plane, int y, int x, byte value) =>
            planes[(((plane * side) + y) * side) + x] = ((value / 255f) - s_mean[plane]) / s_deviation[plane];
    }
}
