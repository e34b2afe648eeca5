using System.CommandLine;
using ConvGen;
using ConvGen.Samples;
using Segment;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

var folder = new Option<string>("--out") { Description = "The folder of the picture.", DefaultValueFactory = _ => Path.Combine("artifacts", "segment") };
var command = new RootCommand("Finds garments in scenes, pixel by pixel, by a network that was an ONNX file.") { folder };
command.SetAction(arguments => Run(arguments.GetValue(folder)!));
return SampleProgram.Run(command, args);

static int Run(string target)
{
    using NumpyFile expected = NumpyFile.Open(Path.Combine(AppContext.BaseDirectory, "garment_unet_expected.npz"));
    var check = new DoubleCheck(expected);
    var segmenter = new Segmenter();
    Scene[] scenes = [.. Enumerable.Range(0, Scene.Count).Select(Scene.Load)];
    List<int[]> seen = [];
    float difference = 0;
    for (int i = 0; i < scenes.Length; i++)
    {
        seen.Add(segmenter.Classes(scenes[i].Picture));
        difference = MathF.Max(difference, check.LargestDifference(segmenter.Scores, i));
        Console.WriteLine($"Scene {i}: {scenes[i].Accuracy(seen[i]):P1} of the pixels are right.");
    }

    Console.WriteLine($"Of all scenes: {scenes.Zip(seen, static (scene, classes) => scene.Accuracy(classes)).Average():P1}.");
    foreach (int threads in (int[])[1, 2])
    {
        Measurement run = segmenter.Measure(threads);
        Console.WriteLine($"{threads} thread(s): {run.Shortest.TotalMilliseconds:F2} ms a scene, {run.AllocatedBytes} bytes allocated per call.");
    }

    Directory.CreateDirectory(target);
    using Image<Rgb24> sheet = Sheet.Draw(scenes, seen);
    sheet.SaveAsPng(Path.Combine(target, "scenes.png"));
    Console.WriteLine($"scenes.png in {target}: scenes, what the network sees, what is there; colours from left to right:");
    Console.WriteLine(string.Join('\n', GarmentClass.All));
    Console.WriteLine($"Largest difference from scores in double precision: {difference:G2} of the largest; accepted are {DoubleCheck.Tolerance:G2}.");
    return difference <= DoubleCheck.Tolerance ? 0 : 1;
}
