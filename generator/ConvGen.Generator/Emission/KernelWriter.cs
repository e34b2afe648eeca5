using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The kernels of a configuration: a file-local type with one method per phase, taps unrolled.</summary>
internal static class KernelWriter
{
    public static void Write(SourceWriter writer, string name, LayerPlan plan)
    {
        using (writer.Open($"file readonly struct {name} : IPhaseKernels"))
        {
            WriteLayer(writer, name, plan.Spec);
            writer.Line();
            writer.Line($"public static int UnrolledTaps => {Number(plan.UnrolledTaps)};");
            writer.Line();
            WriteDispatch(writer, plan);
            foreach (PhasePlan phase in plan.Kernels)
            {
                writer.Line();
                WritePhase(writer, plan, phase);
            }
        }
    }

    private static void WriteLayer(SourceWriter writer, string name, LayerSpec spec)
    {
        writer.Line($"public static readonly ConvTransposeLayer Layer = new ConvTransposeLayer<{name}>(new LayerParameters");
        writer.Line("{");
        Property("Kernel", List(spec.Kernel));
        Property("Stride", List(spec.Stride));
        Property("Padding", List(spec.Padding));
        Property("OutputPadding", List(spec.OutputPadding));
        Property("Dilation", List(spec.Dilation));
        Property("Groups", Number(spec.Groups));
        if (spec.InChannels > 0)
        {
            Property("InChannels", Number(spec.InChannels));
        }

        if (spec.OutChannels > 0)
        {
            Property("OutChannels", Number(spec.OutChannels));
        }

        if (spec.InputSize.Count > 0)
        {
            Property("InputSize", List(spec.InputSize));
        }

        if (spec.Algorithm != Algorithm.Auto)
        {
            Property("Algorithm", "global::ConvGen.Algorithm." + spec.Algorithm);
        }

        writer.Line("});");

        void Property(string property, string value) => writer.Line($"    {property} = {value},");
    }

    private static void WriteDispatch(SourceWriter writer, LayerPlan plan)
    {
        using (writer.Open("public static void Run<TTile>(int phase, in TileRun run) where TTile : struct, ITile"))
        {
            if (plan.Kernels.Length == 0)
            {
                writer.Line("// Every phase loops over its taps.");
                return;
            }

            using (writer.Open("switch (phase)"))
            {
                foreach (PhasePlan phase in plan.Kernels)
                {
                    writer.Line($"case {Number(phase.Index)}: Phase{Number(phase.Index)}<TTile>(in run); break;");
                }
            }
        }
    }

    private static void WritePhase(SourceWriter writer, LayerPlan plan, PhasePlan phase)
    {
        writer.Line("// " + Outputs(plan, phase) + ": " + Number(phase.TapCount) + (phase.TapCount == 1 ? " tap." : " taps."));
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open("private static void Phase" + Number(phase.Index) + "<TTile>(in TileRun run) where TTile : struct, ITile"))
        using (writer.Open("for (int index = 0; index < run.Tiles; index++)"))
        {
            writer.Line("TTile tile = default;");
            writer.Line("tile.Begin(in run, index);");
            writer.Line($"ref {plan.Element.Keyword} x = ref run.Input;");
            writer.Line($"ref {plan.Element.Keyword} w = ref run.Weights;");
            using (writer.Open("for (int channel = run.Channels; channel > 0; channel--)"))
            {
                WriteTaps(writer, plan, phase);
                writer.Line("x = ref Unsafe.Add(ref x, run.ChannelStep);");
                writer.Line($"w = ref Unsafe.Add(ref w, {Number(phase.TapCount)} * TTile.WeightsPerTap);");
            }

            writer.Line("tile.Store(in run, index);");
        }
    }

    // Input rows as far as the taps reach; within a row, offsets are constants of the instructions.
    private static void WriteTaps(SourceWriter writer, LayerPlan plan, PhasePlan phase)
    {
        int[]? current = null;
        string row = "x";
        foreach (TapPlan tap in phase.Taps())
        {
            int[] position = [.. tap.Offset.Take(tap.Offset.Length - 1)];
            if (current is null || !position.SequenceEqual(current))
            {
                row = position.All(static offset => offset == 0) ? "x" : "x" + string.Concat(position.Select(static o => "_" + Number(o)));
                if (row != "x")
                {
                    writer.Line($"ref {plan.Element.Keyword} {row} = ref Unsafe.Add(ref x, {RowOffset(position)});");
                }

                current = position;
            }

            string kernel = string.Join(", ", tap.Kernel.Select(Number));
            int column = tap.Offset[tap.Offset.Length - 1];
            writer.Line($"tile.Tap(ref {row}, {Number(column)}, ref w, {Number(tap.Index)}); // kernel [{kernel}]");
        }
    }

    private static string RowOffset(int[] position)
    {
        string[] steps = position.Length == 1 ? ["run.RowStep"] : ["run.SliceStep", "run.RowStep"];
        string[] terms =
        [
            .. position.Zip(steps, static (offset, step) => (Offset: offset, Step: step))
                .Where(static term => term.Offset > 0)
                .Select(static term => term.Offset == 1 ? term.Step : Number(term.Offset) + " * " + term.Step),
        ];
        return terms.Length == 1
            ? terms[0]
            : string.Join(" + ", terms.Select(static term => term.Contains("*") ? "(" + term + ")" : term));
    }

    private static string Outputs(LayerPlan plan, PhasePlan phase)
    {
        IEnumerable<string> axes = phase.Axes.Select((axis, i) =>
        {
            int stride = plan.Axes[i].Geometry.Stride;
            string name = plan.Axes[i].Name;
            return stride == 1 ? "every " + name : name + " " + Number(stride) + "q"
                + (axis.Offset == 0 ? "" : " + " + Number(axis.Offset));
        });
        return "Outputs at " + string.Join(", ", axes);
    }

    private static string List(IEnumerable<int> numbers) => "[" + string.Join(", ", numbers.Select(Number)) + "]";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
