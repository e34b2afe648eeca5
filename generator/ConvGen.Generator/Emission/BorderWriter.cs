using System.Globalization;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// The kernels of phases whose taps are met a line of the kernel at a time: outputs at borders, which miss some of them, and phases of too
/// many taps to unroll them all. And that of single taps.
/// </summary>
internal static class BorderWriter
{
    private static readonly string[] s_names = ["slice", "row", "column"];

    /// <summary>Outputs of a phase that meet some of its taps: a box of them.</summary>
    public static void WriteBorder(SourceWriter writer, LayerPlan plan, PhasePlan phase)
    {
        writer.Line("// The same, of outputs that miss taps at a border.");
        using (Open(writer, "Border" + Number(phase.Index)))
        {
            KernelWriter.WriteSteps(writer, phase);
            AxisPhase width = phase.Axes[phase.Axes.Length - 1];
            writer.Line("int first = args.FirstColumn, end = args.EndColumn;");
            if (width.TapCount > 1)
            {
                writer.Line($"nint before = {Times(width.ShiftStep, "first")} * columnStep;");
            }

            using (KernelWriter.OpenTiles(writer))
            {
                WriteLines(writer, plan, phase, isWhole: false);
            }
        }

        writer.Line();
    }

    /// <summary>All taps of a phase, a line after the other.</summary>
    public static void WriteWhole(SourceWriter writer, LayerPlan plan, PhasePlan phase)
    {
        KernelWriter.WriteSteps(writer, phase);
        using (KernelWriter.OpenTiles(writer))
        {
            WriteLines(writer, plan, phase, isWhole: true);
        }
    }

    /// <summary>One tap, whichever.</summary>
    public static void WriteTap(SourceWriter writer, LayerPlan plan)
    {
        writer.Line("// One tap, whichever: at corners of images, and in images so small that most outputs miss taps.");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open("public static void RunTap<TTile>(in KernelArguments args) where TTile : struct, ITile"))
        {
            writer.Line("nint channelStep = args.ChannelStep, weightStep = args.WeightChannelStep;");
            using (KernelWriter.OpenTiles(writer))
            {
                writer.Line($"ref {plan.Element.Keyword} x = ref args.Input;");
                writer.Line($"ref {plan.Element.Keyword} w = ref args.Weights;");
                using (writer.Open("for (int channel = args.Channels; channel > 0; channel--)"))
                {
                    writer.Line("tile.Tap(ref x, ref w, 0);");
                    writer.Line("x = ref Unsafe.Add(ref x, channelStep);");
                    writer.Line("w = ref Unsafe.Add(ref w, weightStep);");
                }
            }
        }

        writer.Line();
    }

    // Loops over the leading axes; the taps of the last one are unrolled.
    private static void WriteLines(SourceWriter writer, LayerPlan plan, PhasePlan phase, bool isWhole)
    {
        int leading = phase.Axes.Length - 1;
        AxisPhase width = phase.Axes[leading];
        var loops = new Stack<SourceWriter.Block>();
        string input = "";
        string line = "";
        for (int axis = 0; axis < leading; axis++)
        {
            string name = s_names[s_names.Length - phase.Axes.Length + axis];
            string upper = char.ToUpperInvariant(name[0]) + name.Substring(1);
            AxisPhase along = phase.Axes[axis];
            line = line.Length == 0 ? name : $"(({line} * {Number(along.TapCount)}) + {name})";
            if (along.TapCount > 1)
            {
                string distance = isWhole ? name : $"({name} - args.First{upper})";
                input += (input.Length == 0 ? "" : " + ") + $"{Times(along.ShiftStep, distance)} * {name}Step";
            }

            loops.Push(writer.Open(isWhole
                ? $"for (int {name} = 0; {name} < {Number(along.TapCount)}; {name}++)"
                : $"for (int {name} = args.First{upper}; {name} < args.End{upper}; {name}++)"));
        }

        string element = plan.Element.Keyword;
        string taps = Number(width.TapCount);
        writer.Line(input.Length == 0 ? $"ref {element} x = ref args.Input;" : $"ref {element} x = ref Unsafe.Add(ref args.Input, {input});");
        writer.Line(line.Length == 0 ? $"ref {element} w = ref args.Weights;" : $"ref {element} w = ref Unsafe.Add(ref args.Weights, {line} * {taps} * TTile.WeightsPerTap);");
        using (writer.Open("for (int channel = args.Channels; channel > 0; channel--)"))
        {
            for (int tap = 0; tap < width.TapCount; tap++)
            {
                int offset = tap * width.ShiftStep;
                string column = isWhole ? (offset == 0 ? "" : Times(offset, "columnStep"))
                    : tap == 0 ? ""
                    : Times(offset, "columnStep") + " - before";
                string place = column.Length == 0 ? "x" : $"Unsafe.Add(ref x, {column})";
                string meets = isWhole ? "" : tap == 0 ? "if (first == 0 && end > 0) " : $"if (first <= {Number(tap)} && end > {Number(tap)}) ";
                writer.Line($"{meets}tile.Tap(ref {place}, ref w, {Number(tap)}); // kernel column {Number(width.Kernel(tap))}");
            }

            writer.Line("x = ref Unsafe.Add(ref x, channelStep);");
            writer.Line($"w = ref Unsafe.Add(ref w, {Number(phase.TapCount)} * TTile.WeightsPerTap);");
        }

        while (loops.Count > 0)
        {
            loops.Pop().Dispose();
        }
    }

    private static SourceWriter.Block Open(SourceWriter writer, string name)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        return writer.Open($"private static void {name}<TTile>(in KernelArguments args) where TTile : struct, ITile");
    }

    private static string Times(int factor, string value) => factor == 1 ? value : Number(factor) + " * " + value;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
