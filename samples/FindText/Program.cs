using System.CommandLine;
using ConvGen;
using ConvGen.Samples;
using FindText;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

var input = new Argument<string?>("in.png")
{
    Description = "The picture to search; without one, the sample searches its own, measures that and compares it with ONNX Runtime",
    Arity = ArgumentArity.ZeroOrOne,
};
var output = new Argument<string?>("out.png") { Description = "Where the picture with boxes goes", Arity = ArgumentArity.ZeroOrOne };
var folder = new Option<string>("--folder")
{
    Description = "Where the sample's own picture goes",
    DefaultValueFactory = _ => Path.Combine("artifacts", "findtext"),
};
var command = new RootCommand("Finds lines of text by a network that was an ONNX file.") { input, output, folder };
command.Validators.Add(result =>
{
    string? source = result.GetValue(input);
    if (source is ['-', ..])
    {
        result.AddError($"There is no option '{source}'.");
    }
    else if (source is "" || result.GetValue(folder) is "")
    {
        result.AddError("A file name is empty.");
    }
    else if (source is not null && result.GetValue(output)?.EndsWith(".png", StringComparison.OrdinalIgnoreCase) != true)
    {
        result.AddError("After the picture to read, name the one to write, ending in .png.");
    }
});
command.SetAction(result => result.GetValue(input) is { } picture
    ? FindIn(new TextFinder(), picture, result.GetValue(output)!)
    : Demonstrate(new TextFinder(), result.GetValue(folder)!));
return SampleProgram.Run(command, args);

static int FindIn(TextFinder finder, string source, string target)
{
    using Image<Rgba32> picture = PngFile.Read(source);
    IReadOnlyList<TextBox> boxes = finder.Find(picture);
    Console.WriteLine("     x      y  width  height   tilt  score");
    foreach (TextBox box in boxes)
    {
        Console.WriteLine($"{box.Center.X,6:F0} {box.Center.Y,6:F0} {box.Size.X,6:F0} {box.Size.Y,7:F0} {box.Tilt,6:F1} {box.Score,6:F2}");
        picture.Draw(box, thickness: Math.Max(picture.Width, picture.Height) / 250f);
    }

    PngFile.Write(picture, target);
    Console.WriteLine($"{boxes.Count} boxes, drawn into {target}.");
    return 0;
}

static int Demonstrate(TextFinder finder, string folder)
{
    Directory.CreateDirectory(folder);
    FindIn(finder, Path.Combine(AppContext.BaseDirectory, "station.png"), Path.Combine(folder, "station.png"));
    using NumpyFile expected = NumpyFile.Open(Path.Combine(AppContext.BaseDirectory, "text_detector_expected.npz"));
    float difference = OnnxRuntimeCheck.LargestDifference(finder.Map, expected);
    Console.WriteLine($"Largest difference from ONNX Runtime's map: {difference:G2}; accepted are {OnnxRuntimeCheck.Tolerance:G2}.");
    foreach (int threads in (int[])[1, 2])
    {
        Measurement run = finder.Measure(threads);
        Console.WriteLine($"{threads} thread(s): {run.Shortest.TotalMilliseconds:F1} ms, {run.AllocatedBytes} bytes allocated per call.");
    }

    return difference <= OnnxRuntimeCheck.Tolerance ? 0 : 1;
}
