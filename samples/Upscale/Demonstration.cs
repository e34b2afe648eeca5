namespace Upscale;

/// <summary>Enlarges the photograph of the sample in every way, tells what each takes, and lays a detail side by side.</summary>
internal static class Demonstration
{
    private const int DetailScale = 4;

    public static void Run(string folder)
    {
        Picture photograph = PngFile.Read(Path.Combine(AppContext.BaseDirectory, "chelsea.png"));
        Directory.CreateDirectory(folder);
        Console.WriteLine("scale  kernel          ms  megapixels/s  allocated bytes/call");
        foreach (int scale in Upscaler.Scales)
        {
            foreach (Interpolation interpolation in Enum.GetValues<Interpolation>())
            {
                var upscaler = new Upscaler(interpolation, scale);
                (Planes input, Planes output) = upscaler.Prepare(photograph);
                Measurement forward = Measurement.Of(() => upscaler.Forward(input, output));
                Picture enlarged = output.ToPicture();
                double megapixels = enlarged.Width * enlarged.Height / 1e6;
                string kernel = Name(interpolation);
                Console.WriteLine(
                    $"{scale,5}  {kernel,-8}  {forward.Time.TotalMilliseconds,8:F2}  "
                    + $"{megapixels / forward.Time.TotalSeconds,12:F0}  {forward.AllocatedBytes,20}");
                PngFile.Write(enlarged, Path.Combine(folder, $"chelsea-{scale}x-{kernel}.png"));
            }
        }

        // A pupil: a highlight, a dark rim and fine hair.
        Picture pupil = photograph.Crop(left: 142, top: 78, newWidth: 64, newHeight: 56);
        Picture comparison = Comparison.SideBySide(
            ("nearest", Detail(pupil.Magnify(DetailScale))),
            (Name(Interpolation.Bilinear), Detail(new Upscaler(Interpolation.Bilinear, DetailScale).Upscale(pupil))),
            (Name(Interpolation.Bicubic), Detail(new Upscaler(Interpolation.Bicubic, DetailScale).Upscale(pupil))));
        PngFile.Write(comparison, Path.Combine(folder, "comparison.png"));
        Console.WriteLine($"The pictures are in {folder}.");
    }

    // Pixels twice as large, for the eye to tell the kernels apart.
    private static Picture Detail(Picture enlarged) => enlarged.Magnify(2);

    private static string Name(Interpolation interpolation) => interpolation.ToString().ToLowerInvariant();
}
