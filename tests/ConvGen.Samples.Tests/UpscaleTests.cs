extern alias upscale;

using ConvGen.Testing;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using Upscale;

namespace ConvGen.Samples.Tests;

public class UpscaleTests
{
    [Fact]
    public async Task Picture_of_ones_own_is_enlarged()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output) = await SampleFiles.RunAsync(
            typeof(Upscaler), SampleFiles.Of("chelsea.png"), folder.File("out.png"), "--scale", "3", "--kernel", "bilinear");

        Assert.True(exitCode == 0, output);
        IImageInfo photograph = Image.Identify(SampleFiles.Of("chelsea.png")), enlarged = Image.Identify(folder.File("out.png"));
        Assert.Equal((3 * photograph.Width, 3 * photograph.Height), (enlarged.Width, enlarged.Height));
        Assert.Equal(24, enlarged.PixelType.BitsPerPixel);
    }

    [Theory]
    [InlineData("Bilinear", 2)]
    [InlineData("Bilinear", 3)]
    [InlineData("Bicubic", 4)]
    public void Plain_colour_stays_what_it_is(string interpolation, int scale)
    {
        var colour = new Rgba32(200, 17, 90, 128);
        using var plain = new Image<Rgba32>(5, 4, colour);

        using Image<Rgba32> enlarged = new Upscaler(Enum.Parse<Interpolation>(interpolation), scale).Upscale(plain);

        Assert.All(Pixels(enlarged), pixel =>
        {
            Assert.InRange(pixel.R, 199, 201);
            Assert.InRange(pixel.G, 16, 18);
            Assert.InRange(pixel.B, 89, 91);
            Assert.Equal(128, pixel.A);
        });
    }

    [Fact]
    public void Transparency_survives_the_file()
    {
        using var folder = new TemporaryFolder();
        using var picture = new Image<Rgba32>(3, 2, new Rgba32(1, 2, 3, 255));
        picture[1, 1] = new Rgba32(4, 5, 6, 7);
        upscale::ConvGen.Samples.PngFile.Write(picture, folder.File("picture.png"));

        using Image<Rgba32> read = upscale::ConvGen.Samples.PngFile.Read(folder.File("picture.png"));

        Assert.Equal(Pixels(picture), Pixels(read));
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("a byte changed")]
    [InlineData("something else")]
    [InlineData("empty")]
    public async Task Broken_file_is_refused_in_one_line(string how)
    {
        using var folder = new TemporaryFolder();
        byte[] file = await File.ReadAllBytesAsync(SampleFiles.Of("chelsea.png"));
        (file, string what) = how switch
        {
            "cut short" => (file[..(file.Length / 2)], "a damaged PNG file"),
            "a byte changed" => ([.. file.Select((value, i) => i == file.Length / 2 ? (byte)(value ^ 0x55) : value)], "a damaged PNG file"),
            "something else" => ([.. "GIF89a"u8, .. file], "not a PNG file"),
            _ => ([], "not a PNG file"),
        };
        string path = folder.File("in.png");
        await File.WriteAllBytesAsync(path, file);

        (int exitCode, string output) = await SampleFiles.RunAsync(typeof(Upscaler), path, folder.File("out.png"));

        Assert.Equal((1, $"'{path}' is {what}.\n"), (exitCode, output));
        Assert.False(File.Exists(folder.File("out.png")));
    }

    private static IEnumerable<Rgba32> Pixels(Image<Rgba32> picture) =>
        from y in Enumerable.Range(0, picture.Height)
        from x in Enumerable.Range(0, picture.Width)
        select picture[x, y];
}
