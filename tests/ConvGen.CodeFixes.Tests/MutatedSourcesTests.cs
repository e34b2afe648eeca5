using System.Collections.Immutable;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Tests;

/// <summary>Ten thousand broken files: generator, analyzer and fixes take them all without an exception.</summary>
public class MutatedSourcesTests
{
    private const int FilesPerSeed = 1000;

    // Enough files to share a compilation, few enough that their types do not all merge.
    private const int FilesPerProject = 100;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Mutated_sources_break_nothing(int seed)
    {
        var mutation = new SourceMutation(seed);
        int found = 0;
        int offered = 0;
        for (int first = 0; first < FilesPerSeed; first += FilesPerProject)
        {
            // Half of the projects have a namespace per file; in the others, files add parts to each other's types.
            int namespaces = first % (2 * FilesPerProject) == 0 ? FilesPerProject : 10;
            (string, SourceText)[] files =
            [
                .. Enumerable.Range(0, FilesPerProject).Select(file => ($"{file}.cs", In(file % namespaces, mutation.Next()))),
            ];
            using var project = new FixedProject(files);
            AssertGeneratorSurvives(await project.CompilationAsync());
            ImmutableArray<Diagnostic> diagnostics = await project.DiagnosticsAsync();

            // An analyzer that throws is reported as AD0001.
            Assert.All(diagnostics, diagnostic => Assert.StartsWith("CG", diagnostic.Id, StringComparison.Ordinal));
            found += diagnostics.Length;
            CodeFixProvider[] fixes = [new MakePartialFix(), new MakeInternalFix(), new ClampNumberFix(), new NameArgumentsFix()];
            foreach (CodeFixProvider fix in fixes)
            {
                offered += await project.TryAllOffersAsync(fix, diagnostics);
            }
        }

        // Mutations that everybody ignores would prove nothing.
        Assert.True(found > FilesPerSeed / 10, $"{found} findings");
        Assert.True(offered > FilesPerSeed / 20, $"{offered} offers");
    }

    private static SourceText In(int number, string source) =>
        SourceText.From(source.Replace("namespace App", $"namespace App{number}", StringComparison.Ordinal));

    private static void AssertGeneratorSurvives(Compilation compilation)
    {
        // A generator that throws is an exception.
        GeneratedCode code = GeneratorHost.Run(compilation);

        Assert.Empty(code.Diagnostics);
        Assert.All(code.Sources, source => Assert.Empty(source.SyntaxTree.GetDiagnostics()));
    }
}
