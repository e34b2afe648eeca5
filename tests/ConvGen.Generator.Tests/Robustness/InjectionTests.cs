using System.Xml.Linq;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConvGen.Generator.Tests.Robustness;

/// <summary>Text of attributes and names of types cannot become anything else: not code, not file names, not documentation.</summary>
public class InjectionTests
{
    public static TheoryData<string> Names =>
    [
        "A { } } class Injected { static Injected() { } } class B {",
        "A\nclass Injected;",
        "A\r\n}",
        "A\u2028class Injected;",
        "A\u0085class Injected;",
        "A*/ class Injected; /*",
        "A\" + 1 + \"",
        "A</summary><injected/>",
        "../../A",
        "..\\A",
        "C:A",
        "A\0",
        "A;",
        "A<T>",
        "A.B",
        "@A",
        " A",
        "A ",
        "#error",
        "\ud800",
    ];

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void Name_that_is_no_identifier_is_refused(string name)
    {
        GeneratedCode code = GeneratorHost.Run(
            $"[ConvGen.ConvTranspose(k: 4, Name = {SymbolDisplay.FormatLiteral(name, quote: true)})] internal static partial class Up;");

        Assert.Equal("CG0010", Assert.Single(code.AnalyzerDiagnostics()).Id);
        Assert.Empty(code.Sources);
    }

    [Theory]
    [InlineData("\\u0041bc", "Abc")]
    [InlineData("@\\u0069f", "if")]
    [InlineData("A\\u200Db", "Ab")]
    [InlineData("上采样", "上采样")]
    public void Escaped_names_are_names(string written, string name)
    {
        GeneratedCode code = GeneratorHost.Run($"namespace @\\u006eamespace; [ConvGen.ConvTranspose(k: 4)] internal static partial class {written};");

        AnnotatedCode.AssertClean(code);
        Assert.NotNull(code.Load().GetType("namespace." + name));
        Assert.Matches("^[A-Za-z0-9._-]+$", code.Sources.Single().HintName);
    }

    [Fact]
    public void Documentation_is_well_formed()
    {
        GeneratedCode code = GeneratorHost.Run(
            """
            namespace App;
            [ConvGen.ConvTranspose(k: 4), ConvGen.ConvTranspose(k: [1], Name = "Größe")] internal partial class Up<T, U>;
            """);

        IEnumerable<SyntaxTrivia> comments = code.Sources.Single().SyntaxTree.GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
        Assert.NotEmpty(comments);
        Assert.All(comments, comment => XElement.Parse(
            "<member>" + comment.ToFullString().Replace("///", "", StringComparison.Ordinal) + "</member>"));
    }
}
