using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Segment;

/// <summary>One of the scenes beside the sample, of the test set, and what is in it.</summary>
/// <param name="Picture">Garments in clutter, 96 x 96.</param>
/// <param name="Labels">The class of each pixel, row by row.</param>
internal sealed record Scene(Image<L8> Picture, int[] Labels)
{
    public const int Count = 4;

    // Labels are grey values, so far apart that one can see them.
    private const int LabelStep = 20;

    /// <summary>A scene.</summary>
    /// <param name="number">From 0 to 3.</param>
    public static Scene Load(int number)
    {
        using Image<L8> labels = Image.Load<L8>(PathOf($"garment_label{number}.png"));
        byte[] grey = new byte[labels.Width * labels.Height];
        labels.CopyPixelDataTo(grey);
        return new Scene(Image.Load<L8>(PathOf($"garment_scene{number}.png")), Array.ConvertAll(grey, static value => value / LabelStep));
    }

    /// <summary>The share of pixels whose class is right.</summary>
    public double Accuracy(int[] classes) => classes.Zip(Labels, static (seen, there) => seen == there ? 1.0 : 0).Average();

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
