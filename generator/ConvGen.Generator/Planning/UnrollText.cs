using System.Globalization;

namespace ConvGen.Generator.Planning;

/// <summary>What of a plan is unrolled, in words.</summary>
internal static class UnrollText
{
    /// <summary>The words, without a full stop.</summary>
    public static string Of(LayerPlan plan)
    {
        decimal looped = plan.LoopedPhases;
        string manyTaps = "more than " + Number(UnrollBudget.TapsPerPhase) + " taps in a line of the kernel";
        return (plan.Kernels.Length, looped) switch
        {
            (0, _) when plan.IsBeyondBudget => "all phases loop over their taps; unrolled they would be more than "
                + Number(UnrollBudget.Phases) + " kernels or " + Number(UnrollBudget.Taps) + " taps",
            (0, _) => "all phases loop over their taps; " + manyTaps + " are not unrolled",
            (_, 0) => "one kernel per phase, taps unrolled",
            _ => "one kernel per phase, taps unrolled; " + Number(looped) + (looped == 1 ? " phase" : " phases") + " of " + manyTaps
                + (looped == 1 ? " loops over them" : " loop over them"),
        };
    }

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
