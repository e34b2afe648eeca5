using ConvGen.CompilerServices;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.JitGate;

/// <summary>Runs the program that has the JIT compile kernels, and reads the JIT's report.</summary>
internal static class GateProcess
{
    // Emitted kernels, and the runtime's by name.
    private static string Listed { get; } = string.Join(
        ' ',
        [
            "*_Kernels:Phase*",
            "*_Kernels:Interleaved*",
            "*_Kernels:Inputs*",
            "*_Kernels:Outputs*",
            "*_Kernels:Rows*",
            "*_Kernels:*Lane*",
            "*_Kernels:Scheme*",
            "*_Kernels:Border*",
            "*_Kernels:RunTap",
            "*_Kernels:Planes*",
            "*_Kernels:RunLines",
            .. PlannedKernel.Runtime.Select(kernel => $"*.{kernel.Type}:{kernel.Method}").Distinct(),
        ]);

    /// <summary>Runs a mode of the program.</summary>
    /// <param name="mode"><c>kernels</c>, or another of its modes.</param>
    /// <param name="level">The widest vectors that it takes; those of the machine by default.</param>
    /// <param name="optimisesAll">
    /// Whether all methods are fully optimised, so that those which are inlined are not in the report; by default, only those that ask for it.
    /// </param>
    public static async Task<JitReport> RunAsync(string mode, SimdLevel? level = null, bool optimisesAll = false)
    {
        using var folder = new TemporaryFolder();
        string report = folder.File("jit.txt");
        var variables = new Dictionary<string, string?>
        {
            ["DOTNET_JitStdOutFile"] = report,
            ["DOTNET_JitDisasmSummary"] = "1",
            ["DOTNET_JitDisasm"] = Listed,
            ["DOTNET_TieredCompilation"] = optimisesAll ? "0" : "1",
            // An hour: methods compiled in the background while the process ends crash the JIT's report.
            ["DOTNET_TC_CallCountingDelayMs"] = "36EE80",
        };
        if (level is not null)
        {
            variables["CONVGEN_SIMD_LEVEL"] = level.ToString();
        }

        (int exitCode, string output) = await DotnetProcess.RunAsync(BuildPaths.JitGate, [mode], variables);
        Assert.True(exitCode == 0, output);
        return JitReport.Parse(File.ReadLines(report));
    }
}
