using System.Diagnostics;
using ConvGen.Bench.Measuring;
using ConvGen.Generator;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ConvGen.Bench.Editor;

/// <summary>
/// Builds a project from its text to an assembly, as a compiler that stays loaded does, with ConvGen and without in turns. Nothing uses
/// what is generated, so it builds without as well.
/// </summary>
internal sealed class CleanBuild(AnnotatedProject project)
{
    private const int WarmUpTurns = 2;
    private const int Turns = 9;

    private readonly List<double> _with = [];
    private readonly List<double> _without = [];
    private readonly List<double> _generator = [];

    /// <summary>Measures milliseconds: the fastest and the median build, with and without, and the generator's part of those.</summary>
    public (double With, double MedianWith, double Without, double MedianWithout, double Generator) Measure()
    {
        for (int i = 0; i < WarmUpTurns + Turns; i++)
        {
            if (i == WarmUpTurns)
            {
                _with.Clear();
                _without.Clear();
                _generator.Clear();
            }

            GC.Collect();
            _with.Add(Build(generates: true));
            GC.Collect();
            _without.Add(Build(generates: false));
        }

        return (_with.Min(), Middle(_with), _without.Min(), Middle(_without), _generator.Min());
    }

    private double Build(bool generates)
    {
        long start = Stopwatch.GetTimestamp();
        Compilation compilation = project.Compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(project.Parse());
        if (generates)
        {
            long before = Stopwatch.GetTimestamp();
            CSharpGeneratorDriver.Create([new LayerGenerator().AsSourceGenerator()], parseOptions: project.Options)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
            _generator.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image);
        double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return result.Success ? time : throw new CompilationFailedException(string.Join("; ", result.Diagnostics));
    }

    private static double Middle(List<double> times) => Timing.Middle([.. times.Order()]);
}
