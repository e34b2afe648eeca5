using System.Reflection;

namespace ConvGen.Generator.Tests;

/// <summary>Where the build of this assembly found things.</summary>
internal static class BuildPaths
{
    /// <summary>The folder of the project's sources.</summary>
    public static string ProjectDirectory { get; } = Path("ProjectDirectory");

    /// <summary>The C# compiler of the SDK, newer than the one that the tests run in memory.</summary>
    public static string Compiler { get; } = Path("Compiler");

    /// <summary>The program that has the JIT compile kernels, optimised.</summary>
    public static string JitGate { get; } = Path("JitGate");

    /// <summary>The address of the documentation, as the properties of the build have it.</summary>
    public static string DocumentationUrl { get; } = Path("DocumentationUrl");

    private static string Path(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
