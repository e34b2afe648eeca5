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

    /// <summary>Calls in kernels, of what should have been inlined; kernels that were not listed, whose calls nobody knows.</summary>
    public static IEnumerable<string> Calls(IReadOnlyCollection<PlannedKernel> kernels, JitReport report)
    {
        var listings = report.Listings.ToLookup(listing => PlannedKernel.Read(listing.Key), listing => listing.Value);
        foreach (PlannedKernel kernel in kernels)
        {
            if (!listings[kernel].Any())
            {
                yield return $"{kernel} has no listing";
            }

            foreach (PlannedKernel variant in (PlannedKernel[])[kernel, kernel with { Wide = true }])
            {
                foreach (List<string> calls in listings[variant])
                {
                    string[] unmeant = [.. calls.Where(call => !MeantCall.Has(variant, call))];
                    if (unmeant.Length > 0)
                    {
                        yield return $"{variant} makes {unmeant.Length} calls, such as {unmeant[0]}";
                    }
                }
            }
        }
    }
}
