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
            "*_Kernels:Border*",
            "*_Kernels:RunTap",
            "*_Kernels:Planes*",
            "*_Kernels:RunLines",
            .. PlannedKernel.Runtime.Select(kernel => $"*.{kernel.Type}:{kernel.Method}").Distinct(),
        ]);

    /// <summary>Runs a mode of the program.</summary>
    /// <param name="mode"><c>kernels</c>, or that of a planted one.</param>
    public static async Task<JitReport> RunAsync(string mode)
    {
        using var folder = new TemporaryFolder();
        string report = folder.File("jit.txt");
        (int exitCode, string output) = await DotnetProcess.RunAsync(BuildPaths.JitGate, [mode], new Dictionary<string, string?>
        {
            ["DOTNET_JitStdOutFile"] = report,
            ["DOTNET_JitDisasmSummary"] = "1",
            ["DOTNET_JitDisasm"] = Listed,
        });
        Assert.True(exitCode == 0, output);
        return JitReport.Parse(File.ReadLines(report));
    }
}
