using System.Diagnostics;
using ConvGen.Testing;

namespace ConvGen.Bench;

/// <summary>The bench in another process with tiered compilation: as users' processes run, while the bench itself goes without.</summary>
internal static class TieredProcess
{
    private const string Variable = "DOTNET_TieredCompilation";

    /// <summary>Whether this process is one.</summary>
    public static bool IsCurrent => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>Starts the bench.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="redirectsOutput">Whether its output can be read instead of being that of this process.</param>
    public static Process Start(IEnumerable<string> arguments, bool redirectsOutput)
    {
        ProcessStartInfo start = DotnetProcess.OfThisProgram(arguments);
        start.RedirectStandardOutput = redirectsOutput;
        start.Environment[Variable] = "1";
        return Process.Start(start)!;
    }

    /// <summary>Runs the bench to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidDataException">It did not end well.</exception>
    public static string Read(IReadOnlyList<string> arguments)
    {
        using Process process = Start(arguments, redirectsOutput: true);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidDataException(FormattableString.Invariant($"The process {string.Join(' ', arguments)} ended with {process.ExitCode}."));
    }

    /// <summary>Runs the bench to its end.</summary>
    /// <returns>Its exit code.</returns>
    public static int Run(IEnumerable<string> arguments)
    {
        using Process process = Start(arguments, redirectsOutput: false);
        process.WaitForExit();
        return process.ExitCode;
    }
}
