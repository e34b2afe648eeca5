using System.Globalization;
using ConvGen.Generator.Model;
using ConvGen.Generator.Planning;

namespace ConvGen.Generator.Emission;

/// <summary>What follows the bias, applied to outputs as soon as they are written: a scale and shift, a residual, an activation.</summary>
internal static class EpilogueWriter
{
    private const string Generic = "<TSimd, TVector>";

    public static void Write(SourceWriter writer, LayerPlan plan)
    {
        if (!plan.Spec.Epilogue.IsNone)
        {
            writer.Line("public static bool HasEpilogue => true;");
            writer.Line();
            WriteFinish(writer, plan);
            writer.Line();
        }
    }

    /// <summary>The method that applies it.</summary>
    public static void WriteFinish(SourceWriter writer, LayerPlan plan)
    {
        EpilogueSpec epilogue = plan.Spec.Epilogue;
        string element = plan.Element.Keyword;
        writer.Line("// Outputs x of a channel, with their bias: " + Text(epilogue) + ".");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open(TransformWriter.Head(plan, "public", "Finish", "in EpilogueArguments args")))
        {
            writer.Line($"ref {element} y = ref args.Outputs;");
            if (epilogue.HasResidual)
            {
                writer.Line($"ref {element} residual = ref args.Residual;");
            }

            if (epilogue.HasChannelParameters)
            {
                writer.Line("TVector slope = TSimd.Broadcast(ref args.Channel, 0);");
            }

            using (writer.Open("for (nint i = 0; i < args.Length; i += TSimd.Lanes)"))
            {
                writer.Line("TVector x = TSimd.Load(ref y, i);");
                WriteScale(writer, epilogue.ScaleBefore, epilogue.ShiftBefore);
                WriteResidual(writer, epilogue.Residual == Residual.BeforeActivation);
                foreach (string line in Lines(epilogue))
                {
                    writer.Line(line);
                }

                WriteScale(writer, epilogue.ScaleAfter, epilogue.ShiftAfter);
                WriteResidual(writer, epilogue.Residual == Residual.AfterActivation);
                writer.Line("TSimd.Store(x, ref y, i);");
            }
        }
    }

    /// <summary>What it does, in words.</summary>
    public static string Text(EpilogueSpec epilogue)
    {
        string?[] steps =
        [
            Scale(epilogue.ScaleBefore, epilogue.ShiftBefore),
            epilogue.Residual == Residual.BeforeActivation ? "plus the residual" : null,
            epilogue.Activation switch
            {
                Activation.None => null,
                Activation.LeakyRelu => "LeakyRelu with slope " + Number(epilogue.Slope),
                Activation.Clamp => "Clamp from " + Number(epilogue.Minimum) + " to " + Number(epilogue.Maximum),
                Activation.PRelu or Activation.Snake => epilogue.Activation + " with a parameter per channel",
                _ => epilogue.Activation.ToString(),
            },
            Scale(epilogue.ScaleAfter, epilogue.ShiftAfter),
            epilogue.Residual == Residual.AfterActivation ? "plus the residual" : null,
        ];
        return string.Join(", then ", steps.Where(static step => step is not null));
    }

    private static string? Scale(float scale, float shift) => (scale, shift) == (1f, 0f) ? null
        : "times " + Number(scale) + " plus " + Number(shift);

    private static void WriteScale(SourceWriter writer, float scale, float shift)
    {
        if ((scale, shift) != (1f, 0f))
        {
            writer.Line($"x = TSimd.MultiplyAdd(x, {Constant(scale)}, {Constant(shift)});");
        }
    }

    private static void WriteResidual(SourceWriter writer, bool isHere)
    {
        if (isHere)
        {
            writer.Line("x = TSimd.Add(x, TSimd.Load(ref residual, i));");
        }
    }

    private static IEnumerable<string> Lines(EpilogueSpec epilogue) => epilogue.Activation switch
    {
        Activation.None => [],
        Activation.Relu => [Assign(Maximum("x", "default"))],
        Activation.Relu6 => [Assign(Minimum(Maximum("x", "default"), Constant(6)))],
        Activation.LeakyRelu => [$"x = TSimd.SelectLess(x, default, TSimd.Multiply(x, {Constant(epilogue.Slope)}), x);"],
        Activation.PRelu => ["x = TSimd.SelectLess(x, default, TSimd.Multiply(x, slope), x);"],
        Activation.Sigmoid => [Assign(Function("Sigmoid", "x"))],
        Activation.Tanh => [Assign(Function("Tanh", "x"))],
        Activation.SiLU => [$"x = TSimd.Multiply(x, {Function("Sigmoid", "x")});"],
        Activation.Gelu => [Assign(Function("Gelu", "x"))],
        Activation.GeluTanh =>
        [
            "TVector s = TSimd.Multiply(x, x);",
            $"TVector f = TSimd.Multiply(TSimd.Multiply(x, {Constant(0.7978845608f)}), TSimd.MultiplyAdd(s, {Constant(0.044715f)}, {Constant(1)}));",
            $"x = TSimd.Multiply(TSimd.Multiply(x, {Constant(0.5f)}), TSimd.Add({Function("Tanh", "f")}, {Constant(1)}));",
        ],
        Activation.HardSwish =>
        [
            $"TVector f = {Minimum(Maximum($"TSimd.Add(x, {Constant(3)})", "default"), Constant(6))};",
            $"x = TSimd.Divide(TSimd.Multiply(x, f), {Constant(6)});",
        ],
        Activation.HardSigmoid =>
            [$"x = TSimd.Divide({Minimum(Maximum($"TSimd.Add(x, {Constant(3)})", "default"), Constant(6))}, {Constant(6)});"],
        Activation.Clamp =>
        [
            .. float.IsNegativeInfinity(epilogue.Minimum) ? (string[])[] : [Assign(Maximum("x", Constant(epilogue.Minimum)))],
            .. float.IsPositiveInfinity(epilogue.Maximum) ? (string[])[] : [Assign(Minimum("x", Constant(epilogue.Maximum)))],
        ],
        _ =>
        [
            $"TVector f = {Function("Sin", "TSimd.Multiply(x, slope)")};",
            "x = TSimd.Add(x, TSimd.Divide(TSimd.Multiply(f, f), slope));",
        ],
    };

    private static string Assign(string value) => "x = " + value + ";";

    private static string Maximum(string a, string b) => $"Functions{Generic}.Maximum({a}, {b})";

    private static string Minimum(string a, string b) => $"Functions{Generic}.Minimum({a}, {b})";

    private static string Function(string name, string argument) => $"Functions{Generic}.{name}({argument})";

    private static string Constant(float value) => $"TSimd.Create({Literal(value)})";

    /// <summary>A number as C# reads it.</summary>
    public static string Literal(float value) => float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNaN(value) ? "float.NaN"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : value.ToString("G9", CultureInfo.InvariantCulture) + "f";

    private static string Number(float value) => value.ToString("G9", CultureInfo.InvariantCulture);
}
