using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// The transforms of rows whose lanes are patches: inputs are taken apart as they lie, so that vectors hold neighbouring patches, and outputs
/// put together as they are written.
/// </summary>
internal static class LaneTransformWriter
{
    private const string Generic = "<TSimd, TVector>";

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        if (!plan.HasPatchLanes)
        {
            return;
        }

        // The only one that such rows take.
        var transform = new AxisTransform(3, 2, HasRaw: false);
        WriteInputs(writer, plan, transform);
        WriteOutputs(writer, plan, transform);
    }

    private static void WriteInputs(SourceWriter writer, LayerPlan plan, AxisTransform transform)
    {
        writer.Line("// F(3, 2), patches as lanes: inputs d of a row to v, two vectors of patches at a time.");
        using (Open(writer, plan, "TransformLaneInputs"))
        {
            writer.Line($"ref {plan.Element.Keyword} row = ref args.Source;");
            using (writer.Open("for (int block = 0; block < args.Blocks; block++)"))
            using (writer.Open("for (int vector = 0; vector < 2; vector++)"))
            {
                writer.Line($"ref {plan.Element.Keyword} v = ref Unsafe.Add(ref args.Target, (block * args.TargetBlockStep) + (vector * TSimd.Lanes));");
                writer.Line("TSimd.LoadTriples(ref row, 0, out TVector d0, out TVector d1, out TVector d2);");
                writer.Line("TVector d3 = TSimd.Shift(d0, TSimd.Broadcast(ref row, 3 * TSimd.Lanes));");
                for (int point = 0; point < transform.Points; point++)
                {
                    writer.Line($"TSimd.Store({TransformWriter.Input(transform, point)}, ref v, {point} * args.TargetStep);");
                }

                writer.Line("row = ref Unsafe.Add(ref row, 3 * TSimd.Lanes);");
            }
        }

        writer.Line();
    }

    private static void WriteOutputs(SourceWriter writer, LayerPlan plan, AxisTransform transform)
    {
        bool inOrder = plan.Geometry.Width.Stride == PatchLanesRule.MostInOrder;
        writer.Line("// F(3, 2), patches as lanes: products m of a phase to outputs y"
            + (inOrder ? ", those of both phases in turn." : ", phases apart."));
        using (Open(writer, plan, "WriteLaneOutputs"))
        {
            using (writer.Open("for (int channel = 0; channel < args.Channels; channel++)"))
            {
                writer.Line("TVector bias = TSimd.Broadcast(ref args.Bias, channel);");
                if (inOrder)
                {
                    using (writer.Open("for (int vector = 0; vector < 2; vector++)"))
                    {
                        WritePhase(writer, plan, transform, "a", "0");
                        WritePhase(writer, plan, transform, "b", "1");
                        writer.Line($"ref {plan.Element.Keyword} y = ref args.Output(channel, 0, vector * 6 * TSimd.Lanes);");
                        for (int i = 0; i < 3; i++)
                        {
                            writer.Line($"InterleavedStore.Pairs{Generic}(a{i}, b{i}, bias, ref y, {2 * i} * TSimd.Lanes);");
                        }
                    }
                }
                else
                {
                    using (writer.Open("for (int phase = 0; phase < args.Phases; phase++)"))
                    using (writer.Open("for (int vector = 0; vector < 2; vector++)"))
                    {
                        WritePhase(writer, plan, transform, "a", "phase");
                        writer.Line($"ref {plan.Element.Keyword} y = ref args.Output(channel, phase, vector * 3 * TSimd.Lanes);");
                        for (int i = 0; i < 3; i++)
                        {
                            writer.Line($"InterleavedStore.Singles{Generic}(a{i}, bias, ref y, {i} * TSimd.Lanes);");
                        }
                    }
                }
            }
        }

        writer.Line();
    }

    // A vector of patches, to three of neighbouring outputs.
    private static void WritePhase(SourceWriter writer, LayerPlan plan, AxisTransform transform, string name, string phase)
    {
        writer.Line($"ref {plan.Element.Keyword} {name} = ref args.Product(channel, {phase}, vector * TSimd.Lanes);");
        string m = name + "m";
        for (int point = 0; point < transform.Points; point++)
        {
            writer.Line($"TVector {m}{point} = TSimd.Load(ref {name}, {point} * args.SourceStep);");
        }

        string outputs = string.Join(", ", TransformWriter.Outputs(writer, transform, m, name.ToUpperInvariant()));
        writer.Line($"TSimd.Interleave({outputs}, out TVector {name}0, out TVector {name}1, out TVector {name}2);");
    }

    private static SourceWriter.Block Open(SourceWriter writer, LayerPlan plan, string name)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        return writer.Open(TransformWriter.Head(plan, "public", name, "in LaneArguments args"));
    }
}
