using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Upscale;

/// <summary>Pictures of one size side by side.</summary>
internal static class Comparison
{
    private const int Gap = 8;

    public static Image<Rgba32> SideBySide(params IReadOnlyList<Image<Rgba32>> pictures)
    {
        (int width, int height) = (pictures[0].Width, pictures[0].Height);
        var sheet = new Image<Rgba32>((pictures.Count * (width + Gap)) + Gap, height + (2 * Gap), Color.White);
        for (int i = 0; i < pictures.Count; i++)
        {
            var place = new Point(Gap + (i * (width + Gap)), Gap);
            sheet.Mutate(context => context.DrawImage(pictures[i], place, 1));
        }

        return sheet;
    }
}
