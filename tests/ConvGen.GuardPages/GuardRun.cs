using System.Diagnostics;
using System.Globalization;
using ConvGen.CompilerServices;
using ConvGen.GuardPages.Cases;
using ConvGen.GuardPages.Memory;
using ConvGen.Testing;

namespace ConvGen.GuardPages;

/// <summary>
/// Has processes run the cases, a few hundred each, and counts what they report. A fault ends a process; the next one goes on after the
/// case that made it.
/// </summary>
/// <param name="output">Where the report goes.</param>
/// <param name="arguments">The command line that describes the cases.</param>
public sealed class GuardRun(TextWriter output, IReadOnlyList<string> arguments)
{
    /// <summary>The option that names the cases of a process, as <c>0..100</c>.</summary>
    public const string RangeOption = "--range";

    // As many as share a compilation.
    private const int CasesOfProcess = 300;

    private int _placements;
    private int _faults;

    /// <summary>The vector width that the kernels must take, if any.</summary>
    public SimdLevel? ExpectedLevel { get; init; }

    /// <summary>Runs all cases.</summary>
    /// <returns>The exit code: 0 if there were cases and no faults, else 1.</returns>
    internal int Execute(IReadOnlyList<GuardCase> cases)
    {
        string guards = PageBlock.IsGuarded ? "inaccessible pages" : "canaries alone, this system is not Linux";
        if (!TakenLevel.Report(output, ExpectedLevel, "; " + guards))
        {
            return 1;
        }

        for (int next = 0; next < cases.Count;)
        {
            next = RunProcess(next, Math.Min(next + CasesOfProcess, cases.Count));
        }

        output.WriteLine(FormattableString.Invariant($"{cases.Count} cases, {_placements} placements, {_faults} faults"));
        return cases.Count > 0 && _faults == 0 ? 0 : 1;
    }

    // Returns the case to go on with.
    private int RunProcess(int first, int end)
    {
        string range = FormattableString.Invariant($"{first}..{end}");
        ProcessStartInfo start = DotnetProcess.OfThisProgram([.. arguments, RangeOption, range]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        (int current, string step) = (first, "before the first case");
        while (process.StandardOutput.ReadLine() is { Length: > 0 } line)
        {
            switch (line[0])
            {
                case Journal.CaseMark:
                    current = int.Parse(line.AsSpan(1), CultureInfo.InvariantCulture);
                    break;
                case Journal.StepMark:
                    step = line[1..];
                    break;
                case Journal.PlacedMark:
                    _placements++;
                    break;
                case Journal.FindingMark:
                    Report(line[1..]);
                    break;
            }
        }

        process.WaitForExit();
        if (process.ExitCode == 0)
        {
            return end;
        }

        Report(FormattableString.Invariant($"{step}: exit code {process.ExitCode}: {Cause(errors.Result)}"));
        return current + 1;
    }

    private void Report(string fault)
    {
        _faults++;
        output.WriteLine(fault);
    }

    // What the runtime says as it dies, and the innermost method.
    private static string Cause(string errors)
    {
        string[] lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? cause = lines.FirstOrDefault(line => line.Contains("Exception", StringComparison.Ordinal)) ?? lines.FirstOrDefault();
        string? place = lines.FirstOrDefault(line => line.StartsWith("at ", StringComparison.Ordinal));
        // The runtime adds to the name what it supposes.
        return $"{cause?.Split(':')[0]} {place}";
    }
}
