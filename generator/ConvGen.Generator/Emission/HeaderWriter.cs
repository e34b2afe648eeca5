using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The comment that a reader can learn the layer from: parameters, output size, phases, form, cost, kernels.</summary>
internal static class HeaderWriter
{
    // Longer tables hide more than they show.
    private const int MostRows = 32;

    public static void Write(SourceWriter writer, string name, LayerPlan plan)
    {
        LayerSpec spec = plan.Spec;
        writer.Line($"// {name}: a {spec.Rank}-D {spec.Kind}, as torch.nn.Conv{(spec.IsOrdinary ? "" : "Transpose")}{spec.Rank}d computes it.");
        writer.Line("//");
        WriteParameters(writer, plan);
        writer.Line("//");
        foreach (PlannedAxis axis in plan.Axes)
        {
            writer.Line($"// Output {axis.Name}: {OutputLength(axis.Geometry, spec.HasPaddingEnd ? "p - pEnd" : "2p")}.");
        }

        writer.Line("//");
        WritePhases(writer, plan);
        writer.Line("//");
        WriteClauses(writer, "Algorithm: " + FormText.Algorithm(plan));
        WriteClauses(writer, "Cost: " + FormText.Cost(plan));
        KernelTable.Write(writer, plan);
    }

    private static string OutputLength(AxisGeometry axis, string padding)
    {
        if (axis.IsOrdinary)
        {
            long added = axis.LengthOffset - 1;
            string inside = added == 0 ? "in" : FormattableString.Invariant($"in {(added < 0 ? "-" : "+")} {Math.Abs(added)}");
            string outputs = axis.InStep == 1 ? inside : FormattableString.Invariant($"floor(({inside} - 1) / {axis.InStep}) + 1");
            return $"floor((in + {padding.Replace('-', '+')} - d(k - 1) - 1) / s) + 1 = {outputs}";
        }

        string sign = axis.LengthOffset < 0 ? "-" : "+";
        string scale = axis.Stride == 1 ? "" : Number(axis.Stride);
        return FormattableString.Invariant($"(in - 1)s - {padding} + d(k - 1) + op + 1 = {scale}(in - 1) {sign} {Math.Abs(axis.LengthOffset)}");
    }

    // A clause a line.
    private static void WriteClauses(SourceWriter writer, string text)
    {
        foreach (string line in (text + ".").Replace("; ", ";\n  ").Split('\n'))
        {
            writer.Line("// " + line);
        }
    }

    private static void WriteParameters(SourceWriter writer, LayerPlan plan)
    {
        LayerSpec spec = plan.Spec;
        writer.Line("//                     " + string.Concat(plan.Axes.Select(static axis => axis.Name.PadLeft(10))));
        Row("kernel k", spec.Kernel);
        Row("stride s", spec.Stride);
        Row("padding p", spec.Padding);
        if (spec.HasPaddingEnd)
        {
            Row("padding at ends", spec.PaddingEnd);
        }

        if (!spec.IsOrdinary)
        {
            Row("output padding op", spec.OutputPadding);
        }

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
        writer.Line(plan.Spec.IsOrdinary
            ? "// Taps. Per axis, output q meets the kernel elements listed, at input s*q + shift,"
            : "// Phases. Per axis, output s*q + offset meets the kernel elements listed, at input q + shift,");
        writer.Line("// where that lies inside:");
        writer.Line("//");
        int width = plan.Axes
            .SelectMany(static axis => axis.Phases.Take(MostRows).Select(phase => Position("q", axis.Geometry.Stride, phase.Offset).Length))
            .Append("output".Length).Max();
        writer.Line("//   axis     " + "output".PadRight(width) + "   kernel element @ input");
        foreach (PlannedAxis axis in plan.Axes)
        {
            foreach (AxisPhase phase in axis.Phases.Take(MostRows))
            {
                string output = Position("q", axis.Geometry.Stride, phase.Offset);
                IEnumerable<string> taps = Enumerable.Range(0, Math.Min(phase.TapCount, MostRows))
                    .Select(tap => Number(phase.Kernel(tap)) + " @ " + Position("q", phase.InStep, phase.Shift(tap)));
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

    private static string Count(decimal number, string noun) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + noun + (number == 1 ? "" : "s");

    private static string Position(string variable, int step, int offset)
    {
        string scaled = step == 1 ? variable : Number(step) + variable;
        return offset == 0 ? scaled : scaled + (offset < 0 ? " - " : " + ") + Number(Math.Abs(offset));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
