using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>The kernels of a configuration: a file-local type with one method per phase, taps unrolled.</summary>
internal static class KernelWriter
{
    private static readonly string[] s_steps = ["sliceStep", "rowStep", "columnStep"];

    public static void Write(SourceWriter writer, string name, LayerPlan plan)
    {
        using (writer.Open($"file readonly struct {name} : IPhaseKernels"))
        {
            WriteKernels(writer, plan);
            writer.Line();
            string type = plan.Spec.IsOrdinary ? $"ConvLayer<{name}>" : "ConvTransposeLayer";
            WriteLayer(writer, $"public static readonly {type} Layer", name, plan.Spec);
        }
    }

    /// <summary>Kernels, their tap order, and the ways to them by number.</summary>
    public static void WriteKernels(SourceWriter writer, LayerPlan plan)
    {
        PhasePlan[] borders = plan.BorderKernels;
        foreach (PhasePlan phase in plan.RunKernels)
        {
            WritePhase(writer, plan, phase);
            writer.Line();
            if (borders.Contains(phase))
            {
                BorderWriter.WriteBorder(writer, plan, phase);
            }
        }

        if (plan.HasSingleTaps)
        {
            BorderWriter.WriteTap(writer, plan);
        }

        InterleavedWriter.Write(writer, plan);
        PlanesWriter.Write(writer, plan);
        TransformWriter.Write(writer, plan);
        LaneTransformWriter.Write(writer, plan);
        StrassenWriter.Write(writer, plan);
        EpilogueWriter.Write(writer, plan);
        WriteOrder(writer, plan);
        writer.Line();
        WriteDispatch(writer, "Run", "phase", "Phase", "ITile", plan.RunKernels.Select(static phase => phase.Index));
        writer.Line();
        WriteDispatch(writer, "RunBorder", "phase", "Border", "ITile", borders.Select(static phase => phase.Index));
        writer.Line();
        WriteDispatch(
            writer, "RunInterleaved", "number", "Interleaved", "IInterleavedTile", plan.Interleaved.Select(static kernel => kernel.Index));
    }

    /// <summary>A layer by its kernels, and by its epilogue where that stands apart.</summary>
    public static void WriteLayer(SourceWriter writer, string declaration, string kernels, LayerSpec spec, bool isLine = false)
    {
        var properties = new List<string>();
        Property("Kernel", List(spec.Kernel));
        Property("Stride", List(spec.Stride));
        Property("Padding", List(spec.Padding));
        if (spec.HasPaddingEnd)
        {
            Property("PaddingEnd", List(spec.PaddingEnd));
        }

        if (!spec.IsOrdinary)
        {
            Property("OutputPadding", List(spec.OutputPadding));
        }

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

        if (spec.Epilogue.HasResidual)
        {
            Property("TakesResidual", "true");
        }

        if (spec.Epilogue.HasChannelParameters)
        {
            Property("TakesChannelParameters", "true");
        }

        if (spec.Algorithm != Algorithm.Auto)
        {
            Property("Algorithm", "global::ConvGen.Algorithm." + spec.Algorithm);
        }

        string begin = $"{declaration} = new {(spec.IsOrdinary ? "ConvLayer" : "ConvTransposeLayer")}<{kernels}>(new LayerParameters";
        if (isLine)
        {
            writer.Line($"{begin} {{ {string.Join(", ", properties)} }});");
            return;
        }

        writer.Line(begin);
        writer.Line("{");
        properties.ForEach(property => writer.Line($"    {property},"));
        writer.Line("});");

        void Property(string property, string value) => properties.Add($"{property} = {value}");
    }

    // The runtime packs the weights of interleaved kernels by it, and compares its own order for single phases.
    private static void WriteOrder(SourceWriter writer, LayerPlan plan)
    {
        writer.Line("/// <summary>What every kernel meets, elements of the layer's kernel counted row-major: so weights are packed.</summary>");
        writer.Line("public static TapOrder Order => new TapOrder(3, new int[][]");
        WriteLists("}, new int[][]", plan.TapsOfPhases());
        WriteLists("});", plan.Interleaved.Select(kernel =>
            InterleavedPhases.TapOrder(plan.Geometry, kernel.Axes, kernel.Width)));

        void WriteLists(string end, IEnumerable<int[]> kernels)
        {
            writer.Line("{");
            foreach (int[] taps in kernels)
            {
                writer.Line("    " + List(taps) + ",");
            }

            writer.Line(end);
        }
    }

    // By number, from the runtime to a kernel.
    private static void WriteDispatch(
        SourceWriter writer, string method, string parameter, string kernel, string tile, IEnumerable<int> numbers)
    {
        string[] cases = [.. numbers.Select(Number)];
        string head = $"public static void {method}<TTile>(int {parameter}, in KernelArguments args) where TTile : struct, {tile}";
        if (cases.Length == 0)
        {
            writer.Line(head + " { }");
            return;
        }

        using (writer.Open(head))
        {
            using (writer.Open($"switch ({parameter})"))
            {
                foreach (string number in cases)
                {
                    writer.Line($"case {number}: {kernel}{number}<TTile>(in args); break;");
                }
            }
        }
    }

