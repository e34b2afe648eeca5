using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ConvGen.CodeFixes.Tests;

public class MakePartialFixTests
{
    private const string Title = "Make 'Up' partial";

    public static TheoryData<FixCase> Cases =>
    [
        new(
            "modifiers",
            Title,
            "[ConvTranspose(k: 4)] internal static class Up;",
            "[ConvTranspose(k: 4)] internal static partial class Up;"),
        new("no modifiers", Title, "[ConvTranspose(k: 4)] class Up;", "[ConvTranspose(k: 4)] partial class Up;"),
        new(
            "struct",
            Title,
            "[ConvTranspose(k: 4)] internal readonly struct Up;",
            "[ConvTranspose(k: 4)] internal readonly partial struct Up;"),
        new("ref struct", Title, "[ConvTranspose(k: 4)] ref struct Up;", "[ConvTranspose(k: 4)] ref partial struct Up;"),
        new(
            "record",
            Title,
            "[ConvTranspose(k: 4)] sealed record Up(int Size);",
            "[ConvTranspose(k: 4)] sealed partial record Up(int Size);"),
        new("record class", Title, "[ConvTranspose(k: 4)] record class Up;", "[ConvTranspose(k: 4)] partial record class Up;"),
        new(
            "record struct",
            Title,
            "[ConvTranspose(k: 4)] internal readonly record struct Up(int Size);",
            "[ConvTranspose(k: 4)] internal readonly partial record struct Up(int Size);"),
        new(
            "record struct without modifiers",
            Title,
            "[ConvTranspose(k: 4)] record struct Up;",
            "[ConvTranspose(k: 4)] partial record struct Up;"),
        new(
            "generic type",
            Title,
            "[ConvTranspose(k: 4)] class Up<T> where T : class;",
            "[ConvTranspose(k: 4)] partial class Up<T> where T : class;"),
        new(
            "comments around modifiers",
            Title,
            """
            // Before the attribute.
            [ConvTranspose(k: 4)] // Behind it.
            /* before */ internal /* between */ sealed // at the end
                /* last */ class /* behind */ Up; // At the very end.
            """,
            """
            // Before the attribute.
            [ConvTranspose(k: 4)] // Behind it.
            /* before */ internal /* between */ sealed // at the end
                /* last */ partial class /* behind */ Up; // At the very end.
            """),
        new(
            "documentation and attributes on lines of their own",
            Title,
            """

            /// <summary>Twice as large.</summary>
            /// <remarks>Two lines.</remarks>
            [ConvTranspose(k: 4, s: 2, p: 1)]
            [System.Obsolete]
            class Up
            {
            }

            """,
            """

            /// <summary>Twice as large.</summary>
            /// <remarks>Two lines.</remarks>
            [ConvTranspose(k: 4, s: 2, p: 1)]
            [System.Obsolete]
            partial class Up
            {
            }

            """),
        new(
            "directives",
            Title,
            """
            [ConvTranspose(k: 4)]
            #region up
            #if !FAST
            class Up;
            #else
            class Up { }
            #endif
            #endregion
            """,
            """
            [ConvTranspose(k: 4)]
            #region up
            #if !FAST
            partial class Up;
            #else
            class Up { }
            #endif
            #endregion
            """),
        new(
            "tabs and spaces",
            Title,
            "[ConvTranspose(k: 4)]\tinternal\t\tstatic  class\tUp { }  ",
            "[ConvTranspose(k: 4)]\tinternal\t\tstatic  partial class\tUp { }  "),
        new(
            "container",
            "Make 'Outer' partial",
            "struct Outer { [ConvTranspose(k: 4)] internal partial class Up; }",
            "partial struct Outer { [ConvTranspose(k: 4)] internal partial class Up; }"),
        new(
            "container and host",
            "Make 'Outer' and 'Up' partial",
            """
            // Outer.
            internal record Outer
            {
                // Up.
                [ConvTranspose(k: 4)]
                private static class Up;
            }
            """,
            """
            // Outer.
            internal partial record Outer
            {
                // Up.
                [ConvTranspose(k: 4)]
                private static partial class Up;
            }
            """),
        new(
            "three deep",
            "Make 'IOuter' and 'Up' partial",
            "interface IOuter { partial struct Middle { [ConvTranspose(k: 4)] class Up; } } class Other { class Up; }",
            "partial interface IOuter { partial struct Middle { [ConvTranspose(k: 4)] partial class Up; } } class Other { class Up; }"),
        new(
            "other part",
            Title,
            "[ConvTranspose(k: 4)] static partial class Up; static class Up { internal const int Size = 1; }",
            "[ConvTranspose(k: 4)] static partial class Up; static partial class Up { internal const int Size = 1; }"),
        new(
            "parts of a container between one another",
            "Make 'Outer' and 'Up' partial",
            "class Outer { [ConvTranspose(k: 4)] class Up; } class Outer { class Up { } }",
            "partial class Outer { [ConvTranspose(k: 4)] partial class Up; } partial class Outer { partial class Up { } }"),
    ];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Modifier_goes_last_and_all_else_stays(FixCase code) => code.AssertFixedAsync(new MakePartialFix());

