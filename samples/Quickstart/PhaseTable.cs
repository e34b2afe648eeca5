using System.Runtime.CompilerServices;

namespace Quickstart;

/// <summary>Finds the generated file of a layer and prints the phases that its head explains.</summary>
internal static class PhaseTable
{
    public static void Print(string layer, [CallerFilePath] string source = "")
    {
        string project = Path.GetDirectoryName(source)!;
        string? file = Directory.Exists(Path.Combine(project, "obj"))
            ? Directory.EnumerateFiles(Path.Combine(project, "obj"), $"*.{layer}-*.g.cs", SearchOption.AllDirectories)
                .MaxBy(File.GetLastWriteTimeUtc)
            : null;
        if (file is null)
        {
            Console.WriteLine("  (build with EmitCompilerGeneratedFiles to have it on disk)");
            return;
        }

        foreach (string line in File.ReadLines(file).SkipWhile(line => !line.Contains("axis     output", StringComparison.Ordinal)))
        {
            if (line == "//")
            {
                break;
            }

            Console.WriteLine(line[2..]);
        }

        Console.WriteLine();
        Console.WriteLine($"The whole file: {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
    }
}
