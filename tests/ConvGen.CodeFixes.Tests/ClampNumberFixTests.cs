using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using static ConvGen.CodeFixes.Tests.FixCase;

namespace ConvGen.CodeFixes.Tests;

public class ClampNumberFixTests
{
    private const string To1 = "Change to 1";
    private const string To0 = "Change to 0";

    public static TheoryData<FixCase> Cases =>
    [
        Arguments("by name", To1, "k: 4, s: 0", "k: 4, s: 1"),
        Arguments("by position", To1, "4, 0, 1", "4, 1, 1"),
        Arguments("out of order", To1, "g: 0, k: 3", "g: 1, k: 3"),
        Arguments("negative number", To0, "k: 4, p: -3", "k: 4, p: 0"),
        Arguments("lowest number", To1, "k: int.MinValue", "k: 1"),
        Arguments("parentheses and sums", To1, "k: (2 - 3)", "k: 1"),
        Arguments("comments", To1, "k: /* taps */ 0 /* none */", "k: /* taps */ 1 /* none */"),
        Arguments("list", To1, "k: [3, 0]", "k: [3, 1]"),
        Arguments("list, first element", To1, "k: [3, 3], d: [ 0 ,2]", "k: [3, 3], d: [ 1 ,2]"),
        Arguments("negative number in a list", To0, "k: [3, 3, 3], p: [1, -1, 1]", "k: [3, 3, 3], p: [1, 0, 1]"),
        Arguments("array of inferred type", To1, "k: new[] { 0, 3 }", "k: new[] { 1, 3 }"),
        Arguments("array", To1, "new int[] { 3, 0 }", "new int[] { 3, 1 }"),
        Arguments("array of given length", To1, "new int[2] { 3, -4 }", "new int[2] { 3, 1 }"),
        Arguments("property", To1, "k: 3, InputSize = [8, 0]", "k: 3, InputSize = [8, 1]"),
        Arguments("padding that leaves nothing", "Change p to 0", "k: 2, p: 1, InputSize = [9, 1]", "k: 2, p: 0, InputSize = [9, 1]"),
        Arguments(
            "padding of an axis that leaves nothing",
            "Change p to 1",
            "k: [2, 3], p: [4, 3], InputSize = [9, 2]",
            "k: [2, 3], p: [4, 1], InputSize = [9, 2]"),
        Arguments(
            "input that makes too much",
            "Change to 32768",
            "k: 1, s: 65536, Rank = 1, InputSize = [32769]",
            "k: 1, s: 65536, Rank = 1, InputSize = [32768]"),
        Arguments("output padding below 0", To0, "k: 3, op: -1", "k: 3, op: 0"),
        Arguments("output padding of the stride", To1, "k: 3, s: 2, op: 2", "k: 3, s: 2, op: 1"),
        Arguments("output padding of the dilation", "Change to 2", "k: 3, s: 2, op: 5, d: 3", "k: 3, s: 2, op: 2, d: 3"),
        Arguments("output padding without stride", To0, "3, 1, 0, op: 1", "3, 1, 0, op: 0"),
        Arguments(
            "output padding in a list",
            "Change to 3",
            "k: [3, 3], s: [2, 3], op: [1, 4], d: [1, 4]",
            "k: [3, 3], s: [2, 3], op: [1, 3], d: [1, 4]"),
        new(
            "constant",
            To1,
            "static class Sizes { internal const int K = 0; } [ConvTranspose(k: Sizes.K)] static partial class Up;",
            "static class Sizes { internal const int K = 0; } [ConvTranspose(k: 1)] static partial class Up;"),
        new(
            "lines",
            To1,
            """
            [ConvTranspose(
                k: 4, // taps
                s: 0, // no stride
                p: 1)]
            static partial class Up;
            """,
            """
            [ConvTranspose(
                k: 4, // taps
                s: 1, // no stride
                p: 1)]
            static partial class Up;
            """),
    ];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public Task Nearest_legal_number_stands_where_the_wrong_one_stood(FixCase code) => code.AssertFixedAsync(new ClampNumberFix());

    [Fact]
    public async Task Fix_for_all_takes_every_number_of_a_document()
    {
        using var project = new FixedProject(
            """
            using ConvGen;
            [ConvTranspose(k: 0, p: -1)] partial class A;
            [ConvTranspose(k: 3, s: 2, op: 7)] [ConvTranspose(k: [0, -1], Name = "Near")] partial class B;
            [ConvTranspose(3, op: 1)] partial class C;
            """);

        await project.FixAllAsync(new ClampNumberFix(), FixAllScope.Document);

        Assert.Equal(
            """
            using ConvGen;
            [ConvTranspose(k: 1, p: 0)] partial class A;
            [ConvTranspose(k: 3, s: 2, op: 1)] [ConvTranspose(k: [1, 1], Name = "Near")] partial class B;
            [ConvTranspose(3, op: 0)] partial class C;
            """,
            await project.TextAsync());
        await project.AssertCleanAsync();
    }

    [Fact]
    public async Task Nothing_is_offered_for_a_list_whose_elements_are_not_found()
    {
        using var project = new FixedProject("[ConvGen.ConvTranspose(k: (new[] { 3, 0 }))] partial class Up;");

        IReadOnlyList<CodeAction> offers = await project.OffersAsync(new ClampNumberFix());

        Assert.Empty(offers);
        Assert.Equal(["CG0004"], (await project.DiagnosticsAsync()).Select((Diagnostic diagnostic) => diagnostic.Id));
    }
}
