using System.Globalization;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// The transforms of the fast forms that a layer may take, axis by axis, straight-line: inputs d to v, weights g to u, products m to
/// outputs y.
/// </summary>
internal static class TransformWriter
{
    private const string Generic = "<TSimd, TVector>";

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        AxisTransform[] all = plan.Transforms();
        if (all.Length == 0)
        {
            return;
        }

        AxisTransform[] between = plan.Transforms(static axis => axis > 0);
        AxisTransform[] last = plan.Transforms(static axis => axis == 0);
        foreach (AxisTransform transform in all)
        {
            WriteInputs(writer, plan, transform);
        }

        foreach (AxisTransform transform in between)
        {
            WriteOutputs(writer, plan, transform);
        }

        foreach (AxisTransform transform in last)
        {
            WriteRows(writer, plan, transform);
        }

        foreach (AxisTransform transform in all.Select(static transform => transform with { HasRaw = false }).Distinct())
        {
            WriteWeights(writer, transform);
        }

        WriteDispatch(writer, plan, "TransformInputs", "Inputs", all);
        WriteDispatch(writer, plan, "TransformOutputs", "Outputs", between);
        WriteDispatch(writer, plan, "WriteOutputs", "Rows", last);
        WriteWeightDispatch(writer, all);
    }

    /// <summary>The head of a method over vector operations.</summary>
    internal static string Head(LayerPlan plan, string modifiers, string name, string parameters) =>
        $"{modifiers} static void {name}{Generic}({parameters}) where TSimd : struct, ISimd<{plan.Element.Keyword}, TVector> where TVector : struct";

    /// <summary>Loads a vector per point, or per input.</summary>
    internal static void WriteLoads(SourceWriter writer, string name, string source, int count)
    {
        for (int i = 0; i < count; i++)
        {
            writer.Line($"TVector {name}{Number(i)} = TSimd.Load(ref {source}, {At(i, "s")});");
        }
    }

    /// <summary>The outputs of a patch as expressions of m0, m1 ...; sums that several of them have in common come first.</summary>
    internal static string[] Outputs(SourceWriter writer, AxisTransform transform, string m, string suffix = "")
    {
        // Of the points 1 and -1 every output takes the sum or the difference.
        bool hasPair = transform.Points >= 4;
        if (hasPair)
        {
            writer.Line($"TVector even{suffix} = TSimd.Add({m}1, {m}2), odd{suffix} = TSimd.Subtract({m}1, {m}2);");
        }

        return
        [
            .. Enumerable.Range(0, transform.Outputs).Select(output =>
            {
                (double Factor, string Term)[] terms = Terms(transform.OutputFactors(output), m);
                return Sum(hasPair ? [terms[0], (1, (output % 2 == 0 ? "even" : "odd") + suffix), .. terms.Skip(3)] : terms);
            }),
        ];
    }

    /// <summary>A transformed input as an expression of d0, d1 ...</summary>
    internal static string Input(AxisTransform transform, int point) =>
        Sum(Terms(transform.InputFactors(point), "d").OrderBy(static term => term.Factor switch { 1 => 0, -1 => 1, _ => 2 }));

    private static (double Factor, string Term)[] Terms(double[] factors, string name) =>
        [.. factors.Select((factor, i) => (factor, name + Number(i)))];

    // Begins with a term as it is: each sum has one.
    private static string Sum(IEnumerable<(double Factor, string Term)> terms)
    {
        string sum = "";
        foreach ((double factor, string term) in terms.Where(static term => term.Factor != 0))
        {
            sum = factor switch
            {
                _ when sum.Length == 0 => term,
                1 => $"TSimd.Add({sum}, {term})",
                -1 => $"TSimd.Subtract({sum}, {term})",
                _ => $"TSimd.MultiplyAdd(TSimd.Create({Number(factor)}f), {term}, {sum})",
            };
        }

        return sum;
    }

    private static void WriteInputs(SourceWriter writer, LayerPlan plan, AxisTransform transform)
    {
        string raw = transform.HasRaw ? "; then the inputs that phases of a tap less meet" : "";
        writer.Line($"// F({Number(transform.Outputs)}, {Number(transform.Taps)}), points {Points(transform)}: inputs d of a patch to v{raw}.");
        using (Open(writer, plan, "Inputs" + transform.Name))
        {
            writer.Line("nint s = args.SourceStep, t = args.TargetStep;");
            using (OpenPatches(writer, plan, "d", "v"))
            {
                WriteLoads(writer, "d", "d", transform.Points);
                for (int point = 0; point < transform.Points; point++)
                {
                    writer.Line($"TSimd.Store({Input(transform, point)}, ref v, {At(point, "t")});");
                }

                for (int output = 0; output < transform.Outputs && transform.HasRaw; output++)
                {
                    writer.Line($"TSimd.Store(d{Number(output + transform.Taps - 1)}, ref v, {At(transform.Points + output, "t")});");
                }
            }
        }

        writer.Line();
    }

    private static void WriteOutputs(SourceWriter writer, LayerPlan plan, AxisTransform transform)
    {
        writer.Line($"// F({Number(transform.Outputs)}, {Number(transform.Taps)}): products m of a patch to outputs y, of an axis but the last.");
        using (Open(writer, plan, "Outputs" + transform.Name))
        {
            writer.Line("nint s = args.SourceStep, t = args.TargetStep;");
            using (OpenPatches(writer, plan, "m", "y"))
            {
                WriteLoads(writer, "m", "m", transform.Points);
                string[] outputs = Outputs(writer, transform, "m");
                for (int output = 0; output < outputs.Length; output++)
                {
                    writer.Line($"TSimd.Store({outputs[output]}, ref y, {At(output, "t")});");
                }
            }
        }

        writer.Line();
    }

    private static void WriteRows(SourceWriter writer, LayerPlan plan, AxisTransform transform)
    {
        int stride = plan.Geometry.Width.Stride;
        writer.Line($"// F({Number(transform.Outputs)}, {Number(transform.Taps)}): products m of the patches of a row to outputs of the strip, {Number(stride)} from one of a phase to the next.");
        using (Open(writer, plan, "Rows" + transform.Name))
        {
            writer.Line("nint s = args.SourceStep;");
            writer.Line($"ref {plan.Element.Keyword} m = ref args.Source;");
            using (writer.Open("for (int patch = 0; patch < args.Patches; patch++)"))
            {
                writer.Line($"int first = args.FirstOutput + (patch * {Number(transform.Outputs * stride)});");
                using (writer.Open("for (nint i = 0; i < args.Length; i += TSimd.Lanes)"))
                {
                    WriteLoads(writer, "m", "m", transform.Points);
                    string[] outputs = Outputs(writer, transform, "m");
                    for (int output = 0; output < outputs.Length; output++)
                    {
                        string place = output == 0 ? "first" : "first + " + Number(output * stride);
                        writer.Line($"args.Write{Generic}({outputs[output]}, {place}, i);");
                    }
                }

                writer.Line("m = ref Unsafe.Add(ref m, args.SourcePatchStep);");
            }
        }

        writer.Line();
    }

    private static void WriteWeights(SourceWriter writer, AxisTransform transform)
    {
        writer.Line($"// F({Number(transform.Outputs)}, {Number(transform.Taps)}): weights g of a phase, by ascending input, to u. Once, when they are packed.");
        using (writer.Open($"private static void Weights{transform.Name}(in WeightArguments args)"))
        {
            writer.Line("global::System.ReadOnlySpan<double> g = args.Source;");
            writer.Line("global::System.Span<double> u = args.Target;");
            using (writer.Open("for (int i = 0; i < args.Length; i++)"))
            {
                for (int tap = 0; tap < transform.Taps; tap++)
                {
                    writer.Line($"double g{Number(tap)} = g[{At(tap, "args.SourceStep")}];");
                }

                for (int point = 0; point < transform.Points; point++)
                {
                    writer.Line($"u[{At(point, "args.TargetStep")}] = {Weight(transform, point)};");
                }
            }
        }

        writer.Line();
    }

    private static string Weight(AxisTransform transform, int point)
    {
        double divisor = transform.Divisor(point);
        string sum = string.Concat(Terms(transform.WeightFactors(point), "g").Where(static term => term.Factor != 0).Select(static (term, i) =>
            (i == 0 ? "" : term.Factor > 0 ? " + " : " - ")
            + (Math.Abs(term.Factor) == 1 ? "" : "(" + Number(Math.Abs(term.Factor)) + " * ")
            + term.Term
            + (Math.Abs(term.Factor) == 1 ? "" : ")")));
        return divisor == 1 ? sum : $"({sum}) / {Number(divisor)}";
    }

    private static void WriteDispatch(SourceWriter writer, LayerPlan plan, string member, string method, AxisTransform[] transforms)
    {
        if (transforms.Length == 0)
        {
            return;
        }

        using (writer.Open(Head(plan, "public", member, "in TransformArguments args")))
        {
            using (writer.Open("switch ((args.Outputs, args.Taps, args.HasRaw))"))
            {
                foreach (AxisTransform transform in transforms)
                {
                    string raw = transform.HasRaw ? "true" : "false";
                    writer.Line($"case ({Number(transform.Outputs)}, {Number(transform.Taps)}, {raw}): {method}{transform.Name}{Generic}(in args); break;");
                }
            }
        }

        writer.Line();
    }

    private static void WriteWeightDispatch(SourceWriter writer, AxisTransform[] transforms)
    {
        using (writer.Open("public static void TransformWeights(in WeightArguments args)"))
        {
            using (writer.Open("switch ((args.Outputs, args.Taps))"))
            {
                foreach (AxisTransform transform in transforms.Select(static transform => transform with { HasRaw = false }).Distinct())
                {
                    writer.Line($"case ({Number(transform.Outputs)}, {Number(transform.Taps)}): Weights{transform.Name}(in args); break;");
                }
            }
        }

        writer.Line();
    }

    private static SourceWriter.Block Open(SourceWriter writer, LayerPlan plan, string name)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        return writer.Open(Head(plan, "private", name, "in TransformArguments args"));
    }

    // Patches, and vectors of neighbouring elements of them.
    private static PatchLoop OpenPatches(SourceWriter writer, LayerPlan plan, string source, string target)
    {
        writer.Line($"ref {plan.Element.Keyword} {source} = ref args.Source;");
        writer.Line($"ref {plan.Element.Keyword} {target} = ref args.Target;");
        SourceWriter.Block patches = writer.Open("for (int patch = args.Patches; patch > 0; patch--)");
        return new PatchLoop(writer, source, target, patches, writer.Open("for (nint i = 0; i < args.Length; i += TSimd.Lanes)"));
    }

    private static string Points(AxisTransform transform) =>
        string.Join(", ", transform.FinitePoints.Select(Number)) + " and infinity";

    internal static string At(int index, string step) => index switch { 0 => "i", 1 => step + " + i", _ => $"({Number(index)} * {step}) + i" };

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private readonly struct PatchLoop(SourceWriter writer, string source, string target, SourceWriter.Block patches, SourceWriter.Block vectors)
        : IDisposable
    {
        public void Dispose()
        {
            vectors.Dispose();
            writer.Line($"{source} = ref Unsafe.Add(ref {source}, args.SourcePatchStep);");
            writer.Line($"{target} = ref Unsafe.Add(ref {target}, args.TargetPatchStep);");
            patches.Dispose();
        }
    }
}
