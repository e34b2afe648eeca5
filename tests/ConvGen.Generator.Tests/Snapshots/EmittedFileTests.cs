using ConvGen.Generator.Tests.Incrementality;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Snapshots;

public class EmittedFileTests
{
    public static TheoryData<string> Names => Configurations.Names;

    public static TheoryData<string> OtherNames => [.. Others];

    private static IEnumerable<string> Others => Configurations.All.Except([Configurations.Whole]);

    [Fact]
    public void Reads_as_approved() => Snapshot.Verify(Emit(Configurations.Whole), Configurations.Whole);

    [Theory]
    [MemberData(nameof(OtherNames))]
    public void Differs_as_approved(string name) => Snapshot.Verify(EmittedParts.Own(Emit(name)), name);

    [Fact]
    public void Kernels_come_soon()
    {
        string[] lines = Emit(Configurations.Whole).Split('\n');

        Assert.InRange(Array.FindIndex(lines, line => line.Contains("void Phase0<TTile>", StringComparison.Ordinal)), 1, 90);
    }

    [Fact]
    public void Approved_texts_all_have_a_configuration()
    {
        Assert.Equal([Configurations.Whole], Snapshot.Cases(nameof(Reads_as_approved)));
        Assert.Equal(Others.Order(StringComparer.Ordinal), Snapshot.Cases(nameof(Differs_as_approved)).Order(StringComparer.Ordinal));
    }

    // Whoever changes a sentence approves one file.
    [Fact]
    public void Sentences_are_approved_once()
    {
        string whole = Emit(Configurations.Whole);
        string[] sentences = [.. EmittedParts.Comments(whole).Except(EmittedParts.Comments(EmittedParts.Own(whole)))];
        Assert.True(sentences.Length > 30);
        foreach (string name in Others)
        {
            string[] comments = [.. EmittedParts.Comments(EmittedParts.Own(Emit(name)))];
            Assert.Empty(comments.Intersect(sentences));
            Assert.All(
                comments,
                comment => Assert.Matches("^// Outputs at .*: [0-9]+ taps?(, all weights in registers|, a line of the kernel at a time)?[.]$|^//   (length|depth|height|width) ", comment));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_without_a_warning(string name)
    {
        LanguageVersion[] versions = [LanguageVersion.CSharp11, LanguageVersion.CSharp12, LanguageVersion.Preview];
        foreach (LanguageVersion version in versions)
        {
            GeneratedCode code = GeneratorHost.Run(Configurations.Source(name), version, TensorReference.Value);

            Assert.False(((CSharpCompilationOptions)code.Compilation.Options).AllowUnsafe);
            Assert.Equal(DocumentationMode.Diagnose, code.Sources.Single().SyntaxTree.Options.DocumentationMode);
            AnnotatedCode.AssertClean(code);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_cached_in_a_second_run(string name)
    {
        Compilation compilation = GeneratorHost.CreateCompilation(Configurations.Source(name));
        var driver = new TrackedDriver();
        driver.Run(compilation);

        TrackedRun second = driver.Run(compilation.Clone());

        Assert.Single(second.Files);
        second.AssertNothingReemitted();
    }

    [Fact]
    public async Task Compile_in_the_newest_language_of_the_sdk()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in Configurations.All)
        {
            // Every configuration calls its class alike; a program has them once.
            GeneratedCode code = GeneratorHost.Run(Configurations.Source(name));
            foreach (SyntaxTree tree in code.Compilation.SyntaxTrees)
            {
                string text = tree.ToString().Replace("namespace App", "namespace App." + name, StringComparison.Ordinal);
                await File.WriteAllTextAsync(folder.File($"{name}.{Path.GetFileName(tree.FilePath)}"), text);
            }
        }

        (int exitCode, string output) = await SdkCompiler.CompileAsync(folder, "-langversion:latest");

        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
    }

    private static string Emit(string name) => GeneratorHost.Run(Configurations.Source(name)).Sources.Single().SourceText.ToString();
}
