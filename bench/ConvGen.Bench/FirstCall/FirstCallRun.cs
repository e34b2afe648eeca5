using System.Globalization;
using System.Text;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace ConvGen.Bench.FirstCall;

/// <summary>
/// What the first use of each layer costs in a process that has just started: the emitted code is compiled to an assembly on disk, as a
/// build would, and a new process for every layer loads it, packs and computes, a few times.
/// </summary>
internal sealed class FirstCallRun(FileInfo layers, IReadOnlyList<LayerCase> selected, Algorithm algorithm)
{
    /// <summary>Measures and writes a table.</summary>
    public void Run(TextWriter output)
    {
        output.WriteLine("Milliseconds of Pack + Forward in a new process: the first time, later, difference, the JIT's part of it.");
        output.WriteLine(Text($"{"layer",-20} {"first",8} {"later",8} {"more",8} {"JIT",8} {"methods",8}"));
        foreach ((LayerCase layer, FirstCallTimes times) in Measure())
        {
            double more = times.First - times.Later;
            output.WriteLine(Text(
                $"{layer.Name,-20} {times.First,8:F1} {times.Later,8:F1} {more,8:F1} {times.Jit,8:F1} {times.Methods,8}"));
        }
    }

    /// <summary>Measures one layer after the other.</summary>
    public IEnumerable<(LayerCase Layer, FirstCallTimes Times)> Measure()
    {
        LayerCase[] all = [.. LayerCaseFile.Read(layers.FullName)];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("convgen-first-call");
        try
        {
            string assembly = Path.Combine(folder.FullName, "Annotated.dll");
            Build(all, assembly);
            foreach (LayerCase layer in selected)
            {
                yield return (layer, Start(assembly, Array.FindIndex(all, other => other.Name == layer.Name)));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Build(LayerCase[] all, string assembly)
    {
        var source = new StringBuilder("using ConvGen;\nnamespace Annotated;\n");
        for (int i = 0; i < all.Length; i++)
        {
            source.Append(Text($"[{new LayerRequest(all[i], algorithm).AttributeText}] public static partial class Layer{i};\n"));
        }

        EmitResult result = GeneratorHost.Run(source.ToString()).Compilation.Emit(assembly);
        if (!result.Success)
        {
            IEnumerable<Diagnostic> errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            throw new CompilationFailedException(string.Join("; ", errors));
        }
    }

    private FirstCallTimes Start(string assembly, int index) => FirstCallTimes.Parse(TieredProcess.Read(
        ["--first-call-child", assembly, "--first-call-index", index.ToString(CultureInfo.InvariantCulture), "--layers", layers.FullName]));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
