using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ConvGen.Testing;

/// <summary>Runs programs: .NET ones with the host that runs these tests, and commands of its SDK.</summary>
public static class DotnetProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);

    // <root>/shared/Microsoft.NETCore.App/<version>/ holds the runtime, <root>/ its host.
    private static string Host => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>How to start the program of this process once more.</summary>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo OfThisProgram(IEnumerable<string> arguments)
    {
        // A host that is given the assembly, or a program of its own.
        string program = Environment.ProcessPath!;
        string[] assembly = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetEntryAssembly()!.Location] : [];
        return new ProcessStartInfo(program, [.. assembly, .. arguments]);
    }

    /// <summary>Runs a .NET program, or a command of the SDK, to its end.</summary>
    /// <param name="program">An assembly, or a command as <c>build</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set; those that are null are taken away.</param>
    /// <param name="folder">The working folder; the tests' own by default.</param>
    /// <returns>The exit code, and what the program wrote.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string folder = "") =>
        RunNativeAsync(Host, [program, .. arguments], environment, folder);

    /// <summary>Runs a native program to its end.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables to set; those that are null are taken away.</param>
    /// <param name="folder">The working folder; the tests' own by default.</param>
    /// <returns>The exit code, and what the program wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunNativeAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string folder = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(s_patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
