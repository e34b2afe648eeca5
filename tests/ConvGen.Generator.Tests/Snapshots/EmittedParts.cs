namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>What of an emitted file is a layer's own: its phases, its kernels, its constants, the types that it lies in.</summary>
internal static class EmittedParts
{
    /// <summary>These parts, in the order of the file, without the words that all files share.</summary>
    public static string Own(string file)
    {
        string[] lines = file.Split('\n');
        int kernels = Array.IndexOf(lines, "namespace ConvGen.Generated");
        int members = Array.IndexOf(lines, "}", kernels) + 1;
        IEnumerable<string> own =
        [
            .. PhaseRows(lines[..kernels]),
            .. lines[kernels..members].Where(static line => !IsDocumentation(line) && !IsKernelComment(line)),
            .. lines[members..].Where(IsDeclaration),
        ];
        return string.Join('\n', own) + "\n";
    }

    /// <summary>Comments that fill a line.</summary>
    public static IEnumerable<string> Comments(string text) => text.Split('\n').Select(static line => line.Trim())
        .Where(static line => line.StartsWith("// ", StringComparison.Ordinal) || IsDocumentation(line));

    // Several layers have a table each.
    private static IEnumerable<string> PhaseRows(string[] header)
    {
        bool isRow = false;
        foreach (string line in header)
        {
            isRow &= line != "//";
            if (isRow)
            {
                yield return line;
            }

            isRow |= line.StartsWith("//   axis ", StringComparison.Ordinal);
        }
    }

    private static bool IsDocumentation(string line) => line.TrimStart().StartsWith("///", StringComparison.Ordinal);

    private static bool IsKernelComment(string line) =>
        ((string[])["// F(", "// Strassen's scheme: ", "// Lines of outputs", "// The same, of outputs", "// One tap, "]).Any(head => line.TrimStart().StartsWith(head, StringComparison.Ordinal));

    private static bool IsDeclaration(string line) =>
        ((string[])["namespace ", "partial ", "public static class ", "public const "])
            .Any(head => line.TrimStart().StartsWith(head, StringComparison.Ordinal));
}
