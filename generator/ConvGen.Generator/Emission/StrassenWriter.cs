using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>
/// Strassen's scheme, where a layer may take it: the inputs of its seven products of matrices, and the outputs that are made of them.
/// </summary>
/// <remarks>Strassen, "Gaussian elimination is not optimal", Numerische Mathematik 13 (1969).</remarks>
internal static class StrassenWriter
{
    // Of the inputs a, halved by patch (rows) and channel (columns); the runtime packs the factors of the weights b in the same order.
    private static readonly string[] s_inputs =
    [
        Add("a11", "a22"), Add("a21", "a22"), "a11", "a22", Add("a11", "a12"), Subtract("a21", "a11"), Subtract("a12", "a22"),
    ];

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        if (!plan.FastForms.Contains(Algorithm.Strassen))
        {
            return;
        }

        string element = plan.Element.Keyword;
        writer.Line("// Strassen's scheme: inputs a of a patch and the next to what b11 + b22, b11, b12 - b22, b21 - b11, b22, b11 + b12, b21 + b22 multiply.");
        using (Open(writer, plan, "SchemeInputs", $"ref {element} first, ref {element} second, nint toNext, nint length, ref {element} m, nint productStep"))
        {
            using (writer.Open("for (nint i = 0; i < length; i += TSimd.Lanes)"))
            {
                writer.Line("TVector a11 = TSimd.Load(ref first, i), a12 = TSimd.Load(ref second, i), a21 = default, a22 = default;");
                using (writer.Open("if (toNext > 0)"))
                {
                    writer.Line("a21 = TSimd.Load(ref first, toNext + i);");
                    writer.Line("a22 = TSimd.Load(ref second, toNext + i);");
                }

                for (int product = 0; product < s_inputs.Length; product++)
                {
                    writer.Line($"TSimd.Store({s_inputs[product]}, ref m, {TransformWriter.At(product, "productStep")});");
                }
            }
        }

        writer.Line();
        writer.Line("// Strassen's scheme: products m to the outputs of a patch and the next, of the first half of the channels and of the second.");
        using (Open(writer, plan, "SchemeOutputs", $"ref {element} m, nint productStep, ref {element} first, ref {element} second, nint toNext, nint length"))
        {
            using (writer.Open("for (nint i = 0; i < length; i += TSimd.Lanes)"))
            {
                Load(1, 3, 4, 5, 7);
                writer.Line($"TSimd.Store({Add(Add("m1", "m4"), Subtract("m7", "m5"))}, ref first, i);");
                writer.Line($"TSimd.Store({Add("m3", "m5")}, ref second, i);");
                using (writer.Open("if (toNext > 0)"))
                {
                    Load(2, 6);
                    writer.Line($"TSimd.Store({Add("m2", "m4")}, ref first, toNext + i);");
                    writer.Line($"TSimd.Store({Add(Subtract("m1", "m2"), Add("m3", "m6"))}, ref second, toNext + i);");
                }
            }
        }

        writer.Line();

        void Load(params int[] products)
        {
            foreach (int product in products)
            {
                writer.Line($"TVector m{product} = TSimd.Load(ref m, {TransformWriter.At(product - 1, "productStep")});");
            }
        }
    }

    private static SourceWriter.Block Open(SourceWriter writer, LayerPlan plan, string name, string parameters)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        return writer.Open(TransformWriter.Head(plan, "public", name, parameters));
    }

    private static string Add(string a, string b) => $"TSimd.Add({a}, {b})";

    private static string Subtract(string a, string b) => $"TSimd.Subtract({a}, {b})";
}
