using System.Globalization;
using ConvGen.Bench.Networks;
using ConvGen.Testing;

namespace ConvGen.Bench.Start;

/// <summary>
/// What a network costs until its first output, in a process that has just started, and how much memory that process takes: by ConvGen from an
/// assembly on disk, as a build makes it, and by ONNX Runtime from the model. A new process for every turn; the least of some.
/// </summary>
internal sealed class StartRun(IReadOnlyList<string> models)
{
    private const int Turns = 3;

    /// <summary>Measures and writes a table.</summary>
    public void Run(TextWriter output)
    {
        output.WriteLine(Text($"One thread; milliseconds and MB (2^20 bytes). A process that runs nothing has {Start([]).PeakMegabytes:F0} MB."));
        output.WriteLine(Text(
            $"{"network",-24} {"weights",8} {"load",8} {"output",8} {"later",8} {"peak",7} {"onnxruntime: output",20} {"later",8} {"peak",7}"));
        DirectoryInfo folder = Directory.CreateTempSubdirectory("convgen-start");
        try
        {
            foreach (string model in models)
            {
                Write(model, folder.FullName, output);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string model, string folder, TextWriter output)
    {
        (string file, int[] sizes) = ModelNetwork.Parse(model);
        NetworkRequest request = NetworkRequest.Read(file, sizes);
        string assembly = Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + ".dll");
        CompiledNetwork.Write(request, assembly);
        string[] shapes = [ShapeText.Format(request.InputShapes.Single()), ShapeText.Format(request.OutputShapes.Single())];
        StartFigures ours = Least([assembly, .. shapes]);
        StartFigures theirs = Least([Path.GetFullPath(file), .. shapes]);
        string name = Path.GetFileNameWithoutExtension(file);
        output.Write(Text($"{name,-24} {request.WeightBytes / 1048576.0,8:F1} {ours.Load,8:F0} {ours.Load + ours.First,8:F0} {ours.Later,8:F2} "));
        output.WriteLine(Text($"{ours.PeakMegabytes,7:F0} {theirs.Load + theirs.First,20:F0} {theirs.Later,8:F2} {theirs.PeakMegabytes,7:F0}"));
    }

    private static StartFigures Least(string[] arguments)
    {
        StartFigures[] turns = [.. Enumerable.Range(0, Turns).Select(_ => Start(arguments))];
        return new StartFigures(turns.Min(turn => turn.Load), turns.Min(turn => turn.First), turns.Min(turn => turn.Later), turns.Min(turn => turn.PeakMegabytes));
    }

    private static StartFigures Start(string[] arguments) => StartFigures.Parse(TieredProcess.Read(["--start-child", .. arguments]));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
