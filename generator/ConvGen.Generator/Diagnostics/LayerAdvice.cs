using ConvGen.Generator.Model;
using ConvGen.Generator.Parsing;
using ConvGen.Generator.Planning;
using Microsoft.CodeAnalysis;

namespace ConvGen.Generator.Diagnostics;

/// <summary>What is worth knowing about a layer that is right.</summary>
internal static class LayerAdvice
{
    /// <summary>Adds the advice on a layer to <paramref name="findings"/>.</summary>
    public static void Give(AttributeData attribute, LayerSpec spec, List<Finding> findings)
    {
        LayerPlan plan = LayerPlan.Create(spec);
        if (plan.LoopedPhases > 0)
        {
            Add(Descriptors.TapsLoop, "k", -1, UnrollText.Of(plan));
        }

        if (AlgorithmRule.IsFast(spec.Algorithm) && plan.Form != spec.Algorithm)
        {
            bool isBrief = AlgorithmRule.IsBrief(plan.Geometry, spec.InChannels / spec.Groups);
            Add(
                Descriptors.AlgorithmNotApplicable,
                "Algorithm",
                -1,
                spec.Algorithm,
                isBrief ? "outputs are sums of " + AlgorithmRule.MostBriefProducts + " products at the most"
                    : spec.IsOrdinary ? "every axis must have s = 1, d = 1 and k of at most 3"
                    : "every axis must have d = 1 and s <= k <= 3s, and "
                        + (spec.Algorithm == Algorithm.Strassen ? "of three one k = s" : "one of them k > s"));
        }

        bool usesLists = new AttributeReader(attribute).UsesLists;
        for (int axis = 0; axis < (spec.IsOrdinary ? 0 : usesLists ? spec.Rank : 1); axis++)
        {
            if (Unevenness(spec.Axis(axis)) is { } reason)
            {
                string place = usesLists ? " on the " + LayerGeometry.AxisName(spec.Rank, axis) + " axis" : "";
                Add(Descriptors.UnevenOverlap, "k", axis, reason, place);
            }
        }

        void Add(DiagnosticDescriptor descriptor, string argument, int element, params object[] arguments) =>
            findings.Add(new Finding(descriptor, attribute, argument, element, arguments));
    }

    // Dilation that shares a divisor with the stride leaves outputs without a product.
    private static string? Unevenness(AxisGeometry axis) =>
        axis.Period < axis.Stride ? FormattableString.Invariant($"d = {axis.Dilation} and s = {axis.Stride} have a common divisor")
        : axis.Kernel % axis.Stride != 0 ? FormattableString.Invariant($"k = {axis.Kernel} is not a multiple of s = {axis.Stride}")
        : null;
}
