using System.Diagnostics;
using System.Reflection;
using ConvGen.Bench.Peers;
using ConvGen.Testing;

namespace ConvGen.Bench.Start;

/// <summary>The process in which one network is loaded and run, by one library.</summary>
internal static class StartChild
{
    private const int LaterRuns = 10;

    /// <summary>Loads a file that is an assembly or a model, runs it, and says what that took. Without a file, nothing is run.</summary>
    /// <param name="arguments">The file, the shape of its input, that of its output.</param>
    public static StartFigures Measure(string[] arguments)
    {
        if (arguments is not [string file, string inputShape, string outputShape])
        {
            return new StartFigures(0, 0, 0, PeakMegabytes());
        }

        (int[] input, int[] output) = (ShapeText.Parse(inputShape), ShapeText.Parse(outputShape));
        long start = Stopwatch.GetTimestamp();
        using IPreparedLayer? session = file.EndsWith(".onnx", StringComparison.Ordinal) ? Session(file, input, output) : null;
        Action run = session is null ? Load(file, input, output) : session.Run;
        double load = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        // A session has run once when it is made.
        double first = session is null ? Milliseconds(run) : 0;
        double later = Enumerable.Range(0, LaterRuns).Min(_ => Milliseconds(run));
        return new StartFigures(load, first, later, PeakMegabytes());
    }

    private static double Milliseconds(Action run)
    {
        long start = Stopwatch.GetTimestamp();
        run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double PeakMegabytes() => Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;

    private static OnnxRuntimeSession Session(string file, int[] inputShape, int[] outputShape) =>
        new(File.ReadAllBytes(file), new AlignedFloats(inputShape), inputShape, outputShape, threads: 1);

    private static Action Load(string file, int[] inputShape, int[] outputShape)
    {
        Assembly assembly = Assembly.LoadFrom(file);
        var weights = (NetworkWeights)assembly.GetType("Network0", throwOnError: true)!.GetMethod("LoadWeights", [])!.Invoke(null, [])!;
        var run = assembly.GetType("Caller0", throwOnError: true)!.GetMethod("Run")!.CreateDelegate<Action<float[][], NetworkWeights, Array[], int>>();
        (float[][] inputs, Array[] outputs) = ([new float[LayerCase.Elements(inputShape)]], [new float[LayerCase.Elements(outputShape)]]);
        return () => run(inputs, weights, outputs, 1);
    }
}
