using System.Globalization;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// The kernels for planes of one input and one output channel per group, which have too few products to repay what a tile looks up: line by
/// line, with weights that stay in registers.
/// </summary>
internal static class PlanesWriter
{
    private const string Generic = "<TSimd, TVector>";

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        foreach (InterleavedKernel kernel in plan.Planes)
        {
            WritePlanes(writer, plan, kernel);
            writer.Line();
        }

        if (plan.Planes.Length > 0)
        {
            WriteDispatch(writer, plan);
            writer.Line();
        }

        if (plan.HasEnlargedLines)
        {
            WriteEnlarged(writer, plan);
            writer.Line();
        }
    }

    private static void WritePlanes(SourceWriter writer, LayerPlan plan, InterleavedKernel kernel)
    {
        InterleavedPhases height = kernel.Axes[0];
        writer.Line("// " + (plan.HasOnePlane
            ? $"Outputs at every {plan.Axes[0].Name}, two at a time, every {plan.Axes[1].Name}: {Number((int)plan.Geometry.KernelVolume)} taps"
            : InterleavedWriter.Outputs(plan, kernel)) + ", all weights in registers.");
        int parts = plan.Geometry.Width.InStep;
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open(TransformWriter.Head(plan, "private", "Planes" + Number(kernel.Index), "in PlaneArguments args")))
        {
            int weights = plan.HasOnePlane ? (int)plan.Geometry.KernelVolume : kernel.Taps;
            for (int tap = 0; tap < weights; tap++)
            {
                writer.Line($"TVector w{Number(tap)} = TSimd.Broadcast(ref args.Weights, {Number(tap)});");
            }

            writer.Line("TVector bias = TSimd.Broadcast(ref args.Bias, 0);");
            writer.Line(parts == 1 ? "nint last = args.Vectors - 1;" : "nint last = args.Vectors - 1, part = args.PartStep;");
            using (writer.Open("for (int position = 0; position < args.Positions; position++)"))
            {
                foreach (InterleavedInput row in height.Shifts)
                {
                    string number = Number(row.Shift - height.FirstShift);
                    writer.Line($"ref {plan.Element.Keyword} row{number} = ref args.Row(position, {number});");
                }

                for (int line = 0; line < height.Phases; line++)
                {
                    writer.Line($"ref {plan.Element.Keyword} line{Number(line)} = ref args.Line(position, {Number(line)});");
                }

                using (writer.Open("for (nint vector = 0; vector <= last; vector++)"))
                {
                    writer.Line("nint at = vector < last ? vector * TSimd.Lanes : args.LastPosition;");
                    WriteProducts(writer, kernel, parts);
                    WriteStores(writer, plan, kernel);
                }
            }
        }
    }

    // Input by input, in the order of the packed weights. Where positions are several inputs apart, parts of rows are.
    private static void WriteProducts(SourceWriter writer, InterleavedKernel kernel, int parts)
    {
        InterleavedPhases height = kernel.Axes[0];
        var begun = new HashSet<int>();
        var weights = new Dictionary<(int, int), int>();
        foreach (InterleavedInput row in height.Shifts)
        {
            foreach (InterleavedInput column in kernel.Width.Shifts)
            {
                int distance = column.Shift - kernel.Width.FirstShift;
                int part = distance % parts;
                string at = "at" + (distance < parts ? "" : " + " + Number(distance / parts))
                    + (part == 0 ? "" : part == 1 ? " + part" : $" + ({Number(part)} * part)");
                writer.Line((weights.Count == 0 ? "TVector " : "") + $"x = TSimd.Load(ref row{Number(row.Shift - height.FirstShift)}, {at});");
                foreach (InterleavedTap line in row.Taps)
                {
                    foreach (InterleavedTap tap in column.Taps)
                    {
                        int phase = (line.Phase * kernel.Width.Phases) + tap.Phase;
                        string sum = "s" + Number(phase);
                        bool isFirst = begun.Add(phase);
                        // Lines of one phase share weights: the first line meets each before the next does.
                        if (!weights.TryGetValue((line.Kernel, tap.Kernel), out int number))
                        {
                            weights.Add((line.Kernel, tap.Kernel), number = weights.Count);
                        }

                        string weight = "w" + Number(number);
                        writer.Line(
                            (isFirst ? $"TVector {sum} = TSimd.Multiply(x, {weight});" : $"{sum} = TSimd.MultiplyAdd(x, {weight}, {sum});")
                            + $" // kernel [{Number(line.Kernel)}, {Number(tap.Kernel)}]");
                    }
                }
            }
        }
    }

    private static void WriteStores(SourceWriter writer, LayerPlan plan, InterleavedKernel kernel)
    {
        int phases = kernel.Width.Phases;
        int lines = kernel.Axes[0].Phases;
        for (int line = 0; line < lines; line++)
        {
            writer.Line($"ref {plan.Element.Keyword} y{Number(line)} = ref Unsafe.Add(ref line{Number(line)}, {(phases == 1 ? "at" : "at * " + Number(phases))});");
        }

        using (writer.Open("if (vector == last && args.EndsInStrip)"))
        {
            for (int line = 0; line < lines; line++)
            {
                writer.Line($"y{Number(line)} = ref args.End(position, {Number(line)});");
            }
        }

        for (int line = 0; line < lines; line++)
        {
            string sums = string.Join(", ", Enumerable.Range(line * phases, phases).Select(static phase => "s" + Number(phase)));
            writer.Line(phases switch
            {
                1 => $"InterleavedStore.Singles{Generic}({sums}, bias, ref y{Number(line)}, 0);",
                2 => $"InterleavedStore.Pairs{Generic}({sums}, bias, ref y{Number(line)}, 0);",
                3 => $"InterleavedStore.Triples{Generic}({sums}, bias, ref y{Number(line)}, 0);",
                _ => $"InterleavedStore.Quads{Generic}({sums}, bias, ref y{Number(line)}, 4);",
            });
        }
    }

    private static void WriteDispatch(SourceWriter writer, LayerPlan plan)
    {
        using (writer.Open(TransformWriter.Head(plan, "public", "RunPlanes", "int number, in PlaneArguments args")))
        using (writer.Open("switch (number)"))
        {
            foreach (InterleavedKernel kernel in plan.Planes)
            {
                writer.Line($"case {Number(kernel.Index)}: Planes{Number(kernel.Index)}{Generic}(in args); break;");
            }
        }
    }

    // Of every output two inputs along each axis; w has a weight per lane.
    private static void WriteEnlarged(SourceWriter writer, LayerPlan plan)
    {
        string element = plan.Element.Keyword;
        writer.Line("// Lines of outputs, lanes as neighbours: inputs are repeated as often as the stride says, so that weights stay in registers.");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open(TransformWriter.Head(plan, "public", "RunLines", "in LineArguments args")))
        {
            writer.Line($"ref {element} above = ref args.Above;");
            writer.Line($"ref {element} at = ref args.At;");
            writer.Line("nint width = args.Width, ahead = args.Ahead;");
            writer.Line("TVector bias = TSimd.Broadcast(ref args.Bias, 0);");
            using (writer.Open("for (int line = 0; line < args.Lines; line++)"))
            {
                writer.Line($"ref {element} w = ref Unsafe.Add(ref args.Weights, line * 4 * TSimd.Lanes);");
                writer.Line("TVector w0 = TSimd.Load(ref w, 0); // the row above, the input before");
                writer.Line("TVector w1 = TSimd.Load(ref w, TSimd.Lanes); // the row above");
                writer.Line("TVector w2 = TSimd.Load(ref w, 2 * TSimd.Lanes); // the row, the input before");
                writer.Line("TVector w3 = TSimd.Load(ref w, 3 * TSimd.Lanes);");
                writer.Line($"ref {element} y = ref args.Line(line);");
                writer.Line("TVector a = TSimd.Load(ref above, -TSimd.Lanes);");
                writer.Line("TVector b = TSimd.Load(ref at, -TSimd.Lanes);");
                writer.Line("nint output = 0;");
                using (writer.Open("for (; output <= width - (2 * TSimd.Lanes); output += 2 * TSimd.Lanes)"))
                {
                    writer.Line("LineArguments.Fetch(ref y, output + ahead);");
                    WriteVector(writer, "a", "b", "c", "d", "output");
                    writer.Line($"InterleavedStore.Singles{Generic}(sum, bias, ref y, output);");
                    WriteVector(writer, "c", "d", "a", "b", "output + TSimd.Lanes");
                    writer.Line($"InterleavedStore.Singles{Generic}(sum, bias, ref y, output + TSimd.Lanes);");
                }

                using (writer.Open("for (; output < width; output += TSimd.Lanes)"))
                {
                    WriteVector(writer, "a", "b", "c", "d", "output");
                    writer.Line($"args.WriteEnd{Generic}(sum, bias, ref y, output);");
                    writer.Line("a = c;");
                    writer.Line("b = d;");
                }
            }
        }

        // What was the input is the input before, of the next vector.
        static void WriteVector(SourceWriter writer, string above, string at, string nextAbove, string nextAt, string output)
        {
            string declares = above == "a" ? "TVector " : "";
            writer.Line($"{declares}{nextAbove} = TSimd.Load(ref above, {output});");
            writer.Line($"{declares}{nextAt} = TSimd.Load(ref at, {output});");
            writer.Line($"{declares}sum = TSimd.Multiply({above}, w0);");
            writer.Line($"sum = TSimd.MultiplyAdd({nextAbove}, w1, sum);");
            writer.Line($"sum = TSimd.MultiplyAdd({at}, w2, sum);");
            writer.Line($"sum = TSimd.MultiplyAdd({nextAt}, w3, sum);");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
