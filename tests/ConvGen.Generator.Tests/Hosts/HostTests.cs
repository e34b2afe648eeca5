using System.Reflection;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Tests.Hosts;

public class HostTests
{
    // Empty brackets stand for the attribute.
    public static TheoryData<string, string> Declarations => new()
    {
        { "App.Up", "namespace App { [] internal partial class Up { } }" },
        { "App.Up", "namespace App; [] internal static partial class Up;" },
        { "App.Up", "namespace App; [] internal abstract partial class Up;" },
        { "App.Up", "namespace App; [] internal sealed partial class Up(int size) { public int Size => size; }" },
        { "App.Up", "namespace App; [] internal partial struct Up;" },
        { "App.Up", "namespace App; [] internal readonly partial struct Up;" },
        { "App.Up", "namespace App; [] internal readonly ref partial struct Up;" },
        { "App.Up", "namespace App; [] internal partial record Up(int Size);" },
        { "App.Up", "namespace App; [] internal sealed partial record class Up;" },
        { "App.Up", "namespace App; [] internal partial record struct Up(int Size);" },
        { "App.Up", "namespace App; [] internal readonly partial record struct Up;" },
        { "Up", "[] internal static partial class Up;" },
        { "App.Deep.Er.Up", "namespace App { namespace Deep.Er { [] internal static partial class Up; } }" },
        { "App.Outer+Up", "namespace App; internal partial class Outer { [] private static partial class Up; }" },
        { "App.IOuter+Up", "namespace App; internal partial interface IOuter { [] private protected partial class Up; }" },
        { "App.Outer+Up", "namespace App; internal partial record struct Outer { [] internal partial record Up; }" },
        { "App.Up`1", "namespace App; [] internal static partial class Up<T> where T : unmanaged;" },
        {
            "App.Outer`1+Up`2",
            "namespace App; internal partial class Outer<T> where T : class, new() { [] internal partial struct Up<T1, @in>; }"
        },
        { "namespace.class", "namespace @namespace; [] internal static partial class @class;" },
        { "await.var", "namespace await; [] internal static partial class @var;" },
        { "global.record", "namespace global; [] internal partial record @record;" },
        { "Größe.上采样", "namespace Größe; [] internal static partial class 上采样;" },
        { "ConvGen.System.Up", "namespace ConvGen.System; [] internal static partial class Up;" },
        {
            "App.ConvGen+Up",
            "namespace App; internal partial class ConvGen { [] internal static partial class Up; class System; class Unsafe; }"
        },
        { "ConvGen.Generated.Up", "namespace ConvGen.Generated; [] internal static partial class Up;" },
        { "App.KernelArguments", "namespace App; [] internal static partial class KernelArguments;" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Host_compiles_without_a_warning_and_has_the_members(string type, string declaration)
    {
        string annotated = declaration.Replace("[]", "[ConvTranspose(k: 2, s: 2)]", StringComparison.Ordinal);

        GeneratedCode code = GeneratorHost.Run("using ConvGen;\n" + annotated);

        AnnotatedCode.AssertClean(code);
        Type host = code.Load().GetType(type, throwOnError: true)!;
        IEnumerable<string> members = host.GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name);
        Assert.Equal(
            ["Forward", "Forward", "Forward", "ForwardRange", "OutputShape", "OutputSize", "Pack", "Pack", "Pack", "Pack", "ScratchBytes", "WorkUnits"],
            members.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("partial interface IUp { }")]
    [InlineData("interface IUp { }")]
    [InlineData("partial interface IUp<T> { class Inner; }")]
    [InlineData("enum Up { }")]
    [InlineData("delegate void Up();")]
    public void What_can_be_no_host_is_left_to_the_compiler(string declaration)
    {
        GeneratedCode code = GeneratorHost.Run("using ConvGen;\n[ConvTranspose(k: 4)] internal " + declaration);

        Assert.Equal(["CS0592"], code.CompilerDiagnostics().Where(IsShown).Select(diagnostic => diagnostic.Id));
        Assert.Empty(code.AnalyzerDiagnostics());
        Assert.Empty(code.Diagnostics);
        Assert.Empty(code.Sources);

        static bool IsShown(Diagnostic diagnostic) => diagnostic.Severity > DiagnosticSeverity.Hidden;
    }

    [Fact]
    public void Namesakes_get_files_of_their_own()
    {
        GeneratedCode code = GeneratorHost.Run(
            """
            using ConvGen;
            namespace App
            {
                [ConvTranspose(k: 2, s: 2)] internal static partial class Up;
                [ConvTranspose(k: 3, s: 2)] internal static partial class UP;
                [ConvTranspose(k: 4, s: 2)] internal static partial class Up<T>;
                [ConvTranspose(k: 5, s: 2)] internal static partial class Up<T1, T2>;
                internal partial class Outer { [ConvTranspose(k: 6, s: 2)] internal static partial class Up; }
                internal partial class Outer<T> { [ConvTranspose(k: 6, s: 2)] internal static partial class Up; }
            }
            namespace App.Outer_1 { [ConvTranspose(k: 7, s: 2)] internal static partial class Up; }
            namespace app { [ConvTranspose(k: 8, s: 2)] internal static partial class Up; }
            [ConvTranspose(k: 9, s: 2)] internal static partial class Up;
            """);

        AnnotatedCode.AssertClean(code);
        Assert.Equal(9, code.Sources.Select(source => source.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(code.Sources, source => Assert.Matches("^[A-Za-z0-9._-]+$", source.HintName));
    }

    [Fact]
    public void Very_long_name_makes_a_short_file_name()
    {
        string name = new('U', 400);

        GeneratedCode code = GeneratorHost.Run(
            $"""
            using ConvGen;
            [ConvTranspose(k: 2)] internal partial class {name};
            [ConvTranspose(k: 3)] internal partial class {name}p;
            """);

        AnnotatedCode.AssertClean(code);
        Assert.Equal(2, code.Sources.Length);
        Assert.All(code.Sources, source => Assert.InRange(source.HintName.Length, 1, 160));
    }
}