    private static void WritePhase(SourceWriter writer, LayerPlan plan, PhasePlan phase)
    {
        writer.Line("// " + Outputs(plan, phase) + ": " + Number(phase.TapCount) + (phase.TapCount == 1 ? " tap" : " taps")
            + (phase.IsUnrolled ? "." : ", a line of the kernel at a time."));
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open("private static void Phase" + Number(phase.Index) + "<TTile>(in KernelArguments args) where TTile : struct, ITile"))
        {
            if (phase.IsUnrolled)
            {
                WriteSteps(writer, phase);
                WriteTiles(writer, plan, phase);
            }
            else
            {
                BorderWriter.WriteWhole(writer, plan, phase);
            }
        }
    }

    /// <summary>Distances of the taps, kept in registers.</summary>
    internal static void WriteSteps(SourceWriter writer, PhasePlan phase)
    {
        writer.Line("nint channelStep = args.ChannelStep;");
        for (int axis = 0; axis < phase.Axes.Length; axis++)
        {
            if (phase.Axes[axis].TapCount > 1)
            {
                string step = s_steps[s_steps.Length - phase.Axes.Length + axis];
                writer.Line($"nint {step} = args.{char.ToUpperInvariant(step[0])}{step.Substring(1)};");
            }
        }
    }

    private static void WriteTiles(SourceWriter writer, LayerPlan plan, PhasePlan phase)
    {
        using (OpenTiles(writer))
        {
            writer.Line($"ref {plan.Element.Keyword} x = ref args.Input;");
            writer.Line($"ref {plan.Element.Keyword} w = ref args.Weights;");
            using (writer.Open("for (int channel = args.Channels; channel > 0; channel--)"))
            {
                WriteTaps(writer, phase);
                writer.Line("x = ref Unsafe.Add(ref x, channelStep);");
                writer.Line($"w = ref Unsafe.Add(ref w, {Number(phase.TapCount)} * TTile.WeightsPerTap);");
            }
        }
    }

    /// <summary>A loop over tiles: disposing the result stores the sums and closes it.</summary>
    internal static TileLoop OpenTiles(SourceWriter writer)
    {
        SourceWriter.Block loop = writer.Open("for (int index = 0; index < args.Tiles; index++)");
        writer.Line("TTile tile = default;");
        writer.Line("tile.Begin(in args, index);");
        return new TileLoop(writer, loop);
    }

    // Inputs of the taps, as far as they do not lie at the window's corner.
    private static void WriteTaps(SourceWriter writer, PhasePlan phase)
    {
        foreach (TapPlan tap in phase.Taps())
        {
            bool corner = tap.Offset.All(static offset => offset == 0);
            string input = corner ? "x" : "Unsafe.Add(ref x, " + Distance(tap.Offset, s_steps) + ")";
            string kernel = string.Join(", ", tap.Kernel.Select(Number));
            writer.Line($"tile.Tap(ref {input}, ref w, {Number(tap.Index)}); // kernel [{kernel}]");
        }
    }

    /// <summary>From an input to another, <paramref name="steps"/> away along the axes; the last step is the last axis's.</summary>
    internal static string Distance(int[] position, string[] steps)
    {
        string[] terms =
        [
            .. position.Zip(steps.Skip(steps.Length - position.Length), static (offset, step) => (Offset: offset, Step: step))
                .Where(static term => term.Offset > 0)
                .Select(static term => term.Offset == 1 ? term.Step : Number(term.Offset) + " * " + term.Step),
        ];
        return terms.Length == 1
            ? terms[0]
            : string.Join(" + ", terms.Select(static term => term.Contains("*") ? "(" + term + ")" : term));
    }

    private static string Outputs(LayerPlan plan, PhasePlan phase)
    {
        IEnumerable<string> axes = phase.Axes.Select((axis, i) => Output(plan.Axes[i], axis.Offset));
        return "Outputs at " + string.Join(", ", axes);
    }

    /// <summary>The outputs of a phase along an axis, in words.</summary>
    internal static string Output(PlannedAxis axis, int offset)
    {
        int stride = axis.Geometry.Stride;
        return stride == 1
            ? "every " + axis.Name
            : axis.Name + " " + Number(stride) + "q" + (offset == 0 ? "" : " + " + Number(offset));
    }

    internal readonly struct TileLoop(SourceWriter writer, SourceWriter.Block loop) : IDisposable
    {
        public void Dispose()
        {
            writer.Line();
            writer.Line("tile.Store(in args, index);");
            loop.Dispose();
        }
    }

    private static string List(IEnumerable<int> numbers) => "new int[] { " + string.Join(", ", numbers.Select(Number)) + " }";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
