using System.Reflection;
using ConvGen.Generator.Tests.Diagnostics;
using ConvGen.Generator.Tests.Hosts;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Networks;

/// <summary>Types with networks, compiled together: each in a namespace of its own where it is in one at all.</summary>
public class NetworkHostTests
{
    [Fact]
    public void Hosts_compile_without_a_warning_and_have_the_members()
    {
        (string Type, string Source)[] hosts =
        [
            .. HostTests.Declarations.Select(static (row, index) => (
                ((string)row[0]).Replace("App.", $"App{index}.", StringComparison.Ordinal),
                "using ConvGen;\n" + ((string)row[1]).Replace("[]", "[Network(\"upscaler.onnx\")]", StringComparison.Ordinal)
                    .Replace("namespace App", $"namespace App{index}", StringComparison.Ordinal))),
        ];
        CSharpCompilation compilation = GeneratorHost.CreateCompilation("");
        var parsing = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;

        GeneratedCode code = GeneratorHost.RunNetworks(
            compilation.AddSyntaxTrees(hosts.Select((host, index) => CSharpSyntaxTree.ParseText(host.Source, parsing, $"{index}.cs"))), NetworkRuleCases.Upscaler);

        AnnotatedCode.AssertClean(code);
        Assembly assembly = code.Load();
        Assert.All(hosts, host => Assert.Equal(
            ["LoadWeights", "LoadWeights", "Run"],
            assembly.GetType(host.Type, throwOnError: true)!.GetMethods(BindingFlags.Static | BindingFlags.Public)
                .Where(static method => !method.IsSpecialName).Select(static method => method.Name).Order(StringComparer.Ordinal)));
        AssertFileNames(code, hosts.Length);
    }

    [Theory]
    [InlineData("partial interface IUp { }")]
    [InlineData("enum Up { }")]
    public void What_can_be_no_host_is_left_to_the_compiler(string declaration)
    {
        GeneratedCode code = GeneratorHost.RunNetworks("[ConvGen.Network(\"upscaler.onnx\")] internal " + declaration, NetworkRuleCases.Upscaler);

        Assert.Equal(
            ["CS0592"],
            code.CompilerDiagnostics().Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden).Select(static diagnostic => diagnostic.Id));
        Assert.Empty(code.AnalyzerDiagnostics());
        Assert.Empty(code.Sources);
    }

    [Fact]
    public void Namesakes_get_files_of_their_own_and_several_networks_of_one_host_one_file()
    {
        string name = new('U', 400);
        GeneratedCode code = GeneratorHost.RunNetworks(
            $$"""
            using ConvGen;
            namespace App
            {
                [Network("upscaler.onnx")] internal static partial class Up;
                [Network("upscaler.onnx", Name = "a")] [Network("upscaler.onnx", Name = "A")] [Network("upscaler.onnx"), Conv(k: 3, Name = "Layer")]
                internal static partial class UP;
                [Network("upscaler.onnx")] internal static partial class Up<T>;
                internal partial class Outer { [Network("upscaler.onnx")] internal static partial class Up; }
                [Network("upscaler.onnx")] internal static partial class {{name}};
                [Network("upscaler.onnx")] internal static partial class {{name}}p;
            }
            namespace app.g.cs { [Network("upscaler.onnx")] internal static partial class Up; }
            """,
            NetworkRuleCases.Upscaler);

        AnnotatedCode.AssertClean(code);
        AssertFileNames(code, 8);
    }

    // Of small letters, in an assembly that is CLS-compliant, beside types that are called as what emitted code uses; with every warning an error.
    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Enable)]
    public void Surroundings_do_not_matter(NullableContextOptions nullable)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: int.MaxValue);
        GeneratedCode code = GeneratorHost.RunNetworks(
            """
            [assembly: System.CLSCompliant(true)]
            /// <summary>Of no use.</summary>
            public class Base { /// <summary>Taken.</summary>
            public static void Run() { } }
            /// <summary>All that there is.</summary>
            [ConvGen.Network("upscaler.onnx")] [ConvGen.Network("upscaler.onnx", Name = "low")] [ConvGen.Network("upscaler.onnx", Name = "ToString")]
            public partial class up : Base { }
            namespace App
            {
                class System; class ConvGen; class Span; class NetworkRun; class Movement;
                [global::ConvGen.Network("upscaler.onnx")] internal static partial class Up;
            }
            namespace ConvGen { class Span; class ReadOnlySpan; class Elementwise; class Normalization; class Generate; }
            """,
            NetworkRuleCases.Upscaler);

        SyntaxTree[] emitted = [.. code.Sources.Select(static source => source.SyntaxTree)];
        Assert.Equal(2, emitted.Length);
        Assert.DoesNotContain(
            code.Compilation.WithOptions(options).GetDiagnostics(),
            diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden && emitted.Contains(diagnostic.Location.SourceTree));
    }

    private static void AssertFileNames(GeneratedCode code, int count)
    {
        Assert.Equal(count, code.Sources.Select(static source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(code.Sources, static source => Assert.Matches("^[A-Za-z0-9._-]{1,160}$", source.HintName));
    }
}
