using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>
/// Approved texts in Verify's file convention: <c>Class.Method_Case.verified.cs</c> beside the test, and <c>.received.cs</c> where a text
/// differs; renaming that file approves it. Verify.SourceGenerators can take this class's place.
/// </summary>
internal static partial class Snapshot
{
    /// <summary>Compares a text with the approved one.</summary>
    /// <param name="text">The text; the version of the generator in it does not count.</param>
    /// <param name="testCase">What tells this case from others of the test.</param>
    /// <param name="file">The test's file, filled in by the compiler.</param>
    /// <param name="method">The test, filled in by the compiler.</param>
    public static void Verify(string text, string testCase, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        string stem = Path.Combine(Folder(file), $"{Path.GetFileNameWithoutExtension(file)}.{method}_{testCase}");
        (string verified, string received) = (stem + ".verified.cs", stem + ".received.cs");
        string scrubbed = Version().Replace(text, "{version}");
        if (File.Exists(verified) && File.ReadAllText(verified) == scrubbed)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, scrubbed);
        Assert.Equal(File.Exists(verified) ? File.ReadAllText(verified) : "", scrubbed);
    }

    /// <summary>The cases that have an approved text.</summary>
    public static IEnumerable<string> Cases(string method, [CallerFilePath] string file = "")
    {
        string prefix = $"{Path.GetFileNameWithoutExtension(file)}.{method}_";
        return Directory.GetFiles(Folder(file), prefix + "*.verified.cs").Select(path => Path.GetFileName(path)[prefix.Length..^".verified.cs".Length]);
    }

    // The compiler's path may be a deterministic one that does not exist: the project's own folder is known.
    private static string Folder(string file) =>
        Path.Combine(BuildPaths.ProjectDirectory, Path.GetFileName(Path.GetDirectoryName(file.Replace('\\', '/'))!));

    [GeneratedRegex("""(?<=Written by ConvGen )\S+(?=\. )|(?<=GeneratedCode\("ConvGen", ")[^"]+""")]
    private static partial Regex Version();
}
