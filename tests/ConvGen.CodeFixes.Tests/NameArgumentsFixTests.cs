using System.Text;
using ConvGen.Testing;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using static ConvGen.CodeFixes.Tests.FixCase;

namespace ConvGen.CodeFixes.Tests;

public class NameArgumentsFixTests
{
    private const string Title = "Name the arguments";

    public static TheoryData<FixCase> Cases =>
    [
        Arguments("PyTorch's order", Title, "64, 64, 4, 2, 1", "k: 64, s: 64, p: 4, op: 2, d: 1"),
        Arguments("four numbers", Title, "4, 2, 1, 0", "k: 4, s: 2, p: 1, op: 0"),
        Arguments("all numbers", Title, "4, 2, 1, 0, 1, 8", "k: 4, s: 2, p: 1, op: 0, d: 1, g: 8"),
        Arguments("names behind", Title, "4, 2, 1, 0, g: 8, d: 1", "k: 4, s: 2, p: 1, op: 0, g: 8, d: 1"),
        Arguments("a name before", Title, "k: 4, 2, 1, 0, 1", "k: 4, s: 2, p: 1, op: 0, d: 1"),
        Arguments("properties", Title, "4, 2, 1, 0, Rank = 1, Name = \"A\"", "k: 4, s: 2, p: 1, op: 0, Rank = 1, Name = \"A\""),
        Arguments("comments and spaces", Title, " /* taps */ 4,2 ,\t1,  /* none */0 ", " /* taps */ k: 4,s: 2 ,\tp: 1,  /* none */op: 0 "),
        Arguments("expressions", Title, "(4), 1 + 1, true ? 1 : 0, default", "k: (4), s: 1 + 1, p: true ? 1 : 0, op: default"),
        new(
            "lines",
            Title,
            """
            [ConvTranspose(
                4, // taps
            #region the rest
                2,
                1, // crops
                0)]
            #endregion
            static partial class Up;
            """,
            """
            [ConvTranspose(
                k: 4, // taps
            #region the rest
                s: 2,
                p: 1, // crops
                op: 0)]
            #endregion
            static partial class Up;
            """),
        new(
            "attribute among others",
            Title,
            """[System.Obsolete("4, 2, 1, 0"), ConvTranspose(4, 2, 1, 0), ConvTranspose(3, 2, 1, Name = "A")] partial class Up;""",
            """
            [System.Obsolete("4, 2, 1, 0"), ConvTranspose(k: 4, s: 2, p: 1, op: 0), ConvTranspose(3, 2, 1, Name = "A")] partial class Up;
            """),
    ];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Arguments_get_the_names_that_they_have(FixCase code) => code.AssertFixedAsync(new NameArgumentsFix());

    [Fact]
    public async Task Layer_stays_what_it_was()
    {
        using var project = new FixedProject("[ConvGen.ConvTranspose(6, 5, 4, 3, 2, 7)] partial class Up;");
        string before = GeneratorHost.Run(await project.CompilationAsync()).Sources.Single().SourceText.ToString();

        await project.FixAsync(new NameArgumentsFix());

        Assert.Equal("[ConvGen.ConvTranspose(k: 6, s: 5, p: 4, op: 3, d: 2, g: 7)] partial class Up;", await project.TextAsync());
        Assert.Equal(before, GeneratorHost.Run(await project.CompilationAsync()).Sources.Single().SourceText.ToString());
    }

    [Fact]
    public async Task Everything_beside_the_names_stays_to_the_byte()
    {
        Encoding encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        using var project = new FixedProject(
            ("Up.cs", SourceText.From("// Größe\r[ConvGen.ConvTranspose(4,2,1,0)]partial class Up;\r\n\n", encoding)));

        await project.FixAsync(new NameArgumentsFix());

        Assert.Equal("// Größe\r[ConvGen.ConvTranspose(k: 4,s: 2,p: 1,op: 0)]partial class Up;\r\n\n", await project.TextAsync());
        Assert.Equal(encoding, (await project.Document("Up.cs").GetTextAsync()).Encoding);
    }

    [Theory]
    [InlineData(FixAllScope.Document, "1, 1, 0, 0")]
    [InlineData(FixAllScope.Project, "k: 1, s: 1, p: 0, op: 0")]
    [InlineData(FixAllScope.Solution, "k: 1, s: 1, p: 0, op: 0")]
    public async Task Fix_for_all_keeps_to_its_scope(FixAllScope scope, string elsewhere)
    {
        using var project = new FixedProject(
            (
                "1.cs",
                SourceText.From(
                    """
                    using ConvGen;
                    [ConvTranspose(1, 1, 0, 0)]
                    [ConvTranspose(2, 2, 0, 0, Name = "Near"), ConvTranspose(3, 2, 1, 1, 1, Name = "Far")]
                    partial class A;
                    [ConvTranspose(4, 2, 1)] partial class B { [ConvTranspose(1, 1, 1, 0, 3)] partial class In; }
                    """)),
            ("2.cs", SourceText.From("[ConvGen.ConvTranspose(1, 1, 0, 0)] partial class C;")));

        await project.FixAllAsync(new NameArgumentsFix(), scope);

        Assert.Equal(
            """
            using ConvGen;
            [ConvTranspose(k: 1, s: 1, p: 0, op: 0)]
            [ConvTranspose(k: 2, s: 2, p: 0, op: 0, Name = "Near"), ConvTranspose(k: 3, s: 2, p: 1, op: 1, d: 1, Name = "Far")]
            partial class A;
            [ConvTranspose(4, 2, 1)] partial class B { [ConvTranspose(k: 1, s: 1, p: 1, op: 0, d: 3)] partial class In; }
            """,
            await project.TextAsync("1.cs"));
        Assert.Equal($"[ConvGen.ConvTranspose({elsewhere})] partial class C;", await project.TextAsync("2.cs"));
    }
}
