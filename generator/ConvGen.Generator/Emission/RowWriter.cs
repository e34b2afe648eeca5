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
        writer.Line($"public static int Rows => {Number(plan.Rows.Length)};");
        writer.Line();
        using (writer.Open("public static void RunRow<TTile>(int row, in TileRun run) where TTile : struct, IRowTile"))
        {
            if (plan.Rows.Length == 0)
            {
                writer.Line("// No phases are computed side by side.");
            }
            else
            {
                using (writer.Open("switch (row)"))
                {
                    foreach (RowKernelPlan row in plan.Rows)
                    {
                        writer.Line($"case {Number(row.Index)}: Row{Number(row.Index)}<TTile>(in run); break;");
                    }
                }
            }
        }

        foreach (RowKernelPlan row in plan.Rows)
        {
            writer.Line();
            WriteRow(writer, plan, row);
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
                    WriteLooped(writer, plan, row);
                }

                writer.Line("x = ref Unsafe.Add(ref x, channelStep);");
            }

            writer.Line("tile.Store(in run, index);");
        }
    }

    private static void WriteUnrolled(SourceWriter writer, LayerPlan plan, RowKernelPlan row)
    {
        int next = 0;
        for (int leading = 0; leading < row.LeadingTaps; leading++)
        {
            (int[] offset, int[] kernel) = Leading(row, leading);
            string name = "x";
            if (offset.Any(static o => o > 0))
            {
                name += string.Concat(offset.Select(static o => "_" + Number(o)));
                writer.Line($"ref {plan.Element.Keyword} {name} = ref Unsafe.Add(ref x, {KernelWriter.Distance(offset, s_steps)});");
            }

            WriteTaps(writer, row, name, "w", ref next, kernel.Select(Number));
        }

        writer.Line($"w = ref Unsafe.Add(ref w, {Number(next)} * TTile.WeightsPerTap);");
    }

    // One loop per leading axis; its taps lie equally far apart.
    private static void WriteLooped(SourceWriter writer, LayerPlan plan, RowKernelPlan row)
    {
        string[] steps = [.. s_steps.Skip(s_steps.Length - row.Axes.Length)];
        string[] names = row.Axes.Length == 1 ? ["row"] : ["slice", "row"];
        var open = new Stack<IDisposable>();
        string outer = "x";
        for (int axis = 0; axis < row.Axes.Length; axis++)
        {
            string name = names[axis];
            writer.Line($"ref {plan.Element.Keyword} {name} = ref {outer};");
            open.Push(writer.Open($"for (int {name}Tap = 0; {name}Tap < {Number(row.Axes[axis].TapCount)}; {name}Tap++)"));
            outer = name;
        }

        int next = 0;
        WriteTaps(writer, row, outer, "w", ref next, names.Take(row.Axes.Length).Select(static name => name + "Tap"));
        writer.Line($"w = ref Unsafe.Add(ref w, {Number(next)} * TTile.WeightsPerTap);");
        for (int axis = row.Axes.Length - 1; axis >= 0; axis--)
        {
            string step = row.Axes[axis].ShiftStep == 1 ? steps[axis] : Number(row.Axes[axis].ShiftStep) + " * " + steps[axis];
            writer.Line($"{names[axis]} = ref Unsafe.Add(ref {names[axis]}, {step});");
            open.Pop().Dispose();
        }
    }

    private static void WriteTaps(
        SourceWriter writer, RowKernelPlan row, string input, string weights, ref int next, IEnumerable<string> leading)
    {
        string prefix = string.Concat(leading.Select(static kernel => kernel + ", "));
        foreach (RowShift shift in row.Width.Shifts)
        {
            writer.Line($"tile.Load(ref {input}, {Number(shift.Shift - row.Width.FirstShift)});");
            foreach (RowTap tap in shift.Taps)
            {
                string kernel = prefix + Number(tap.Kernel);
                writer.Line($"tile.Tap({Number(tap.Phase)}, ref {weights}, {Number(next)}); // kernel [{kernel}]");
                next++;
            }
        }
    }

    private static (int[] Offset, int[] Kernel) Leading(RowKernelPlan row, int index)
    {
        var offset = new int[row.Axes.Length];
        var kernel = new int[row.Axes.Length];
        for (int axis = row.Axes.Length - 1; axis >= 0; axis--)
        {
            (int tap, AxisPhase phase) = (index % row.Axes[axis].TapCount, row.Axes[axis]);
            (offset[axis], kernel[axis]) = (tap * phase.ShiftStep, phase.Kernel(tap));
            index /= phase.TapCount;
        }

        return (offset, kernel);
    }

    private static string Outputs(LayerPlan plan, RowKernelPlan row)
    {
        IEnumerable<string> leading = row.Axes.Select((axis, i) => KernelWriter.Output(plan.Axes[i], axis.Offset));
        AxisPhases width = plan.Axes[plan.Axes.Length - 1];
        int count = PhaseRow.PhasesOf(width.Geometry);
        string last = count == width.Geometry.Stride
            ? "every " + width.Name
            : KernelWriter.Output(width, row.Width.Offset) + " to " + Number(row.Width.Offset + count - 1);
        return "Outputs at " + string.Join(", ", leading.Append(last)) + ": " + Number(row.LeadingTaps * row.Width.Taps) + " taps";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
