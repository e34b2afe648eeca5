using Microsoft.CodeAnalysis.CodeFixes;

namespace ConvGen.CodeFixes.Tests;

/// <summary>Code before and after a fix.</summary>
/// <param name="Name">What the case is called.</param>
/// <param name="Title">What the fix is called in the editor.</param>
/// <param name="Before">The code, without usings and namespace.</param>
/// <param name="After">What must become of it.</param>
public sealed record FixCase(string Name, string Title, string Before, string After)
{
    private const string Top = "using ConvGen;\nnamespace App;\n";

    /// <summary>An argument list on a host that is right.</summary>
    internal static FixCase Arguments(string name, string title, string before, string after) =>
        new(
            name,
            title,
            $"[ConvTranspose({before})] internal static partial class Up;",
            $"[ConvTranspose({after})] internal static partial class Up;");

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Takes the fix, once with each kind of line ends, and compares the whole file.</summary>
    internal async Task AssertFixedAsync(CodeFixProvider fix)
    {
        foreach (string lineEnd in (string[])["\n", "\r\n"])
        {
            using var project = new FixedProject(WholeFile(Before, lineEnd));

            string title = await project.FixAsync(fix);

            Assert.Equal(WholeFile(After, lineEnd), await project.TextAsync());
            Assert.Equal(Title, title);
            await project.AssertCleanAsync();
        }
    }

    private static string WholeFile(string code, string lineEnd) => (Top + code).ReplaceLineEndings(lineEnd);
}
