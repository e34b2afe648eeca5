using System.Diagnostics;
using ConvGen.Testing;
using Microsoft.ML.OnnxRuntime;

namespace ConvGen.Conformance;

/// <summary>Compiles a model file and compares what it computes with what an oracle computed.</summary>
/// <param name="output">Where the report goes.</param>
public sealed class VerifyRun(TextWriter output)
{
    private const int Same = 0;
    private const int Different = 1;
    private const int Refused = 2;
    private const int TimedRuns = 10;

    /// <summary>The form of all layers that can take it.</summary>
    public Algorithm Algorithm { get; init; }

    /// <summary>The shapes of all inputs, one after the other; empty for the model's.</summary>
    public int[] InputShape { get; init; } = [];

    /// <summary>The largest difference that is right, as a part of the largest output.</summary>
    public double Tolerance { get; init; } = OutputDifference.LegalPart;

    /// <summary>The most threads.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>A file that receives the emitted code.</summary>
    public string? SourceFile { get; init; }

    /// <summary>Runs a model.</summary>
    /// <param name="model">The model file.</param>
    /// <param name="expected">Inputs and outputs of an oracle as an <c>.npz</c>; null for drawn inputs, whose oracle is ONNX Runtime.</param>
    /// <returns>0 where all is right, 1 where an output differs or none could be compared, 2 where the model is refused.</returns>
    public int Execute(string model, string? expected)
    {
        NetworkRequest request;
        try
        {
            request = NetworkRequest.Read(model, InputShape, Algorithm);
        }
        catch (NetworkRefusedException refused)
        {
            output.WriteLine($"refused: {refused.Message}");
            return Refused;
        }

        CompiledNetwork network = CompiledNetwork.Compile([request])[0]();
        if (SourceFile is not null)
        {
            File.WriteAllText(SourceFile, network.Source);
        }

        (Array[] inputs, Array?[] wanted) = expected is null ? Drawn(model, network) : Given(expected, network);
        Array[] results = network.Run(inputs, Threads);
        bool?[] verdicts = [.. network.Outputs.Select((tensor, i) => Compare(tensor, results[i], wanted[i], hasOracleNoise: expected is null))];
        foreach ((string step, double milliseconds) in new StepTimes(request).Measure(inputs, Threads, TimedRuns))
        {
            output.WriteLine(FormattableString.Invariant($"{milliseconds,9:F3} ms  {step}"));
        }

        output.WriteLine(FormattableString.Invariant(
            $"{Milliseconds(network, inputs, results):F2} ms a run on {Threads} threads, {network.WeightBytes} bytes of weights, {network.Source.Length} letters of code"));
        return verdicts.Contains(true) && !verdicts.Contains(false) ? Same : Different;
    }

    // Whole numbers may be positions in anything that has two of them.
    private (Array[] Inputs, Array?[] Wanted) Drawn(string model, CompiledNetwork network)
    {
        var random = new Random(1);
        Array[] inputs =
        [
            .. network.Inputs.Select(input => input.IsReal
                ? (Array)Enumerable.Range(0, input.Count).Select(_ => (2 * random.NextSingle()) - 1).ToArray()
                : Enumerable.Range(0, input.Count).Select(_ => random.NextInt64(2)).ToArray()),
        ];
        try
        {
            return (inputs, OnnxRuntimeOracle.Run(model, network, inputs));
        }
        catch (OnnxRuntimeException failure)
        {
            output.WriteLine($"ONNX Runtime cannot run it: {failure.Message}");
            return (inputs, new Array?[network.Outputs.Count]);
        }
    }

    // Files with one input call it so, whatever its name.
    private static (Array[] Inputs, Array?[] Wanted) Given(string expected, CompiledNetwork network)
    {
        using NumpyFile oracle = NumpyFile.Open(expected);
        return (
            [.. network.Inputs.Select((input, i) => Elements(
                input, oracle[oracle.Contains(input.Name) ? input.Name : i == 0 ? "input" : FormattableString.Invariant($"input{i}")]))],
            [.. network.Outputs.Select((tensor, i) => oracle.TryGet(FormattableString.Invariant($"output{i}"), out WeightTensor? wanted) ? Elements(tensor, wanted) : null)]);
    }

    private static Array Elements(CompiledNetwork.Tensor tensor, WeightTensor given)
    {
        float[] elements = given.AsSpan()[..tensor.Count].ToArray();
        return tensor.IsReal ? elements : Array.ConvertAll(elements, static element => (long)element);
    }

    // Null where there is nothing to compare with.
    private bool? Compare(CompiledNetwork.Tensor tensor, Array result, Array? wanted, bool hasOracleNoise)
    {
        switch (result, wanted)
        {
            case (float[] numbers, float[] oracle):
                OutputDifference difference = OutputDifference.Of(numbers, oracle);
                bool isRight = difference.IsWithin(Tolerance, hasOracleNoise ? OutputDifference.OnnxRuntimeNoise : 0);
                output.WriteLine(FormattableString.Invariant(
                    $"{tensor.Name}: largest difference {difference.Gap:G3}, {difference.Part:G3} of the largest output {difference.Largest:G4}{(isRight ? "" : ", TOO LARGE")}"));
                return isRight;
            case (long[] numbers, long[] oracle) when numbers.Length == oracle.Length:
                int others = numbers.Zip(oracle).Count(static pair => pair.First != pair.Second);
                output.WriteLine(FormattableString.Invariant($"{tensor.Name}: {others} of {numbers.Length} whole numbers are others"));
                return others == 0;
            default:
                output.WriteLine($"{tensor.Name}: not compared");
                return null;
        }
    }

    private double Milliseconds(CompiledNetwork network, Array[] inputs, Array[] results)
    {
        double best = double.PositiveInfinity;
        for (int run = 0; run < TimedRuns; run++)
        {
            long start = Stopwatch.GetTimestamp();
            network.Run(inputs, results, Threads);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
