namespace ConvGen.Generator.Tests.JitGate;

/// <summary>A call that kernels make on purpose: at ends of lines, for plain copies, for what is checked beside loops.</summary>
/// <param name="Kernel">The type of the kernel, its method, or the family of its tile.</param>
/// <param name="Callee">How the method that it calls begins, from its type on.</param>
internal readonly record struct MeantCall(string Kernel, string Callee)
{
    private static readonly MeantCall[] s_all =
    [
        new("Interleaved", "InterleavedStore:First["),
        new("RunLines", "InterleavedStore:First["),
    ];

    /// <summary>Whether a call in a kernel is one of them.</summary>
    public static bool Has(PlannedKernel kernel, string call) => s_all.Any(meant =>
        (meant.Kernel == kernel.Type || meant.Kernel == kernel.Tile || meant.Kernel == kernel.Method) && call.Contains(meant.Callee, StringComparison.Ordinal));
}
