using System.Diagnostics;
using ConvGen.Testing;

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
    /// <param name="expected">Inputs and outputs of an oracle as an <c>.npz</c>; null for drawn inputs that are compared with nothing.</param>
    /// <returns>0 where all is right, 1 where an output differs, 2 where the model is refused.</returns>
    public int Execute(string model, string? expected)
    {
        CompiledNetwork network;
        try
        {
            network = CompiledNetwork.Compile(model, InputShape, Algorithm);
        }
        catch (NetworkRefusedException refused)
        {
            output.WriteLine($"refused: {refused.Message}");
            return Refused;
        }

        if (SourceFile is not null)
        {
            File.WriteAllText(SourceFile, network.Source);
        }

        using NumpyFile? oracle = expected is null ? null : NumpyFile.Open(expected);
        float[][] inputs = [.. network.Inputs.Select((input, i) => Input(oracle, input, i))];
        Array[] results = network.Run(inputs, Threads);
        bool isRight = true;
        for (int i = 0; i < results.Length; i++)
        {
            isRight &= Compare(network.Outputs[i], results[i], oracle, i);
        }

        output.WriteLine(FormattableString.Invariant(
            $"{Milliseconds(network, inputs, results):F2} ms a run on {Threads} threads, {network.WeightBytes} bytes of weights, {network.Source.Length} letters of code"));
        return isRight ? Same : Different;
    }

    // Files with one input call it so, whatever its name.
    private static float[] Input(NumpyFile? oracle, CompiledNetwork.Tensor input, int index)
    {
        if (oracle is null)
        {
            var random = new Random(index + 1);
            return [.. Enumerable.Range(0, input.Count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
        }

        string name = oracle.Contains(input.Name) ? input.Name : index == 0 ? "input" : FormattableString.Invariant($"input{index}");
        return oracle[name].AsSpan()[..input.Count].ToArray();
    }

    private bool Compare(CompiledNetwork.Tensor tensor, Array result, NumpyFile? oracle, int index)
    {
        string name = FormattableString.Invariant($"output{index}");
        if (oracle is null || result is not float[] numbers || !oracle.TryGet(name, out WeightTensor? wanted))
        {
            output.WriteLine($"{tensor.Name}: not compared");
            return true;
        }

        OutputDifference difference = OutputDifference.Of(numbers, wanted.AsSpan()[..numbers.Length]);
        bool isRight = difference.Part <= Tolerance;
        output.WriteLine(FormattableString.Invariant(
            $"{tensor.Name}: largest difference {difference.Gap:G3}, {difference.Part:G3} of the largest output {difference.Largest:G4}{(isRight ? "" : ", TOO LARGE")}"));
        return isRight;
    }

    private double Milliseconds(CompiledNetwork network, float[][] inputs, Array[] results)
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
