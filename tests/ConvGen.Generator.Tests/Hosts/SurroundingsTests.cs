using System.Reflection;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Hosts;

/// <summary>Emitted code in projects that make life hard for it: settings, line ends, friends and namesakes.</summary>
public class SurroundingsTests
{
    private const string Host = "[global::ConvGen.ConvTranspose(k: 3, s: 2, Rank = 1)] internal static partial class Up { }";

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Enable)]
    public void Every_nullable_context_compiles_with_warnings_as_errors(NullableContextOptions nullable)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: nullable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: int.MaxValue);
        GeneratedCode code = GeneratorHost.Run(Host);

        AnnotatedCode.AssertClean(code with { Compilation = code.Compilation.WithOptions(options) });
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public void Every_language_from_11_on_compiles(LanguageVersion version) => AnnotatedCode.AssertClean(GeneratorHost.Run(Host, version));

    [Theory]
    [InlineData("public", "Up")]
    [InlineData("public", "up")]
    [InlineData("internal", "up")]
    [InlineData("public", "_up")]
    [InlineData("public", "Up<t>")]
    public void Emitted_file_raises_nothing_in_a_compliant_assembly_with_warnings_as_errors(string access, string host)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            warningLevel: int.MaxValue);
        GeneratedCode code = GeneratorHost.Run(
            $$"""
            [assembly: System.CLSCompliant(true)]
            /// <summary>Of no use.</summary>
            public class Base { /// <summary>Taken.</summary>
            public const int Groups = 2; }
            /// <summary>All that there is.</summary>
            [ConvGen.ConvTranspose(k: 4, s: 2, InChannels = 2, OutChannels = 3, InputSize = new[] { 5, 6 })]
            [ConvGen.ConvTranspose(k: 3, Rank = 1, Name = "low")]
            [ConvGen.ConvTranspose(k: 3, Rank = 3, Name = "LOW")]
            {{access}} partial class {{host}} : Base { }
            """,
            references: TensorReference.Value);

        IEnumerable<Diagnostic> diagnostics = code.Compilation.WithOptions(options).GetDiagnostics();

        SyntaxTree emitted = code.Sources.Single().SyntaxTree;
        Assert.DoesNotContain(
            diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && diagnostic.Location.SourceTree == emitted);
    }

    [Fact]
    public void Line_ends_of_the_source_do_not_count()
    {
        const string source = "using ConvGen;\nnamespace App;\n[ConvTranspose(\n    k: 3,\n    s: 2)]\ninternal static partial class Up\n{\n}\n";

        GeneratedCode code = GeneratorHost.Run(source.Replace("\n", "\r\n", StringComparison.Ordinal));

        AnnotatedCode.AssertClean(code);
        Assert.Equal(GeneratorHost.Run(source).Sources.Single().SourceText.ToString(), code.Sources.Single().SourceText.ToString());
        Assert.DoesNotContain('\r', code.Sources.Single().SourceText.ToString());
    }

    [Fact]
    public void Friends_may_both_use_it()
    {
        GeneratedCode library = GeneratorHost.Run(
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Friend")]
            namespace Library { [ConvGen.ConvTranspose(k: 3, s: 2, Rank = 1)] internal static partial class Up; }
            """);
        using var image = new MemoryStream();
        Assert.True(library.Compilation.Emit(image).Success);

        GeneratedCode friend = GeneratorHost.Run(
            """
            namespace App
            {
                [ConvGen.ConvTranspose(k: 4, s: 2, Rank = 1)] internal static partial class Up;
                internal static class Caller { public static int Call() => Up.OutputSize(2) + Library.Up.OutputSize(2); }
            }
            """,
            references: MetadataReference.CreateFromImage(image.ToArray()));

        AnnotatedCode.AssertClean(friend with { Compilation = friend.Compilation.WithAssemblyName("Friend") });
    }

    [Theory]
    [InlineData("namespace App { class System; class ConvGen; class Unsafe; class PackedWeights; HOST }")]
    [InlineData("namespace App { namespace System { class Span; } namespace ConvGen { class Generated; } HOST }")]
    [InlineData("namespace App { partial class Outer { class System; enum ConvGen; delegate void Int32(); HOST } }")]
    [InlineData("namespace ConvGen { class Tensor; class TensorShape; class Layer; class KernelArguments; class ITile; class MethodImpl; HOST }")]
    [InlineData("namespace ConvGen.Tensors { class TensorView; HOST }")]
    [InlineData("namespace ConvGen.CompilerServices.Mine { class ConvTransposeLayer; HOST }")]
    [InlineData("namespace System.Runtime { class CompilerServices2; HOST }")]
    [InlineData("class Unsafe; class AggressiveOptimization; class nint2; namespace Runtime { class CompilerServices; } HOST")]
    public void Namesakes_of_what_emitted_code_uses_are_left_alone(string source) =>
        AnnotatedCode.AssertClean(GeneratorHost.Run(source.Replace("HOST", Host, StringComparison.Ordinal)));

    [Fact]
    public void These_tests_run_under_the_oldest_compiler() =>
        Assert.Equal(new Version(4, 8, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);

    [Fact]
    public void Generator_asks_for_no_newer_compiler()
    {
        IEnumerable<AssemblyName> references = typeof(LayerGenerator).Assembly.GetReferencedAssemblies()
            .Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
    }
}
