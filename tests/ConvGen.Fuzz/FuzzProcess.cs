using System.Diagnostics;
using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>Has a process run the cases and passes on what it reports. If a case ends that process, tells which ones ran.</summary>
internal static class FuzzProcess
{
    /// <summary>The option that runs cases in this process.</summary>
    public const string HereOption = "--here";

    /// <summary>Runs.</summary>
    /// <param name="output">Where the report goes.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="crash">What to tell of a case of a name that ended the process with an exit code.</param>
    /// <returns>The exit code: 0 if nothing was wrong, else 1.</returns>
    public static int Execute(TextWriter output, IEnumerable<string> arguments, Func<string, int, string> crash)
    {
        ProcessStartInfo start = DotnetProcess.OfThisProgram([.. arguments, HereOption]);
        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        List<string> running = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            switch (line)
            {
                case [FuzzJournal.BeginMark, .. string name]:
                    running.Add(name);
                    break;
                case [FuzzJournal.EndMark, .. string name]:
                    running.Remove(name);
                    break;
                default:
                    output.WriteLine(line);
                    break;
            }
        }

        process.WaitForExit();
        foreach (string name in running)
        {
            output.WriteLine(crash(name, process.ExitCode));
        }

        return process.ExitCode == 0 ? 0 : 1;
    }
}
