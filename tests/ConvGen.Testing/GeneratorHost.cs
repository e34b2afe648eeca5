extern alias generator;

using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using generator::ConvGen.Generator;

namespace ConvGen.Testing;

/// <summary>Runs the generator on source text, in memory, as a user's build would.</summary>
public static class GeneratorHost
{
    // Only what every project references: a test host's own packages must not change what is emitted.
    private static readonly ImmutableArray<MetadataReference> s_references = FindReferences();

    /// <summary>A library of one source file that references the framework and ConvGen; the generator has not run.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="languageVersion">The user's language version.</param>
    /// <param name="references">What else the user references.</param>
    public static CSharpCompilation CreateCompilation(
        string source, LanguageVersion languageVersion = LanguageVersion.CSharp12, params IEnumerable<MetadataReference> references)
    {
        CSharpParseOptions parsing = ParseOptions(languageVersion);
        return CSharpCompilation.Create(
            "Annotated" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source, parsing, "Annotated.cs")],
            s_references.AddRange(references),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: int.MaxValue));
    }

    /// <summary>Runs the generator.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="languageVersion">The user's language version.</param>
    /// <param name="references">What the user references besides the framework and ConvGen.</param>
    /// <exception cref="CompilationFailedException">The generator threw.</exception>
    public static GeneratedCode Run(
        string source, LanguageVersion languageVersion = LanguageVersion.CSharp12, params IEnumerable<MetadataReference> references) =>
        Run(CreateCompilation(source, languageVersion, references));

    /// <summary>Runs the generator on a project.</summary>
    /// <param name="compilation">The user's code.</param>
    /// <exception cref="CompilationFailedException">The generator threw.</exception>
    public static GeneratedCode Run(Compilation compilation) => Run(compilation, new LayerGenerator(), []);

    /// <summary>Runs the generator of networks on source text beside manifests.</summary>
    /// <param name="source">C# text.</param>
    /// <param name="languageVersion">The user's language version.</param>
    /// <param name="manifests">The manifests that the build made, by the models' file names.</param>
    /// <exception cref="CompilationFailedException">The generator threw.</exception>
    public static GeneratedCode RunNetworks(string source, LanguageVersion languageVersion, params IEnumerable<(string Model, string Manifest)> manifests)
    {
        ImmutableArray<AdditionalText> files = [.. manifests.Select(static file => new ManifestText(file.Model + ".convgen", file.Manifest))];
        return Run(CreateCompilation(source, languageVersion), new NetworkGenerator(), files) with { Files = files };
    }

    private static GeneratedCode Run(Compilation compilation, IIncrementalGenerator generator, ImmutableArray<AdditionalText> files)
    {
        var parsing = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        GeneratorDriver driver = CSharpGeneratorDriver
            .Create([generator.AsSourceGenerator()], files, parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is { } thrown
            ? throw new CompilationFailedException($"the generator threw {thrown.GetType().Name}: {thrown.Message}", thrown)
            : new GeneratedCode(result.GeneratedSources, result.Diagnostics, output);
    }

    private static CSharpParseOptions ParseOptions(LanguageVersion languageVersion) => new(languageVersion, DocumentationMode.Diagnose);

    private sealed class ManifestText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private static ImmutableArray<MetadataReference> FindReferences()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return
        [
            .. trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == framework)
                .Append(typeof(ConvTransposeAttribute).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
