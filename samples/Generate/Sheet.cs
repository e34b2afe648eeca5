using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Generate;

/// <summary>Garments in rows, enlarged, thin lines between them.</summary>
internal static class Sheet
{
    private const int Enlargement = 3;
    private const int Cell = (GarmentGenerator.Side * Enlargement) + 1;

    private static readonly L8 s_line = new(225);

    /// <summary>Draws pictures, row by row.</summary>
    /// <param name="images">Ink from 0 to 1, a picture after the other.</param>
    /// <param name="columns">Pictures in a row.</param>
    public static Image<L8> Draw(float[] images, int columns)
    {
        float[][] garments = [.. images.Chunk(GarmentGenerator.Side * GarmentGenerator.Side)];
        var sheet = new Image<L8>((columns * Cell) + 1, (garments.Length / columns * Cell) + 1, s_line);
        for (int i = 0; i < garments.Length; i++)
        {
            using Image<L8> garment = Paper(garments[i]);
            var place = new Point((i % columns * Cell) + 1, (i / columns * Cell) + 1);
            sheet.Mutate(context => context.DrawImage(garment, place, 1));
        }

        return sheet;
    }

    // Black ink on white paper.
    private static Image<L8> Paper(float[] ink)
    {
        byte[] grey = Array.ConvertAll(ink, static share => (byte)MathF.Round(255 * (1 - share)));
        Image<L8> garment = Image.LoadPixelData<L8>(grey, GarmentGenerator.Side, GarmentGenerator.Side);
        garment.Mutate(static context => context.Resize(Cell - 1, Cell - 1, KnownResamplers.Bicubic));
        return garment;
    }
}
