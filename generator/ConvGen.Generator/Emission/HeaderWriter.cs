using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;
using ConvGen.Geometry;
using ConvGen.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The comment that a reader can learn the layer from: parameters, output size, phases, cost, form.</summary>
internal static class HeaderWriter
{
    // Longer tables hide more than they show.
    private const int MostRows = 32;

    public static void Write(SourceWriter writer, string name, LayerPlan plan)
    {
        LayerSpec spec = plan.Spec;
        writer.Line($"// {name}: a {spec.Rank}-D transposed convolution, as torch.nn.ConvTranspose{spec.Rank}d computes it.");
        writer.Line("//");
        WriteParameters(writer, plan);
        writer.Line("//");
        foreach (AxisPhases axis in plan.Axes)
        {
            AxisGeometry g = axis.Geometry;
            string sign = g.LengthOffset < 0 ? "-" : "+";
            string scale = g.Stride == 1 ? "" : Number(g.Stride);
            string formula = "(in - 1)s - 2p + d(k - 1) + op + 1";
            writer.Line($"// Output {axis.Name}: {formula} = {scale}(in - 1) {sign} {Math.Abs(g.LengthOffset)}.");
        }

        writer.Line("//");
        WritePhases(writer, plan);
        writer.Line("//");
        string volume = plan.Geometry.KernelVolume.ToString(CultureInfo.InvariantCulture);
        writer.Line($"// Cost: {volume} multiply-adds per input element and output channel of its group, less at the borders;");
        writer.Line("// no product with a zero inserted between inputs, no scattered sum: every output gathers its own products.");
        foreach (string line in ("Algorithm: " + Form(plan) + ".").Replace("; ", ";\n  ").Split('\n'))
        {
            writer.Line("// " + line);
        }

        writer.Line($"// Code: {UnrollText.Of(plan)}{SideBySide(plan)}.");
    }

    private static void WriteParameters(SourceWriter writer, LayerPlan plan)
    {
        LayerSpec spec = plan.Spec;
        writer.Line("//                     " + string.Concat(plan.Axes.Select(static axis => axis.Name.PadLeft(10))));
        Row("kernel k", spec.Kernel);
        Row("stride s", spec.Stride);
        Row("padding p", spec.Padding);
        Row("output padding op", spec.OutputPadding);
        Row("dilation d", spec.Dilation);
        if (spec.InputSize.Count > 0)
        {
            Row("input size", spec.InputSize);
        }

        writer.Line($"//   groups g           {spec.Groups,9}");
        if (spec.InChannels > 0)
        {
            writer.Line($"//   input channels     {spec.InChannels,9}");
        }

        if (spec.OutChannels > 0)
        {
            writer.Line($"//   output channels    {spec.OutChannels,9}");
        }

        void Row(string title, IEnumerable<int> values) =>
            writer.Line("//   " + title.PadRight(18) + string.Concat(values.Select(static v => Number(v).PadLeft(10))));
    }

    private static void WritePhases(SourceWriter writer, LayerPlan plan)
    {
        writer.Line("// Phases. Per axis, output s*q + offset meets the kernel elements listed, at input q + shift,");
        writer.Line("// where that lies inside:");
        writer.Line("//");
        int width = plan.Axes
            .SelectMany(static axis => axis.Phases.Take(MostRows).Select(phase => Position("q", axis.Geometry.Stride, phase.Offset).Length))
            .Append("output".Length).Max();
        writer.Line("//   axis     " + "output".PadRight(width) + "   kernel element @ input");
        foreach (AxisPhases axis in plan.Axes)
        {
            foreach (AxisPhase phase in axis.Phases.Take(MostRows))
            {
                string output = Position("q", axis.Geometry.Stride, phase.Offset);
                IEnumerable<string> taps = Enumerable.Range(0, Math.Min(phase.TapCount, MostRows))
                    .Select(tap => Number(phase.Kernel(tap)) + " @ " + Position("q", 1, phase.Shift(tap)));
                string more = phase.TapCount > MostRows ? ", ..." : "";
                writer.Line($"//   {axis.Name,-8} {output.PadRight(width)}   {string.Join(", ", taps)}{more}");
            }

            int left = axis.Geometry.PhaseCount - Math.Min(axis.Phases.Length, MostRows);
            if (left > 0)
            {
                string phases = Count(left, "phase");
                writer.Line($"//   {axis.Name,-8} {(axis.Phases.Length > 0 ? "... and " + phases + " more" : phases)}");
            }

            int bare = axis.Geometry.Stride - axis.Geometry.PhaseCount;
            if (bare > 0)
            {
                string offsets = Count(bare, "other offset");
                writer.Line($"//   {axis.Name,-8} {offsets} of {axis.Geometry.Stride} without a kernel element: the bias alone");
            }
        }
    }

    private static string SideBySide(LayerPlan plan) => plan.Rows.Length == 0 ? ""
        : "; " + Count(plan.Rows.Length, "kernel") + " of " + Number(RowRule.Phases(plan.Geometry) * RowRule.Lines(plan.Geometry))
            + " phases side by side";

    private static string Form(LayerPlan plan) => plan.Form switch
    {
        Algorithm.DirectChannels => "direct, lanes are output channels" + Reason(plan),
        Algorithm.DirectPixels => "direct, lanes are neighbouring pixels" + Reason(plan),
        { } form when AlgorithmRule.IsFast(form) => form + ", " + Products(plan) + Reason(plan),
        _ => "chosen by Pack from channels and input size; " + AlgorithmRule.Describe(plan.Geometry, plan.Spec.Algorithm),
    };

    private static string Reason(LayerPlan plan) => plan.Spec.Algorithm == plan.Form
        ? ", as the attribute asks"
        : ": " + Count(plan.Spec.InChannels / plan.Spec.Groups, "input channel") + " and "
            + Count(plan.Spec.OutChannels / plan.Spec.Groups, "output channel") + " per group";

    private static string Products(LayerPlan plan)
    {
        var shape = WinogradShape.Create(plan.Geometry, plan.Form!.Value)!;
        long direct = plan.Geometry.KernelVolume * shape.Windows;
        // Strassen's scheme: per pair of tiles and pairs of channels.
        (long scheme, long definition, string of) = shape.IsStrassen
            ? (WinogradShape.SchemeProducts, WinogradShape.PlainProducts, "of halves")
            : (1L, 1L, "per tile");
        return (scheme * shape.Products).ToString(CultureInfo.InvariantCulture) + " products " + of + " for "
            + (definition * direct).ToString(CultureInfo.InvariantCulture);
    }

    private static string Count(decimal number, string noun) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + noun + (number == 1 ? "" : "s");

    private static string Position(string variable, int step, int offset)
    {
        string scaled = step == 1 ? variable : Number(step) + variable;
        return offset == 0 ? scaled : scaled + (offset < 0 ? " - " : " + ") + Number(Math.Abs(offset));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
