namespace ConvGen.Generator.Tests.JitGate;

/// <summary>
/// The JIT must have compiled every planned kernel, and fully optimised: it drops large methods to MinOpts, and small ones that may
/// tier up to Tier0, without a word.
/// </summary>
internal static class KernelGate
{
    private const string Required = "FullOpts";

    /// <summary>Kernels that are missing, or not optimised.</summary>
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

            foreach (JittedMethod method in jitted[kernel].Where(method => method.Tier != Required))
            {
                yield return $"{kernel} was compiled as {method.Tier}";
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

            foreach (List<string> calls in listings[kernel])
            {
                string[] unmeant = [.. calls.Where(call => !MeantCall.Has(kernel, call))];
                if (unmeant.Length > 0)
                {
                    yield return $"{kernel} makes {unmeant.Length} calls, such as {unmeant[0]}";
                }
            }
        }
    }
}
