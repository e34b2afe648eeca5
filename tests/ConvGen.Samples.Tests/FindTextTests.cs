using System.Numerics;
using ConvGen.Testing;
using FindText;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace ConvGen.Samples.Tests;

public class FindTextTests
{
    // Middles of the lines as they were drawn; of the first, in whose gap the network sees an end, of the two parts in ONNX Runtime's map.
    private static readonly Vector2[] s_lines =
        [new(230, 107), new(461, 107), new(184, 211), new(550, 239), new(228, 278), new(318, 381), new(243, 488), new(475, 564)];

    [Fact]
    public void Every_line_is_found_where_it_was_drawn()
    {
        using Image<Rgba32> picture = Station();

        IReadOnlyList<TextBox> boxes = new TextFinder().Find(picture);

        Assert.Equal(s_lines.Length, boxes.Count);
        Assert.All(s_lines.Zip(boxes), static pair => Assert.InRange(Vector2.Distance(pair.First, pair.Second.Center), 0, 15));
        // Two lines were turned.
        Assert.Equal([0, 0, 0, 0, 0, -5, 4, 0], boxes.Select(static box => (int)MathF.Round(box.Tilt)));
    }

    [Theory]
    [InlineData(1280, 700)]
    [InlineData(500, 1000)]
    public void Boxes_of_other_shapes_of_pictures_are_where_their_lines_are(int width, int height)
    {
        float scale = Math.Min(width, height) / 640f;
        using Image<Rgba32> station = Station(), picture = new(width, height, Color.White);
        station.Mutate(context => context.Resize((int)(640 * scale), (int)(640 * scale)));
        picture.Mutate(context => context.DrawImage(station, 1));

        IReadOnlyList<TextBox> boxes = new TextFinder().Find(picture);

        // Smaller letters: the heading may be one line.
        Assert.InRange(boxes.Count, s_lines.Length - 1, s_lines.Length);
        Assert.All(s_lines[2..], line => Assert.Contains(boxes, box => Vector2.Distance(scale * line, box.Center) < scale * 15));
    }

    [Fact]
    public void Map_is_that_of_ONNX_Runtime_and_another_number_is_noticed()
    {
        using Image<Rgba32> picture = Station();
        using NumpyFile expected = NumpyFile.Open(SampleFiles.Of("text_detector_expected.npz"));
        var finder = new TextFinder();
        finder.Find(picture);
        float[] damaged = finder.Map.ToArray();
        damaged[^1] += 2e-4f;

        Assert.InRange(OnnxRuntimeCheck.LargestDifference(finder.Map, expected), 0, OnnxRuntimeCheck.Tolerance);
        Assert.False(OnnxRuntimeCheck.LargestDifference(damaged, expected) <= OnnxRuntimeCheck.Tolerance);
    }

    [Fact]
    public void Network_allocates_nothing()
    {
        var finder = new TextFinder();

        Assert.Equal(0, AllocationMeter.LeastBytes(() => finder.Run(threads: 1)).Thread);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(-75)]
    public void Smallest_rectangle_is_the_one_that_was_turned(float degrees)
    {
        Matrix3x2 turn = Matrix3x2.CreateRotation(float.DegreesToRadians(degrees)) * Matrix3x2.CreateTranslation(100, 50);
        IEnumerable<Vector2> points =
            from x in Enumerable.Range(-20, 41)
            from y in Enumerable.Range(-5, 11)
            select Vector2.Transform(new(x, y), turn);

        TextBox box = SmallestRectangle.Around(points);

        Assert.Equal((100, 50, 40, 10, degrees), (box.Center.X, box.Center.Y, box.Size.X, box.Size.Y, box.Tilt), Close);
    }

    [Fact]
    public void Parts_that_are_thin_or_unlikely_are_no_boxes()
    {
        const int Width = 40;
        float[] map = new float[Width * Width];
        Fill(2, 6, 0.9f);
        Fill(12, 14, 0.9f);
        Fill(20, 24, 0.5f);

        TextBox box = Assert.Single(TextMap.Boxes(map, Width));

        // 30 by 4 pixels, enlarged by 1.5 * 120 / 68 on every side.
        Assert.Equal((20, 4, 30 + (2 * 2.647f), 4 + (2 * 2.647f), 0), (box.Center.X, box.Center.Y, box.Size.X, box.Size.Y, box.Tilt), Close);

        void Fill(int from, int to, float value)
        {
            for (int y = from; y < to; y++)
            {
                map.AsSpan((y * Width) + 5, 30).Fill(value);
            }
        }
    }

    [Fact]
    public async Task Program_draws_eight_boxes()
    {
        using var folder = new TemporaryFolder();

        (int exitCode, string output) = await SampleFiles.RunAsync(typeof(TextFinder), SampleFiles.Of("station.png"), folder.File("out.png"));

        Assert.True(exitCode == 0, output);
        Assert.Contains("8 boxes", output, StringComparison.Ordinal);
        using Image<Rgba32> picture = Station(), drawn = Image.Load<Rgba32>(folder.File("out.png"));
        Assert.Equal(picture.Size(), drawn.Size());
        // The left side of "EXIT".
        Assert.NotEqual(picture[484, 238], drawn[484, 238]);
        Assert.Equal(picture[620, 20], drawn[620, 20]);
    }

    [Theory]
    [InlineData("--color", "There is no option '--color'.")]
    [InlineData("in.png", "After the picture to read, name the one to write, ending in .png.")]
    public async Task Wrong_arguments_are_refused_in_one_line(string argument, string message) =>
        Assert.Equal((1, message + "\n"), await SampleFiles.RunAsync(typeof(TextFinder), argument));

    private static Image<Rgba32> Station() => Image.Load<Rgba32>(SampleFiles.Of("station.png"));

    private static bool Close(
        (float X, float Y, float Width, float Height, float Tilt) a, (float X, float Y, float Width, float Height, float Tilt) b) =>
        MathF.Abs(a.X - b.X) < 0.01f && MathF.Abs(a.Y - b.Y) < 0.01f && MathF.Abs(a.Width - b.Width) < 0.01f
            && MathF.Abs(a.Height - b.Height) < 0.01f && MathF.Abs(a.Tilt - b.Tilt) < 0.01f;
}
