using System.Runtime.Loader;
using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>Compiles cases and compares what they compute with the definition.</summary>
public sealed class CaseRunner
{
    // Every so many layers get a call that must be refused.
    private const int CallsRefused = 4;

    /// <summary>Is told which cases run, if any.</summary>
    public FuzzJournal? Journal { get; init; }

    /// <summary>What to make of the emitted text, for tests that must notice.</summary>
    public Func<string, string>? Change { get; init; }

    /// <summary>Runs cases, compiled together. What they compile to is unloaded once they are done.</summary>
    /// <returns>What went wrong, at most one finding a case.</returns>
    public IReadOnlyList<Finding> Run(IReadOnlyList<FuzzCase> cases)
    {
        var context = new AssemblyLoadContext(name: null, isCollectible: true);
        try
        {
            IReadOnlyList<CompiledLayer> layers = CompiledLayer.Compile([.. cases.Select(one => one.Request)], Change, context);
            return [.. cases.Select((one, i) => Check(one, layers[i])).OfType<Finding>()];
        }
        catch (CompilationFailedException failure) when (cases.Count == 1)
        {
            return [new Finding(cases[0], failure.Message, IsCrash: true)];
        }
        catch (CompilationFailedException)
        {
            // Halving finds the culprits.
            int half = cases.Count / 2;
            return [.. Run([.. cases.Take(half)]), .. Run([.. cases.Skip(half)])];
        }
        finally
        {
            context.Unload();
        }
    }

    private Finding? Check(FuzzCase one, CompiledLayer layer)
    {
        Journal?.Begin(one.Layer.Name);
        try
        {
            (float[] x, float[] w, float[] b) = one.Arguments();
            (layer.Residuals, layer.Slopes) = one.EndArguments();
            var reference = ScatterReference.Compute(one.Layer, x, w, b);
            var golden = new GoldenCase(one.Layer, x, w, b, Array.ConvertAll(reference.Y, value => (float)value));
            IEnumerable<string> lines = new CaseCheck(layer, golden)
            {
                Reference = reference,
                Transforms = new PlaneMagnitude(one.Layer, x, w),
                Schedule = one.Seed,
                Beside = one.Beside,
            }.Mismatches();
            if (one.Seed % CallsRefused == 0 && one.Request.Ending == Ending.None)
            {
                lines = lines.Concat(IllegalCall.Accepted(layer, golden, one.Seed));
            }

            string text = string.Join('\n', lines);
            return text.Length == 0 ? null : new Finding(one, text, IsCrash: false);
        }
#pragma warning disable CA1031 // Whatever a case throws is a finding about it; the others still run.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new Finding(one, failure.ToString(), IsCrash: true);
        }
        finally
        {
            Journal?.End(one.Layer.Name);
        }
    }
}
