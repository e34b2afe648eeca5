using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Fuzz.Models;

/// <summary>What became of a model.</summary>
internal enum ModelOutcome
{
    Refused,
    Planned,
    Computed,
}

/// <summary>Has a model read, planned and written, and now and then compiled and computed.</summary>
internal static class ModelCheck
{
    // Besides what the file accounts for.
    private const long LeastBytes = 64 << 20;
    private const int BytesPerByte = 64;

    // What is computed stays small: a network of a legal model may be as large as it likes.
    private const long MostElements = 1 << 20;
    private const double MostProducts = 1e8;

    /// <summary>Checks a model.</summary>
    /// <param name="model">Its file.</param>
    /// <param name="path">Where to put it to compile it, if it can be planned; null to leave that out.</param>
    /// <returns>What became of it, and what is wrong with that, if anything.</returns>
    public static (ModelOutcome Outcome, string? Finding) Run(byte[] model, string? path)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var network = PlannedNetwork.Create(model, "/nowhere");
            if (Excess(before, model) is { } excess)
            {
                return (ModelOutcome.Planned, excess);
            }

            bool isSmall = network.Elements + network.LoadedElements + network.MadeElements <= MostElements && network.Products <= MostProducts;
            return path is null || !isSmall ? (ModelOutcome.Planned, null) : (ModelOutcome.Computed, Compute(model, path));
        }
        catch (CompilationFailedException failed)
        {
            return (ModelOutcome.Computed, failed.Message + "\n" + PlannedNetwork.Create(model, "/nowhere").Source);
        }
        catch (NetworkRefusedException refusal)
        {
            string message = refusal.Message;
            bool isLine = message.Length is > 0 and < 4000 && !message.Any(static c => char.IsControl(c) || c is '\u2028' or '\u2029');
            return (ModelOutcome.Refused, isLine ? Excess(before, model) : "The message is no line: " + message);
        }
        catch (Exception unexpected)
        {
            return (ModelOutcome.Refused, unexpected.ToString());
        }
    }

    private static string? Excess(long before, byte[] model)
    {
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        long most = LeastBytes + ((long)model.Length * BytesPerByte);
        return taken > most ? FormattableString.Invariant($"{taken} bytes were allocated for a file of {model.Length}; legal are {most}") : null;
    }

    private static string? Compute(byte[] model, string path)
    {
        File.WriteAllBytes(path, model);
        var network = CompiledNetwork.Compile(path);
        if (network.Code.CompilerDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && diagnostic.Location.SourceTree == network.Code.Sources[0].SyntaxTree) is { } diagnostic)
        {
            return diagnostic.ToString();
        }

        var random = new Random(1);
        float[][] inputs = [.. network.Inputs.Select(input => (float[])[.. Enumerable.Range(0, input.Count).Select(_ => (random.NextSingle() * 4) - 2)])];
        Array[] first = network.Run(inputs);
        Array[] second = network.Run(inputs, threads: 2);
        return first.Zip(second).All(static pair => Bits(pair.First).SequenceEqual(Bits(pair.Second))) ? null : "Two runs gave other bits";
    }

    private static IEnumerable<long> Bits(Array elements) =>
        elements is float[] reals ? reals.Select(static number => (long)BitConverter.SingleToInt32Bits(number)) : (long[])elements;
}
