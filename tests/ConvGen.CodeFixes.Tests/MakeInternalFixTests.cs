using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Tests;

public class MakeInternalFixTests
{
    private const string Title = "Make 'Up' internal";

    public static TheoryData<FixCase> Cases =>
    [
        new(
            "class",
            Title,
            "[ConvTranspose(k: 4)] file static partial class Up;",
            "[ConvTranspose(k: 4)] internal static partial class Up;"),
        new(
            "modifier behind others",
            Title,
            "[ConvTranspose(k: 4)] readonly file partial struct Up;",
            "[ConvTranspose(k: 4)] readonly internal partial struct Up;"),
        new(
            "record struct",
            Title,
            "[ConvTranspose(k: 4)] file partial record struct Up;",
            "[ConvTranspose(k: 4)] internal partial record struct Up;"),
        new(
            "beside another access modifier",
            Title,
            "[ConvTranspose(k: 4)] internal file partial class Up;",
            "[ConvTranspose(k: 4)] internal partial class Up;"),
        new(
            "comments and documentation",
            Title,
            """
            /// <summary>Twice as large.</summary>
            [ConvTranspose(k: 4)]
            /* before */ file /* behind */ static
                partial class Up; // End.
            """,
            """
            /// <summary>Twice as large.</summary>
            [ConvTranspose(k: 4)]
            /* before */ internal /* behind */ static
                partial class Up; // End.
            """),
        new(
            "parts",
            Title,
            "file partial class Up { } [ConvTranspose(k: 4)] file partial class Up; file class Other;",
            "internal partial class Up { } [ConvTranspose(k: 4)] internal partial class Up; file class Other;"),
        new(
            "container",
            "Make 'Outer' internal",
            "file partial class Outer { [ConvTranspose(k: 4)] private static partial class Up; }",
            "internal partial class Outer { [ConvTranspose(k: 4)] private static partial class Up; }"),
    ];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Internal_stands_where_file_stood(FixCase code) => code.AssertFixedAsync(new MakeInternalFix());

    [Fact]
    public async Task Host_of_a_network_becomes_internal_too()
    {
        using var project = new FixedProject("[ConvGen.Network(\"a.onnx\")] file static partial class Up;");

        Assert.Equal(Title, await project.FixAsync(new MakeInternalFix()));
        Assert.Equal("[ConvGen.Network(\"a.onnx\")] internal static partial class Up;", await project.TextAsync());
    }

    [Fact]
    public async Task File_local_type_that_is_not_partial_takes_two_fixes()
    {
        using var project = new FixedProject("[ConvGen.ConvTranspose(k: 4)] file class Up;");

        await project.FixAsync(new MakePartialFix());
        await project.FixAsync(new MakeInternalFix());

        Assert.Equal("[ConvGen.ConvTranspose(k: 4)] internal partial class Up;", await project.TextAsync());
        await project.AssertCleanAsync();
    }

    [Fact]
    public async Task Namesakes_in_several_files_would_become_one_type()
    {
        SourceText text = SourceText.From("namespace App; [ConvGen.ConvTranspose(k: 4)] file partial class Up;");
        using var project = new FixedProject(("1.cs", text), ("2.cs", text));

        Assert.Empty(await project.OffersAsync(new MakeInternalFix()));
    }

    [Fact]
    public async Task Fix_for_all_takes_every_class_of_a_document()
    {
        using var project = new FixedProject(
            """
            using ConvGen;
            [ConvTranspose(k: 4)] file partial class A;
            file partial class Outer
            {
                [ConvTranspose(k: 4)] static partial class B;
                [ConvTranspose(k: 4)] static partial class C;
            }
            """);

        await project.FixAllAsync(new MakeInternalFix(), FixAllScope.Document);

        Assert.Equal(
            """
            using ConvGen;
            [ConvTranspose(k: 4)] internal partial class A;
            internal partial class Outer
            {
                [ConvTranspose(k: 4)] static partial class B;
                [ConvTranspose(k: 4)] static partial class C;
            }
            """,
            await project.TextAsync());
        await project.AssertCleanAsync();
    }
}
