using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Snapshots;

/// <summary>The SDK's own compiler, for language versions that the compiler of the tests does not know.</summary>
internal static class SdkCompiler
{
    /// <summary>Compiles all files of a folder with every warning on; warnings are errors.</summary>
    public static Task<(int ExitCode, string Output)> CompileAsync(TemporaryFolder folder, params IEnumerable<string> options)
    {
        IEnumerable<string> references = GeneratorHost.CreateCompilation("").References.Select(reference => "-r:" + reference.Display);
        string[] arguments =
        [
            "-nologo", "-noconfig", "-nostdlib", "-target:library", "-warn:9999", "-warnaserror", "-nullable:enable", "-optimize",
            "-out:" + folder.File("Emitted.dll"),
            "-doc:" + folder.File("Emitted.xml"),
            .. options,
            .. references,
            .. Directory.GetFiles(folder.Location, "*.cs"),
        ];
        return DotnetProcess.RunAsync(BuildPaths.Compiler, arguments);
    }
}
