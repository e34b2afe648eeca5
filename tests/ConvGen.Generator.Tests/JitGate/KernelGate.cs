namespace ConvGen.Generator.Tests.JitGate;

/// <summary>
/// The JIT must have compiled every planned kernel, and fully optimised: it drops large methods to MinOpts, and small ones that may
/// tier up to Tier0, without a word.
/// </summary>
internal static class KernelGate
{
    private const string Required = "FullOpts";

    /// <summary>Kernels that are missing, or not optimised in any variant.</summary>
    public static IEnumerable<string> Complaints(IReadOnlyCollection<PlannedKernel> kernels, JitReport report)
    {
        if (kernels.Count == 0)
        {
            yield return "no kernel was planned";
        }

        ILookup<PlannedKernel?, JittedMethod> jitted = report.Methods.ToLookup(method => PlannedKernel.Read(method.Name));
        foreach (PlannedKernel kernel in kernels)
        {
            if (!jitted[kernel].Any())
            {
                yield return $"{kernel} was not compiled";
            }

            foreach (PlannedKernel variant in (PlannedKernel[])[kernel, kernel with { Wide = true }])
            {
                foreach (JittedMethod method in jitted[variant].Where(method => method.Tier != Required))
                {
                    yield return $"{variant} was compiled as {method.Tier}";
                }
            }
        }
    }

    /// <summary>Calls in kernels: what should have been inlined and was not.</summary>
    public static IEnumerable<string> Calls(IReadOnlyCollection<PlannedKernel> kernels, JitReport report) =>
        from caller in report.Calls
        let kernel = PlannedKernel.Read(caller.Key)
        where kernel is not null && kernels.Contains(kernel.Value with { Wide = false })
        select $"{kernel} makes {caller.Count()} calls, such as {caller.First()}";
}
