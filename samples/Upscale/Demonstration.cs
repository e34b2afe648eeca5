using ConvGen.Samples;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Upscale;

/// <summary>Enlarges the photograph of the sample in every way, tells what each takes, and lays a detail side by side.</summary>
internal static class Demonstration
{
    private const int DetailScale = 4;

    public static void Run(string folder)
    {
        using Image<Rgba32> photograph = PngFile.Read(Path.Combine(AppContext.BaseDirectory, "chelsea.png"));
        Directory.CreateDirectory(folder);
        foreach (string line in Progress.Of(tell => Measure(photograph, folder, tell)))
        {
            Console.WriteLine(line);
        }

        // A pupil: a highlight, a dark rim and fine hair.
        using Image<Rgba32> pupil = photograph.Clone(context => context.Crop(new Rectangle(142, 78, 64, 56)));
        using Image<Rgba32> nearest = Magnify(pupil, DetailScale);
        using Image<Rgba32> bilinear = new Upscaler(Interpolation.Bilinear, DetailScale).Upscale(pupil);
        using Image<Rgba32> bicubic = new Upscaler(Interpolation.Bicubic, DetailScale).Upscale(pupil);
        using Image<Rgba32> comparison = Comparison.SideBySide(nearest, bilinear, bicubic);
        // Pixels twice as large, for the eye to tell the kernels apart.
        using Image<Rgba32> sheet = Magnify(comparison, 2);
        PngFile.Write(sheet, Path.Combine(folder, "comparison.png"));
        Console.WriteLine("comparison.png: the nearest pixel, bilinear, bicubic.");
        Console.WriteLine($"The pictures are in {folder}.");
    }

    private static List<string> Measure(Image<Rgba32> photograph, string folder, Action<string> tell)
    {
        List<string> lines = ["scale  kernel          ms  megapixels/s  allocated bytes/call"];
        foreach (int scale in Upscaler.Scales)
        {
            foreach (Interpolation interpolation in Enum.GetValues<Interpolation>())
            {
                string kernel = Name(interpolation);
                tell($"{scale} times, {kernel}");
                var upscaler = new Upscaler(interpolation, scale);
                (Planes input, Planes output) = upscaler.Prepare(photograph);
                Measurement forward = Measurement.Of(() => upscaler.Forward(input, output));
                using Image<Rgba32> enlarged = output.ToPicture();
                double megapixels = enlarged.Width * enlarged.Height / 1e6;
                lines.Add(
                    $"{scale,5}  {kernel,-8}  {forward.Time.TotalMilliseconds,8:F2}  "
                    + $"{megapixels / forward.Time.TotalSeconds,12:F0}  {forward.AllocatedBytes,20}");
                PngFile.Write(enlarged, Path.Combine(folder, $"chelsea-{scale}x-{kernel}.png"));
            }
        }

        return lines;
    }

    // Every pixel as a block.
    private static Image<Rgba32> Magnify(Image<Rgba32> picture, int scale) => picture.Clone(context => context.Resize(
        picture.Width * scale, picture.Height * scale, KnownResamplers.NearestNeighbor));

    private static string Name(Interpolation interpolation) => interpolation.ToString().ToLowerInvariant();
}
