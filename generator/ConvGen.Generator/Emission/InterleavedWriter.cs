using System.Globalization;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The kernels of interleaved phases: inputs are loaded once for all phases that have a tap there.</summary>
internal static class InterleavedWriter
{
    private static readonly string[] s_steps = ["args.SliceStep", "args.RowStep"];

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        foreach (InterleavedKernel kernel in plan.Interleaved)
        {
            WriteKernel(writer, plan, kernel);
            writer.Line();
        }
    }

    private static void WriteKernel(SourceWriter writer, LayerPlan plan, InterleavedKernel kernel)
    {
        writer.Line("// " + Outputs(plan, kernel) + ".");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"private static void Interleaved{Number(kernel.Index)}<TTile>(in KernelArguments args) where TTile : struct, IInterleavedTile"))
        {
            writer.Line("nint channelStep = args.ChannelStep;");
            WriteTiles(writer, plan, kernel);
        }
    }

    private static void WriteTiles(SourceWriter writer, LayerPlan plan, InterleavedKernel kernel)
    {
        using (writer.Open("for (int index = 0; index < args.Tiles; index++)"))
        {
            writer.Line("TTile tile = default;");
            writer.Line("tile.Begin(in args, index);");
            writer.Line($"ref {plan.Element.Keyword} x = ref args.Input;");
            writer.Line($"ref {plan.Element.Keyword} w = ref args.Weights;");
            using (writer.Open("for (int channel = args.Channels; channel > 0; channel--)"))
            {
                if (kernel.IsUnrolled)
                {
                    WriteUnrolled(writer, plan, kernel);
                }
                else
                {
                    WriteLooped(writer, plan, kernel, "x", [], []);
                }

                writer.Line("x = ref Unsafe.Add(ref x, channelStep);");
            }

            writer.Line();
            writer.Line("tile.Store(in args, index);");
        }
    }

    private static void WriteUnrolled(SourceWriter writer, LayerPlan plan, InterleavedKernel kernel)
    {
        int next = 0;
        foreach (InterleavedInput[] shifts in Leading(kernel.Axes))
        {
            int[] offset = [.. shifts.Select((shift, axis) => shift.Shift - kernel.Axes[axis].FirstShift)];
            string name = "x";
            if (offset.Any(static o => o > 0))
            {
                name += string.Concat(offset.Select(static o => "_" + Number(o)));
                writer.Line($"ref {plan.Element.Keyword} {name} = ref Unsafe.Add(ref x, {KernelWriter.Distance(offset, s_steps)});");
            }

            WriteTaps(writer, kernel, name, shifts, [.. shifts.Select(static _ => "")], ref next);
        }

        writer.Line($"w = ref Unsafe.Add(ref w, {Number(next)} * TTile.WeightsPerTap);");
    }

    // Inputs that the same phases meet lie equally far apart: a loop over each such stretch of each leading axis.
    private static void WriteLooped(SourceWriter writer, LayerPlan plan, InterleavedKernel kernel, string outer, InterleavedInput[] shifts, string[] loops)
    {
        int axis = shifts.Length;
        if (axis == kernel.Axes.Length)
        {
            int next = 0;
            WriteTaps(writer, kernel, outer, shifts, loops, ref next);
            writer.Line($"w = ref Unsafe.Add(ref w, {Number(next)} * TTile.WeightsPerTap);");
            return;
        }

        string name = kernel.Axes.Length - axis == 1 ? "row" : "slice";
        string step = s_steps[s_steps.Length - kernel.Axes.Length + axis];
        InterleavedInput[][] stretches = kernel.Axes[axis].Stretches();
        writer.Line($"ref {plan.Element.Keyword} {name} = ref {outer};");
        for (int i = 0; i < stretches.Length; i++)
        {
            InterleavedInput[] stretch = stretches[i];
            InterleavedInput[] inner = [.. shifts, stretch[0]];
            int reached = stretch[0].Shift;
            if (stretch.Length == 1)
            {
                WriteLooped(writer, plan, kernel, name, inner, [.. loops, ""]);
            }
            else
            {
                int distance = stretch[1].Shift - stretch[0].Shift;
                int down = stretch[0].Taps[0].Kernel - stretch[1].Taps[0].Kernel;
                reached += stretch.Length * distance;
                using (writer.Open($"for (int {name}Tap = 0; {name}Tap < {Number(stretch.Length)}; {name}Tap++)"))
                {
                    string loop = down == 1 ? $" - {name}Tap" : $" - {Number(down)} * {name}Tap";
                    WriteLooped(writer, plan, kernel, name, inner, [.. loops, loop]);
                    Advance(distance);
                }
            }

            if (i + 1 < stretches.Length)
            {
                Advance(stretches[i + 1][0].Shift - reached);
            }
        }

        void Advance(int shift)
        {
            if (shift != 0)
            {
                writer.Line($"{name} = ref Unsafe.Add(ref {name}, {(shift == 1 ? step : Number(shift) + " * " + step)});");
            }
        }
    }

    private static void WriteTaps(
        SourceWriter writer, InterleavedKernel kernel, string input, InterleavedInput[] shifts, string[] loops, ref int next)
    {
        foreach (InterleavedInput shift in kernel.Width.Shifts)
        {
            writer.Line($"tile.Load(ref {input}, {Number(shift.Shift - kernel.Width.FirstShift)});");
            foreach (InterleavedTap[] taps in Leading(shifts))
            {
                string prefix = string.Concat(taps.Select((tap, axis) => Number(tap.Kernel) + loops[axis] + ", "));
                int line = taps.Length == 0 ? 0 : taps[taps.Length - 1].Phase;
                foreach (InterleavedTap tap in shift.Taps)
                {
                    int phase = (line * kernel.Width.Phases) + tap.Phase;
                    writer.Line($"tile.Tap({Number(phase)}, ref w, {Number(next)}); // kernel [{prefix}{Number(tap.Kernel)}]");
                    next++;
                }
            }
        }
    }

    private static IEnumerable<InterleavedInput[]> Leading(InterleavedPhases[] axes) => axes.Aggregate(
        (IEnumerable<InterleavedInput[]>)[[]],
        static (heads, axis) => heads.SelectMany(head => axis.Shifts.Select(shift => (InterleavedInput[])[.. head, shift])));

    private static IEnumerable<InterleavedTap[]> Leading(InterleavedInput[] shifts) => shifts.Aggregate(
        (IEnumerable<InterleavedTap[]>)[[]],
        static (heads, shift) => heads.SelectMany(head => shift.Taps.Select(tap => (InterleavedTap[])[.. head, tap])));

    /// <summary>What a kernel computes, in words.</summary>
    internal static string Outputs(LayerPlan plan, InterleavedKernel kernel)
    {
        IEnumerable<string> axes = kernel.Axes.Append(kernel.Width).Select((phases, i) => Output(plan.Axes[i], phases));
        return "Outputs at " + string.Join(", ", axes) + ": " + Number(kernel.Taps) + " taps";
    }

    private static string Output(PlannedAxis axis, InterleavedPhases phases) => phases.Phases == 1 ? KernelWriter.Output(axis, phases.Offset)
        : phases.Phases == axis.Geometry.Stride ? "every " + axis.Name
        : KernelWriter.Output(axis, phases.Offset) + " to " + Number(phases.Offset + phases.Phases - 1);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
