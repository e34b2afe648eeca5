using ConvGen.Generator.Tests.Diagnostics;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Robustness;

/// <summary>Code as it is while somebody types: cut after every character, with and without the rest of the file behind it.</summary>
public class HalfTypedTests
{
    private const string Before = "using ConvGen;\nnamespace App;\n[ConvTranspose(k: 2, s: 2)] internal static partial class Whole;\n";
    private const string After = " internal static partial class Up { }\n[ConvTranspose(k: 3)] internal static partial class Last;\n";

    public static TheoryData<string> Attributes =>
    [
        "[ConvTranspose(k: 4, s: 2, p: 1, op: 1, d: 3, g: 16)]",
        "[ConvTranspose(4, 2, 1, 1, 3, 16)]",
        "[ConvTranspose(k: [3, 5], s: [1, 2], p: new[] { 0, 1 }, op: new int[2] { 0, 1 })]",
        "[ConvTranspose(k: new int[] { 4 }, InputSize = [8, 12])]",
        """[ConvTranspose(3, 2, Name = "Up1", Rank = 3), ConvTranspose(k: 1, Name = nameof(Last) + "2")]""",
        "[ConvTranspose(k: 3, Algorithm = Algorithm.DirectPixels, InChannels = 2 * 8, OutChannels = int.MaxValue)]",
        "[global::ConvGen.ConvTransposeAttribute(k: (int)4L, s: sizeof(long), d: default, p: 'a' - 'b')]",
        "[Obsolete, type: ConvTranspose(k: /* all axes */ 0x7fff_ffff, // a line\n s: unchecked(int.MaxValue + 1))]",
        """[Network("upscaler.onnx", Input = [1, 1, 8, 8], Name = "Up1", Algorithm = Algorithm.Direct)]""",
        """[Network(file: @"upscaler" + ".onnx", Input = new[] { 1, -1 }), Conv(3, Name = "Run")]""",
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Attribute_cut_anywhere_breaks_nothing(string attribute)
    {
        string[] files = [.. Cuts(attribute).SelectMany(cut => (string[])[Before + cut, Before + cut + After])];

        GeneratedCode code = AssertSurvive(files);

        // The class before the cut comes out of every file, however the attribute after it reads.
        Assert.Equal(files.Length, code.Sources.Count(source => source.HintName.Contains(".Whole-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Host_cut_anywhere_breaks_nothing() => AssertSurvive(Cuts(
        """
        namespace App
        {
            partial class Outer<T>
            {
                [ConvGen.ConvTranspose(k: 4)]
                public static partial class Up<@in> where @in : T;
            }
        }
        """));

    [Theory]
    [InlineData("enum Up;")]
    [InlineData("delegate void Up();")]
    [InlineData("partial class;")]
    [InlineData("partial class Up<;")]
    [InlineData("partial class A.B;")]
    [InlineData("partial class Up; partial class Up { partial struct")]
    [InlineData("partial class Up; [ConvGen.ConvTranspose(k: 4)] partial struct Up;")]
    [InlineData("partial class Up; [ConvGen.ConvTranspose(k: 4)] partial record Up;")]
    [InlineData("partial class Up; [ConvGen.ConvTranspose(k: 4)] class Up;")]
    [InlineData("partial class Up; [ConvGen.ConvTranspose(k: 4)] partial class Up<T>;")]
    [InlineData("partial interface IUp { [ConvGen.ConvTranspose(k: 4)] partial class In; }")]
    public void Host_that_means_nothing_breaks_nothing(string host)
    {
        string code = "[ConvGen.ConvTranspose(k: 4)] " + host;

        AssertSurvive([code]);
        AssertSurvive([code.Replace("ConvTranspose(k: 4)", "Network(\"upscaler.onnx\")", StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("[assembly: ConvGen.ConvTranspose(k: 4)]")]
    [InlineData("class Up { [ConvGen.ConvTranspose(k: 4)] void M() { } }")]
    [InlineData("[ConvGen.ConvTranspose(k: 1 / 0)] partial class Up;")]
    [InlineData("[ConvGen.ConvTranspose(k: [.. new[] { 1, 2 }])] partial class Up;")]
    [InlineData("[ConvGen.ConvTranspose(k: new int[1, 1])] partial class Up;")]
    [InlineData("[ConvGen.ConvTranspose(k: 4, Nmae = \"Up1\")] partial class Up;")]
    [InlineData("[ConvGen.ConvTranspose(k: 4, Name = \"A\", Name = \"B\")] partial class Up;")]
    [InlineData("class C { const int K = C.K; [ConvGen.ConvTranspose(k: K)] partial class Up; }")]
    [InlineData("[assembly: ConvGen.Network(\"upscaler.onnx\")]")]
    [InlineData("[ConvGen.Network] partial class Up;")]
    [InlineData("[ConvGen.Network(4)] partial class Up;")]
    [InlineData("[ConvGen.Network(Up.File)] partial class Up { const string File = Up.File; }")]
    [InlineData("[ConvGen.Network(\"upscaler.onnx\", Input = [1, \"1\"])] partial class Up;")]
    [InlineData("[ConvGen.Network(\"upscaler.onnx\", Input = new int[1, 4])] partial class Up;")]
    [InlineData("[ConvGen.Network(\"upscaler.onnx\", Input = 4, Name = \"A\", Name = 5)] partial class Up;")]
    [InlineData("[ConvGen.Network(\"upscaler.onnx\", Algorithm = Algorithm.Fastest)] partial class Up;")]
    public void Attribute_that_means_nothing_breaks_nothing(string source) => AssertSurvive([source]);

    private static IEnumerable<string> Cuts(string text) => Enumerable.Range(0, text.Length + 1).Select(length => text[..length]);

    // All files go into one compilation, each in a namespace of its own: starting a compiler per character would take minutes.
    private static GeneratedCode AssertSurvive(IEnumerable<string> files)
    {
        CSharpCompilation compilation = GeneratorHost.CreateCompilation("");
        var parsing = (CSharpParseOptions)compilation.SyntaxTrees[0].Options;
        compilation = compilation.AddSyntaxTrees(files.Select((file, index) => CSharpSyntaxTree.ParseText(
            file.Replace("namespace App", $"namespace App{index}", StringComparison.Ordinal), parsing, $"{index}.cs")));
        // A generator that throws is an exception.
        GeneratedCode code = GeneratorHost.RunNetworks(compilation, NetworkRuleCases.Upscaler);

        Assert.Empty(code.Diagnostics);
        Assert.All(code.Sources, file => Assert.Empty(file.SyntaxTree.GetDiagnostics()));
        // An analyzer that throws is reported as AD0001. Beside what was emitted, which is right, it would all be compiled for it.
        Assert.All((code with { Compilation = compilation }).AnalyzerDiagnostics(), diagnostic => Assert.StartsWith("CG", diagnostic.Id, StringComparison.Ordinal));
        return code;
    }
}