    [Theory]
    [InlineData("1.cs", "2.cs")]
    [InlineData("2.cs", "1.cs")]
    public async Task Parts_in_other_files_become_partial(string annotated, string other)
    {
        using var project = new FixedProject(
            (annotated, SourceText.From("class Outer\n{\n    [ConvGen.ConvTranspose(k: 4)]\n    partial class Up;\n}\n")),
            (other, SourceText.From("partial class Outer\r\n{\r\n    class Up;\r\n}\r\n")),
            ("3.cs", SourceText.From("namespace Other { class Outer { class Up; } }")));

        string title = await project.FixAsync(new MakePartialFix());

        Assert.Equal("Make 'Outer' and 'Up' partial", title);
        Assert.Equal(
            "partial class Outer\n{\n    [ConvGen.ConvTranspose(k: 4)]\n    partial class Up;\n}\n", await project.TextAsync(annotated));
        Assert.Equal("partial class Outer\r\n{\r\n    partial class Up;\r\n}\r\n", await project.TextAsync(other));
        Assert.Equal("namespace Other { class Outer { class Up; } }", await project.TextAsync("3.cs"));
        await project.AssertCleanAsync();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public async Task Encoding_stays(string name)
    {
        var encoding = System.Text.Encoding.GetEncoding(name);
        using var project = new FixedProject(("Up.cs", SourceText.From("// Größe\r[ConvGen.ConvTranspose(4)]class Up;", encoding)));

        await project.FixAsync(new MakePartialFix());

        Assert.Equal("// Größe\r[ConvGen.ConvTranspose(4)]partial class Up;", await project.TextAsync());
        Assert.Equal(encoding, (await project.Document("Up.cs").GetTextAsync()).Encoding);
    }

    [Fact]
    public async Task Fix_for_all_takes_every_class_of_a_document_and_containers_once()
    {
        using var project = new FixedProject(
            """
            using ConvGen;
            [ConvTranspose(k: 4)] class A;
            class Outer
            {
                [ConvTranspose(k: 4)] static class B;
                [ConvTranspose(k: 4)] record struct C(int Size);
                [ConvTranspose(k: 4)] partial class D;
            }
            """);

        await project.FixAllAsync(new MakePartialFix(), FixAllScope.Document);

        Assert.Equal(
            """
            using ConvGen;
            [ConvTranspose(k: 4)] partial class A;
            partial class Outer
            {
                [ConvTranspose(k: 4)] static partial class B;
                [ConvTranspose(k: 4)] partial record struct C(int Size);
                [ConvTranspose(k: 4)] partial class D;
            }
            """,
            await project.TextAsync());
        await project.AssertCleanAsync();
    }

    [Theory]
    [InlineData(FixAllScope.Document, "")]
    [InlineData(FixAllScope.Project, "partial ")]
    [InlineData(FixAllScope.Solution, "partial ")]
    public async Task Fix_for_all_keeps_to_its_scope(FixAllScope scope, string elsewhere)
    {
        using var project = new FixedProject(
            ("1.cs", SourceText.From("[ConvGen.ConvTranspose(k: 4)] class A; partial class B;")),
            ("2.cs", SourceText.From("[ConvGen.ConvTranspose(k: 4)] class B; [ConvGen.ConvTranspose(k: 4)] class C;")));

        await project.FixAllAsync(new MakePartialFix(), scope);

        Assert.Equal("[ConvGen.ConvTranspose(k: 4)] partial class A; partial class B;", await project.TextAsync("1.cs"));
        Assert.EndsWith($" [ConvGen.ConvTranspose(k: 4)] {elsewhere}class C;", await project.TextAsync("2.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_of_a_network_becomes_partial_too()
    {
        using var project = new FixedProject("class Outer { [ConvGen.Network(\"a.onnx\")] static class Up; }");

        Assert.Equal("Make 'Outer' and 'Up' partial", await project.FixAsync(new MakePartialFix()));
        Assert.Equal("partial class Outer { [ConvGen.Network(\"a.onnx\")] static partial class Up; }", await project.TextAsync());
    }

    [Fact]
    public async Task Nothing_is_offered_for_an_interface()
    {
        using var project = new FixedProject("[ConvGen.ConvTranspose(k: 4)] interface IUp;");

        IReadOnlyList<CodeAction> offers = await project.OffersAsync(new MakePartialFix());

        Assert.Empty(offers);
    }
}
