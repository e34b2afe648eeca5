using System.Globalization;
using System.Reflection;
using ConvGen.Testing;
using Microsoft.CodeAnalysis;

namespace ConvGen.Fuzz.Tests;

[Trait("Level", "Any")]
public class PastedCaseTests
{
    private static readonly LayerCase s_layer =
        FuzzCases.Smallest.Layer with { N = 2, Cin = 4, Cout = 6, G = 2, In = [5], K = [4], S = [2], Bias = true };

    private static readonly FuzzCase s_case = new(new LayerRequest(s_layer), ValueKind.Uniform, Seed: -17);

    public static TheoryData<string> Kinds => [.. All.Select(kind => kind.Name)];

    private static IEnumerable<ValueKind> All => [ValueKind.Uniform, ValueKind.NotFinite, .. ValueKind.Others];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Program_computes_the_case(string kind)
    {
        FuzzCase one = s_case with { Values = All.Single(values => values.Name == kind) };

        string[] lines = Run(PastedCase.Text(one, "made up")).Split('\n');

        (float[] x, float[] w, float[] b) = one.Arguments();
        double[] expected = ScatterReference.Compute(one.Layer, x, w, b).Y;
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line =>
        {
            double[] got = [.. line.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
            Assert.Equal(expected.Length, got.Length);
            Assert.All(expected.Zip(got), pair => Assert.True(
                Tolerance.Accepts((float)pair.Second, pair.First, 1e-5 * (1 + Math.Abs(pair.First))),
                FormattableString.Invariant($"{pair}")));
        });
    }

    [Theory]
    [InlineData(Activation.PRelu, Residual.AfterActivation)]
    [InlineData(Activation.Snake, Residual.None)]
    [InlineData(Activation.LeakyRelu, Residual.BeforeActivation)]
    public void Program_ends_the_outputs_of_parts_of_tensors(Activation activation, Residual residual)
    {
        var ending = new Ending(activation, residual, ScaleBefore: -2, ShiftBefore: 0.5f, ScaleAfter: 3, ShiftAfter: -1);
        FuzzCase one = s_case with { Request = s_case.Request with { Ending = ending }, Beside = (2, 1) };

        string[] lines = Run(PastedCase.Text(one, "made up")).Split('\n');

        (float[] x, float[] w, float[] b) = one.Arguments();
        double[] expected = [.. ScatterReference.Compute(one.Layer, x, w, b).Y.Select(one.EndOf)];
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(
            expected, line.Split(' ').Select(value => double.Parse(value, CultureInfo.InvariantCulture)), (a, b) => Math.Abs(a - b) < 1e-5));
    }

    [Fact]
    public void Program_says_what_is_wrong()
    {
        string text = PastedCase.Text(s_case, "first\nsecond");

        Assert.StartsWith($"// {s_case}\n// first\n// second\nusing System;\n", text, StringComparison.Ordinal);
        Assert.Contains("// expected: ", text, StringComparison.Ordinal);
    }

    private static string Run(string program)
    {
        GeneratedCode code = GeneratorHost.Run(program);
        CompilationOptions options = code.Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication);
        MethodInfo main = (code with { Compilation = code.Compilation.WithOptions(options) }).Load().EntryPoint!;
        TextWriter console = Console.Out;
        using var output = new StringWriter();
        try
        {
            Console.SetOut(output);
            main.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
        }

        return output.ToString().ReplaceLineEndings("\n").TrimEnd();
    }
}
