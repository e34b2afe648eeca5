using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Segment;

/// <summary>Scenes in a row, what the network sees and what is there below them, and the colours of the classes.</summary>
internal static class Sheet
{
    private const int Enlargement = 2;
    private const int Gap = 8;
    private const int Cell = (Segmenter.Side * Enlargement) + Gap;
    private const int Swatch = 24;

    /// <summary>Draws scenes.</summary>
    /// <param name="scenes">The scenes.</param>
    /// <param name="seen">The classes of each one's pixels, as the network tells them.</param>
    public static Image<Rgb24> Draw(IReadOnlyList<Scene> scenes, IReadOnlyList<int[]> seen)
    {
        var sheet = new Image<Rgb24>((scenes.Count * Cell) + Gap, (3 * Cell) + Swatch + (2 * Gap), Color.White);
        for (int i = 0; i < scenes.Count; i++)
        {
            using Image<Rgb24> picture = scenes[i].Picture.CloneAs<Rgb24>(), found = Map(seen[i]), there = Map(scenes[i].Labels);
            Place(picture, i, 0);
            Place(found, i, 1);
            Place(there, i, 2);
        }

        // The legend, in the order of the classes.
        int width = (sheet.Width - Gap) / GarmentClass.All.Count;
        for (int i = 0; i < GarmentClass.All.Count; i++)
        {
            using var swatch = new Image<Rgb24>(width - Gap, Swatch, GarmentClass.All[i].Colour);
            sheet.Mutate(context => context.DrawImage(swatch, new Point(Gap + (i * width), Gap + (3 * Cell)), 1));
        }

        return sheet;

        void Place(Image<Rgb24> part, int column, int row)
        {
            part.Mutate(static context => context.Resize(Cell - Gap, Cell - Gap, KnownResamplers.NearestNeighbor));
            sheet.Mutate(context => context.DrawImage(part, new Point(Gap + (column * Cell), Gap + (row * Cell)), 1));
        }
    }

    private static Image<Rgb24> Map(int[] classes) =>
        Image.LoadPixelData<Rgb24>(Array.ConvertAll(classes, static garment => GarmentClass.All[garment].Colour), Segmenter.Side, Segmenter.Side);
}
