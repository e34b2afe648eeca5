using System.Globalization;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The part of the header that lists the kernels of the file, each with its condition, and what the runtime does besides.</summary>
internal static class KernelTable
{
    // Products of matrices, borders, planes: nothing of these depends on the configuration's taps.
    private const string Runtime = "the runtime's";

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        (string Name, string Purpose)[] lines =
        [
            .. Phases(plan),
            .. Interleaved(plan),
            .. Planes(plan),
            .. Transforms(plan),
            .. Epilogue(plan),
            .. Others(plan).Select(static (purpose, index) => (index == 0 ? Runtime : "", purpose)),
        ];
        int width = lines.Max(static line => line.Name.Length);
        writer.Line("// Kernels, and what they are run for:");
        foreach ((string name, string purpose) in lines)
        {
            writer.Line("//   " + name.PadRight(width) + "   " + purpose);
        }
    }

    private static IEnumerable<(string Name, string Purpose)> Phases(LayerPlan plan)
    {
        if (plan.IsTapByTap)
        {
            yield return ("RunTap", "1 tap: direct, where lanes are output channels; in images so small, most outputs miss taps");
        }

        if (plan.RunKernels.Length == 0)
        {
            yield break;
        }

        string condition = plan.Interleaved.Length == 0 ? "lanes are " + FormText.Lanes(plan)
            : (plan.MayHaveChannels ? "lanes are output channels or " : "") + "a weight is infinite or NaN";
        string lines = plan.Kernels.All(static kernel => kernel.IsUnrolled) ? "taps unrolled" : "taps unrolled, beyond "
            + Number(UnrollBudget.TapsPerPhase) + " of them a line of the kernel at a time";
        yield return (Range("Phase", [.. plan.Kernels.Select(static kernel => kernel.Index)]), "1 phase to a kernel, " + lines + ": direct, where " + condition);
        int[] borders = [.. plan.BorderKernels.Select(static kernel => kernel.Index)];
        if (borders.Length > 0)
        {
            yield return (Range("Border", borders), "the same, of outputs that miss taps at a border");
        }

        if (plan.HasSingleTaps)
        {
            yield return ("RunTap", "the same, of a single tap: corners, and images so small that most outputs miss taps");
        }
    }

    private static IEnumerable<(string Name, string Purpose)> Interleaved(LayerPlan plan)
    {
        if (plan.Interleaved.Length > 0)
        {
            int phases = InterleavedRule.Phases(plan.Geometry) * InterleavedRule.Lines(plan.Geometry);
            yield return (
                Range("Interleaved", [.. plan.Interleaved.Select(static kernel => kernel.Index)]),
                Number(phases) + " interleaved phases to a kernel, inputs loaded once for all"
                    + ": direct, where lanes are neighbouring pixels and weights finite");
        }
    }

    private static IEnumerable<(string Name, string Purpose)> Planes(LayerPlan plan)
    {
        const string condition = "groups of one input and one output channel, weights finite";
        if (plan.Planes.Length > 0)
        {
            string widest = plan.HasOnePlane || PlanesRule.Holds(plan.Geometry, isWidest: false) ? "" : ", 512-bit vectors";
            yield return (
                Range("Planes", [.. plan.Planes.Select(static kernel => kernel.Index)]),
                "the same, weights in registers: " + condition + widest);
        }

        if (plan.HasEnlargedLines)
        {
            yield return ("RunLines", "lanes are neighbouring outputs: " + condition + (plan.Geometry.Width.Stride == 8 ? ", 256-bit vectors" : ", 512-bit vectors"));
        }
    }

    private static IEnumerable<(string Name, string Purpose)> Transforms(LayerPlan plan)
    {
        foreach (AxisTransform transform in plan.Transforms())
        {
            string forms = string.Join(" or ", plan.FastForms.Where(form => plan.Transforms(form).Contains(transform)));
            string methods = string.Join(
                ", ",
                ((string?[])[
                    "Inputs",
                    plan.Transforms(static axis => axis > 0).Contains(transform) ? "Outputs" : null,
                    plan.Transforms(static axis => axis == 0).Contains(transform) ? "Rows" : null,
                ]).Where(static method => method is not null).Select(method => method + transform.Name));
            yield return (methods, $"transforms F({Number(transform.Outputs)}, {Number(transform.Taps)}): {forms}, weights finite");
        }

        if (plan.FastForms.Contains(Algorithm.Strassen))
        {
            yield return ("SchemeInputs, SchemeOutputs", "seven products of matrices for eight: Strassen, weights finite");
        }

        if (plan.HasPatchLanes)
        {
            yield return ("TransformLaneInputs, WriteLaneOutputs", "the same of long rows, whose lanes are patches: Winograd3");
        }
    }

    private static IEnumerable<(string Name, string Purpose)> Epilogue(LayerPlan plan) => plan.Spec.Epilogue.IsNone
        ? []
        : [("Finish", EpilogueWriter.Text(plan.Spec.Epilogue) + ": outputs of any form, while they are in a cache")];

    private static IEnumerable<string> Others(LayerPlan plan)
    {
        if (plan.Kernels.Length == 0)
        {
            yield return UnrollText.Of(plan);
        }
        else if (plan.LoopedPhases > 0)
        {
            string phases = plan.LoopedPhases == 1 ? " phase" : " phases";
            yield return Number(plan.LoopedPhases) + phases + " of more than " + Number(UnrollBudget.TapsPerPhase) + " taps in a line of the kernel";
        }

        if (plan.FastForms.Length > 0)
        {
            yield return "of fast forms, the products of matrices of the points";
        }
    }

    private static string Range(string prefix, int[] numbers)
    {
        (int first, int last) = (numbers[0], numbers[numbers.Length - 1]);
        return numbers.Length == 1 ? prefix + Number(first)
            : numbers.Length == last - first + 1 ? prefix + Number(first) + " to " + prefix + Number(last)
            : Number(numbers.Length) + " of " + prefix + Number(first) + " to " + prefix + Number(last);
    }

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
