using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Testing;

namespace ConvGen.Conformance;

/// <summary>What every step of a network takes: its emitted code, with a clock read before each step.</summary>
internal sealed partial class StepTimes
{
    private readonly List<string> _steps = [];
    private readonly CompiledNetwork _network;
    private readonly long[] _begins;

    /// <param name="request">The network.</param>
    public StepTimes(NetworkRequest request)
    {
        _network = CompiledNetwork.Compile([request], change: WithClock)[0]();
        _begins = new long[_steps.Count];
        _network.Assembly.GetType("StepClock")!.GetField("Begins")!.SetValue(null, _begins);
    }

    /// <summary>Runs the network some times.</summary>
    /// <returns>The steps as the code names them, and the least milliseconds of each.</returns>
    public (string Step, double Milliseconds)[] Measure(Array[] inputs, int threads, int runs)
    {
        Array[] outputs = _network.NewOutputs();
        long[] least = new long[_begins.Length];
        Array.Fill(least, long.MaxValue);
        for (int run = 0; run < runs; run++)
        {
            _network.Run(inputs, outputs, threads);
            long end = Stopwatch.GetTimestamp();
            for (int step = least.Length - 1; step >= 0; step--)
            {
                least[step] = Math.Min(least[step], end - _begins[step]);
                end = _begins[step];
            }
        }

        return [.. _steps.Zip(least, static (step, ticks) => (step, TimeSpan.FromSeconds((double)ticks / Stopwatch.Frequency).TotalMilliseconds))];
    }

    private string WithClock(string source) =>
        StepComment().Replace(source, match =>
        {
            _steps.Add(match.Groups["step"].Value);
            return string.Create(CultureInfo.InvariantCulture, $"            global::StepClock.Begins[{_steps.Count - 1}] = System.Diagnostics.Stopwatch.GetTimestamp();\n{match.Value}");
        }) + "\npublic static class StepClock { public static long[] Begins; }\n";

    // "// 7. name: operator; with it others", where members' statements stand.
    [GeneratedRegex(@"^            // (?<step>\d+\. [^;\r\n]*).*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex StepComment();
}
