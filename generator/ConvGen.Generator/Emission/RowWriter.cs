using System.Globalization;
using ConvGen.Generator.Planning;
using ConvGen.Geometry;

namespace ConvGen.Generator.Emission;

/// <summary>The kernels of rows of phases: inputs are loaded once for all phases that have a tap there.</summary>
internal static class RowWriter
{
    private static readonly string[] s_steps = ["run.SliceStep", "run.RowStep"];

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        foreach (RowKernelPlan row in plan.Rows)
        {
            WriteRow(writer, plan, row);
            writer.Line();
        }
    }

    private static void WriteRow(SourceWriter writer, LayerPlan plan, RowKernelPlan row)
    {
        writer.Line("// " + Outputs(plan, row) + ".");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"private static void Row{Number(row.Index)}<TTile>(in TileRun run) where TTile : struct, IRowTile"))
        {
            writer.Line("nint channelStep = run.ChannelStep;");
            WriteTiles(writer, plan, row);
        }
    }

    private static void WriteTiles(SourceWriter writer, LayerPlan plan, RowKernelPlan row)
    {
        using (writer.Open("for (int index = 0; index < run.Tiles; index++)"))
        {
            writer.Line("TTile tile = default;");
            writer.Line("tile.Begin(in run, index);");
            writer.Line($"ref {plan.Element.Keyword} x = ref run.Input;");
            writer.Line($"ref {plan.Element.Keyword} w = ref run.Weights;");
            using (writer.Open("for (int channel = run.Channels; channel > 0; channel--)"))
            {
                if (row.IsUnrolled)
                {
                    WriteUnrolled(writer, plan, row);
                }
                else
                {
                    WriteLooped(writer, plan, row, "x", [], []);
                }

                writer.Line("x = ref Unsafe.Add(ref x, channelStep);");
            }

            writer.Line();
            writer.Line("tile.Store(in run, index);");
        }
    }

    private static void WriteUnrolled(SourceWriter writer, LayerPlan plan, RowKernelPlan row)
    {
        int next = 0;
        foreach (RowShift[] shifts in Leading(row.Axes))
        {
            int[] offset = [.. shifts.Select((shift, axis) => shift.Shift - row.Axes[axis].FirstShift)];
            string name = "x";
            if (offset.Any(static o => o > 0))
            {
                name += string.Concat(offset.Select(static o => "_" + Number(o)));
                writer.Line($"ref {plan.Element.Keyword} {name} = ref Unsafe.Add(ref x, {KernelWriter.Distance(offset, s_steps)});");
            }

            WriteTaps(writer, row, name, shifts, [.. shifts.Select(static _ => "")], ref next);
        }

        writer.Line($"w = ref Unsafe.Add(ref w, {Number(next)} * TTile.WeightsPerTap);");
    }

    // Inputs that the same phases meet lie equally far apart: a loop over each such stretch of each leading axis.
    private static void WriteLooped(SourceWriter writer, LayerPlan plan, RowKernelPlan row, string outer, RowShift[] shifts, string[] loops)
    {
        int axis = shifts.Length;
        if (axis == row.Axes.Length)
        {
            int next = 0;
            WriteTaps(writer, row, outer, shifts, loops, ref next);
            writer.Line($"w = ref Unsafe.Add(ref w, {Number(next)} * TTile.WeightsPerTap);");
            return;
        }

        string name = row.Axes.Length - axis == 1 ? "row" : "slice";
        string step = s_steps[s_steps.Length - row.Axes.Length + axis];
        RowShift[][] stretches = row.Axes[axis].Stretches();
        writer.Line($"ref {plan.Element.Keyword} {name} = ref {outer};");
        for (int i = 0; i < stretches.Length; i++)
        {
            RowShift[] stretch = stretches[i];
            RowShift[] inner = [.. shifts, stretch[0]];
            int reached = stretch[0].Shift;
            if (stretch.Length == 1)
            {
                WriteLooped(writer, plan, row, name, inner, [.. loops, ""]);
            }
            else
            {
                int distance = stretch[1].Shift - stretch[0].Shift;
                int down = stretch[0].Taps[0].Kernel - stretch[1].Taps[0].Kernel;
                reached += stretch.Length * distance;
                using (writer.Open($"for (int {name}Tap = 0; {name}Tap < {Number(stretch.Length)}; {name}Tap++)"))
                {
                    string loop = down == 1 ? $" - {name}Tap" : $" - {Number(down)} * {name}Tap";
                    WriteLooped(writer, plan, row, name, inner, [.. loops, loop]);
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
        SourceWriter writer, RowKernelPlan row, string input, RowShift[] shifts, string[] loops, ref int next)
    {
        foreach (RowShift shift in row.Width.Shifts)
        {
            writer.Line($"tile.Load(ref {input}, {Number(shift.Shift - row.Width.FirstShift)});");
            foreach (RowTap[] taps in Leading(shifts))
            {
                string prefix = string.Concat(taps.Select((tap, axis) => Number(tap.Kernel) + loops[axis] + ", "));
                int line = taps.Length == 0 ? 0 : taps[taps.Length - 1].Phase;
                foreach (RowTap tap in shift.Taps)
                {
                    int phase = (line * row.Width.Phases) + tap.Phase;
                    writer.Line($"tile.Tap({Number(phase)}, ref w, {Number(next)}); // kernel [{prefix}{Number(tap.Kernel)}]");
                    next++;
                }
            }
        }
    }

    private static IEnumerable<RowShift[]> Leading(PhaseRow[] axes) => axes.Aggregate(
        (IEnumerable<RowShift[]>)[[]],
        static (heads, axis) => heads.SelectMany(head => axis.Shifts.Select(shift => (RowShift[])[.. head, shift])));

    private static IEnumerable<RowTap[]> Leading(RowShift[] shifts) => shifts.Aggregate(
        (IEnumerable<RowTap[]>)[[]],
        static (heads, shift) => heads.SelectMany(head => shift.Taps.Select(tap => (RowTap[])[.. head, tap])));

    private static string Outputs(LayerPlan plan, RowKernelPlan row)
    {
        IEnumerable<string> axes = row.Axes.Append(row.Width).Select((phases, i) => Output(plan.Axes[i], phases));
        return "Outputs at " + string.Join(", ", axes) + ": " + Number(row.Taps) + " taps";
    }

    private static string Output(AxisPhases axis, PhaseRow row) => row.Phases == 1 ? KernelWriter.Output(axis, row.Offset)
        : row.Phases == axis.Geometry.Stride ? "every " + axis.Name
        : KernelWriter.Output(axis, row.Offset) + " to " + Number(row.Offset + row.Phases - 1);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
