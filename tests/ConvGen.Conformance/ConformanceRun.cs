using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Conformance;

/// <summary>Runs emitted code on a folder of cases and reports what differs from the oracle.</summary>
/// <param name="output">Where the report goes.</param>
public sealed class ConformanceRun(TextWriter output)
{
    /// <summary>The form of the computation that every case asks for.</summary>
    public Algorithm Algorithm { get; init; }

    /// <summary>The vector width that the kernels must take, if any.</summary>
    public SimdLevel? ExpectedLevel { get; init; }

    /// <summary>Whether the attributes fix channels and input size.</summary>
    public bool FixSizes { get; init; }

    /// <summary>Runs all cases of a folder.</summary>
    /// <returns>The exit code: 0 if there were cases and all passed, else 1.</returns>
    public int Execute(string folder)
    {
        if (!TakenLevel.Report(output, ExpectedLevel))
        {
            return 1;
        }

        string table = Path.Combine(folder, "cases.csv");
        if (!File.Exists(table))
        {
            output.WriteLine(Directory.Exists(folder) ? $"{folder} has no cases.csv." : $"{folder} is no folder.");
            return 1;
        }

        LayerRequest[] requests;
        try
        {
            requests = [.. LayerCaseFile.Read(table).Select(layer => new LayerRequest(layer, Algorithm, FixSizes))];
        }
        catch (InvalidDataException malformed)
        {
            output.WriteLine(malformed.Message);
            return 1;
        }

        if (requests.Length == 0)
        {
            output.WriteLine($"{table} has no cases.");
            return 1;
        }

        int failed = CountFailed(folder, requests);
        output.WriteLine(FormattableString.Invariant($"{requests.Length - failed} passed, {failed} failed"));
        return failed == 0 ? 0 : 1;
    }

    // One compilation serves all cases; if it fails, halving finds the culprits in a few more.
    private int CountFailed(string folder, ReadOnlySpan<LayerRequest> requests)
    {
        try
        {
            return CompiledLayer.Compile(requests.ToArray()).Count(layer => !Passes(folder, layer));
        }
        catch (CompilationFailedException failure) when (requests.Length == 1)
        {
            Report(requests[0].Layer, failure.Message);
            return 1;
        }
        catch (CompilationFailedException)
        {
            int half = requests.Length / 2;
            return CountFailed(folder, requests[..half]) + CountFailed(folder, requests[half..]);
        }
    }

    private bool Passes(string folder, CompiledLayer layer)
    {
        bool passes = true;
        try
        {
            GoldenCase golden = GoldenCase.Load(folder, layer.Layer);
            // By itself, no layer of few products takes F(4, 3): asked for, it errs as its patches do.
            PlaneMagnitude? transforms = layer.Request.Algorithm == Algorithm.Winograd4 ? new(layer.Layer, golden.X, golden.W) : null;
            foreach (string mismatch in new CaseCheck(layer, golden) { Transforms = transforms }.Mismatches())
            {
                Report(layer.Layer, mismatch);
                passes = false;
            }
        }
#pragma warning disable CA1031 // Whatever a case throws is that case's failure; the others still run.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            string kind = failure is InvalidDataException or IOException ? "" : $"{failure.GetType().Name}: ";
            Report(layer.Layer, kind + failure.Message);
            passes = false;
        }

        return passes;
    }

    private void Report(LayerCase layer, string failure) => output.WriteLine($"{layer.Name}: {failure.ReplaceLineEndings(" ")}");
}
