using ConvGen.Generator.Tests.Incrementality;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Snapshots;

public class EmittedFileTests
{
    public static TheoryData<string> Names => Configurations.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads_as_approved(string name)
    {
        GeneratedCode code = GeneratorHost.Run(Configurations.Source(name));

        Snapshot.Verify(code.Sources.Single().SourceText.ToString(), name);
    }

    [Fact]
    public void Approved_texts_all_have_a_configuration()
    {
        Assert.Empty(Snapshot.Cases(nameof(Reads_as_approved)).Except(Configurations.All));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compiles_without_a_warning(string name)
    {
        foreach (LanguageVersion version in (LanguageVersion[])[LanguageVersion.CSharp12, LanguageVersion.Preview])
        {
            GeneratedCode code = GeneratorHost.Run(Configurations.Source(name), version);

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
}
