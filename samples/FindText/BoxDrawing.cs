using System.Numerics;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace FindText;

/// <summary>Draws boxes into pictures.</summary>
internal static class BoxDrawing
{
    private static readonly Vector4 s_colour = new Rgba32(230, 30, 60).ToVector4();

    /// <summary>Draws the sides of a box, smooth ones.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="box">In its pixels.</param>
    /// <param name="thickness">Of the lines, in pixels.</param>
    public static void Draw(this Image<Rgba32> picture, TextBox box, float thickness) => picture.ProcessPixelRows(rows =>
    {
        for (int y = 0; y < rows.Height; y++)
        {
            Span<Rgba32> row = rows.GetRowSpan(y);
            for (int x = 0; x < row.Length; x++)
            {
                float distance = MathF.Abs(box.DistanceFrom(new(x + 0.5f, y + 0.5f)));
                float cover = Math.Clamp(((thickness + 1) / 2) - distance, 0, 1);
                row[x].FromVector4(Vector4.Lerp(row[x].ToVector4(), s_colour, cover));
            }
        }
    });
}
