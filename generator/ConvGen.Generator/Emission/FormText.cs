using System.Globalization;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The forms that compute a layer and what each of them costs, in words; clauses end in semicolons.</summary>
internal static class FormText
{
    private const string Channels = "output channels";
    private const string Pixels = "neighbouring pixels";

    /// <summary>The form, or the rule that chooses it.</summary>
    public static string Algorithm(LayerPlan plan) => plan.Form switch
    {
        null => "chosen by Pack from channels and input size; " + AlgorithmRule.Describe(plan.Geometry, plan.Spec.Algorithm),
        { } form when AlgorithmRule.IsFast(form) =>
            form + Reason(plan) + OtherSizes(plan) + "; from plain weights direct, lanes are " + Lanes(plan),
        { } form => "direct, lanes are " + (form == ConvGen.Algorithm.DirectPixels ? Pixels : Channels) + Reason(plan) + OtherSizes(plan),
    };

    /// <summary>What the fast forms cost that are or may be chosen, and the direct form, which is always there for plain weights.</summary>
    public static string Cost(LayerPlan plan) => string.Join("; ", plan.FastForms
        .Select(form => form + ", " + Products(WinogradShape.Create(plan.Geometry, form)!, plan.Geometry.KernelVolume))
        .Append("direct, " + Number(plan.Geometry.KernelVolume) + " multiply-adds per "
            + (plan.Spec.IsOrdinary ? "output element and input channel" : "input element and output channel") + " of its group"
            + ", less at the borders, none by an inserted zero"));

    /// <summary>What the lanes of direct forms hold.</summary>
    public static string Lanes(LayerPlan plan) => !plan.MayHavePixels ? Channels
        : plan.MayHaveChannels ? Channels + " or " + Pixels
        : Pixels;

    private static string Reason(LayerPlan plan) => plan.Spec.Algorithm == plan.Form
        ? ", as the attribute asks"
        : ": " + Count(plan.Spec.InChannels / plan.Spec.Groups, "input channel") + " and "
            + Count(plan.Spec.OutChannels / plan.Spec.Groups, "output channel") + " per group";

    private static string OtherSizes(LayerPlan plan) =>
        plan.DependsOnSize ? "; another where Pack is told an input size that it suits" : "";

    private static string Products(WinogradShape shape, long kernelVolume)
    {
        // Strassen's scheme: per pair of patches and pairs of channels.
        (int scheme, int definition, string of) = shape.IsStrassen
            ? (WinogradShape.SchemeProducts, WinogradShape.PlainProducts, "of halves")
            : (1, 1, "per patch");
        return Number(scheme * shape.Products) + " products " + of + " for " + Number(definition * kernelVolume * shape.Windows);
    }

    private static string Count(int number, string noun) => Number(number) + " " + noun + (number == 1 ? "" : "s");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
