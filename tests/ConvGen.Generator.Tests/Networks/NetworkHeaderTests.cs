using System.Globalization;
using System.Text.RegularExpressions;
using ConvGen.Generator.Tests.Snapshots;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConvGen.Generator.Tests.Networks;

/// <summary>What the header of a network says agrees with its plan and with the code below it.</summary>
public partial class NetworkHeaderTests
{
    // Layers of several kinds: ordinary, with a stride, transposed, of single channels, with no kernel of their own.
    private static readonly ModelText s_kinds = new ModelText().Input("x", 1, 8, 16, 16)
        .Weight("a", 8, 8, 3, 3).Weight("b", 8, 1, 3, 3).Weight("c", 8, 8, 4, 4).Weight("d", 16, 8, 5, 5).Weight("e", 16, 16, 1, 1)
        .Node("v1", "Conv", "x a", "pads is 1 1 1 1").Node("v2", "Relu", "v1").Node("v3", "Conv", "v2 b", "group i 8", "pads is 1 1 1 1")
        .Node("v4", "ConvTranspose", "v3 c", "strides is 2 2", "pads is 1 1 1 1").Node("v5", "Conv", "v4 d", "strides is 2 2", "pads is 2 2 2 2")
        .Node("v6", "Conv", "v5 e").Node("v7", "Conv", "v6 e").Node("v8", "Tanh", "v7").Node("y", "Softmax", "v8", "axis i 1").Output("y");

    public static TheoryData<string> Models => ["small", "kinds", "alive"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Totals_are_those_of_the_plan_and_of_the_steps(string name)
    {
        (NetworkPlan plan, string text) = Of(name);
        Match title = Title().Match(text);
        double[] steps = [.. StepCost().Matches(text).Select(static match => Number(match.Groups[1].Value))];

        Assert.Equal(
            (NetworkWriter.Total(plan.Products), plan.Running.Length, plan.Running.OfType<LayerStep>().Count(), NetworkWriter.Total(plan.WeightCount)),
            (title.Groups[1].Value, (int)Number(title.Groups[2].Value), (int)Number(title.Groups[3].Value), title.Groups[4].Value));
        Assert.Equal(plan.Running.OfType<LayerStep>().Count(), steps.Length);
        // Large ones are written with two digits behind the point.
        Assert.Equal(plan.Products, steps.Sum(), Math.Max(0.5, 5_000.0 * steps.Length * (plan.Products >= 1e6 ? 1 : 0)));
        Assert.Equal(plan.Running.Length, StepTitle().Count(text));
    }

    // Counted by hand: at the borders of a 3 x 3 kernel over 16 x 16 pixels some taps meet nothing, (3 * 16 - 2)^2 are left.
    [Fact]
    public void Products_are_those_that_are_made()
    {
        NetworkPlan plan = GraphText.Plan(new ModelText().Input("x", 2, 8, 16, 16).Weight("a", 4, 8, 3, 3).Node("y", "Conv", "x a", "pads is 1 1 1 1").Output("y"));

        Assert.Equal(2 * 4 * 8 * 46 * 46, plan.Products);
        Assert.Equal(3 * 4 * 36 * 4, GraphText.Plan(NetworkFileTests.Model).Products);
        Assert.Equal((3 * 4 * 4) + 4, GraphText.Plan(NetworkFileTests.Model).WeightCount);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Arena_is_that_of_the_plan(string name)
    {
        (NetworkPlan plan, string text) = Of(name);
        Match arena = ArenaLine().Match(text);
        (long Offset, long Bytes, string Life, string Value)[] rows =
        [
            .. ChartRow().Matches(text).Select(static match => (
                (long)Number(match.Groups[1].Value), (long)Number(match.Groups[2].Value), match.Groups[3].Value, match.Groups[4].Value)),
        ];

        Assert.Equal((plan.Arena.Length * 4, plan.Arena.LeastLength * 4), ((long)Number(arena.Groups[1].Value), (long)Number(arena.Groups[2].Value)));
        Assert.InRange(plan.Arena.Length, plan.Arena.LeastLength, plan.Arena.LeastLength * 1.15);
        Assert.Equal(
            plan.Arena.Buffers.Take(48).Select(static buffer => (buffer.Offset * 4, buffer.Length * 4L, buffer.Value.Name)),
            rows.Select(static row => (row.Offset, row.Bytes, row.Value)));
        Assert.All(rows, row => Assert.InRange(row.Offset + row.Bytes, 1, plan.Arena.Length * 4));
        Assert.Equal(plan.Arena.Buffers.Length > 48, text.Contains($"//   ... and {plan.Arena.Buffers.Length - 48} buffers more", StringComparison.Ordinal));
        Assert.All(plan.Arena.Buffers.Zip(rows), pair =>
        {
            Assert.Equal(64, pair.Second.Life.Length);
            Assert.Equal(pair.First.First * 64 / plan.Running.Length, pair.Second.Life.IndexOf('#', StringComparison.Ordinal));
            Assert.Matches("^ *#+ *$", pair.Second.Life);
        });
    }

    [Fact]
    public void Every_kernel_is_listed_with_its_condition()
    {
        (_, string text) = Of("kinds");
        TypeDeclarationSyntax[] types =
        [
            .. Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<StructDeclarationSyntax>()
                .Where(static type => type.BaseList?.ToString().Contains("IPhaseKernels", StringComparison.Ordinal) == true),
        ];
        string[] sections = [.. Regex.Split(text.Split("#nullable")[0], "(?m)^// (?=Network_Kernels)")[1..].Select(static section => section.Split("\n//\n")[0])];

        Assert.Equal(types.Select(static type => type.Identifier.Text), sections.Select(static section => section.Split(':')[0]));
        Assert.Equal(5, types.Length);
        foreach ((TypeDeclarationSyntax type, string section) in types.Zip(sections))
        {
            string[] methods = [.. type.Members.OfType<MethodDeclarationSyntax>().Select(static method => method.Identifier.Text)];
            (string[] Names, string Condition)[] listed =
                [.. Kernels().Matches(section).Select(static match => (Names(match.Groups[1].Value), match.Groups[2].Value))];
            Assert.NotEmpty(listed);
            Assert.Empty(listed.SelectMany(static kernel => kernel.Names).Where(static name => name != "the runtime's").Except(methods));
            Assert.Empty(methods.Where(static method => Counted().IsMatch(method)).Except(listed.SelectMany(static kernel => kernel.Names)));
            Assert.All(
                listed.Where(static kernel => kernel.Names is not ["the runtime's"]), static kernel => Assert.Contains(kernel.Condition, static c => c is ':' or ','));
        }
    }

    [Fact]
    public void Kernels_say_how_many_layers_they_are_for()
    {
        (NetworkPlan plan, string text) = Of("kinds");

        Assert.Equal(plan.Running.OfType<LayerStep>().Count(), Users().Matches(text).Sum(static match => Number(match.Groups[1].Value)));
        Assert.Contains("Conv k1 s1 p0, for 2 layers.", text, StringComparison.Ordinal);
        Assert.Contains("ConvTranspose k4 s2 p1, for 1 layer.", text, StringComparison.Ordinal);
        Assert.Contains("//   Network_Epilogue1   Relu, for 1 layer\n//   Network_Epilogue2   Tanh, for 1 layer\n", text, StringComparison.Ordinal);
    }

    private static (NetworkPlan Plan, string Text) Of(string name)
    {
        ModelText model = name switch
        {
            "small" => NetworkFileTests.Model,
            "kinds" => s_kinds,
            _ => Alive(),
        };
        return (GraphText.Plan(model), LimitsTests.Text(model.ToString()));
    }

    // Sixty values that are all wanted at the end.
    private static ModelText Alive()
    {
        ModelText model = new ModelText().Input("v0", 1, 4, 3, 3);
        for (int i = 1; i <= 60; i++)
        {
            model.Node($"v{i}", "Softmax", $"v{i - 1}", "axis i 1");
        }

        return model.Node("y", "Sum", string.Join(' ', Enumerable.Range(0, 61).Select(static i => $"v{i}"))).Output("y");
    }

    // Phase0 to Phase3; Inputs3x2, Outputs3x2.
    private static string[] Names(string listed)
    {
        Match range = Range().Match(listed.Trim());
        if (!range.Success)
        {
            return listed.Trim().Split(", ");
        }

        (int first, int last) = ((int)Number(range.Groups[2].Value), (int)Number(range.Groups[3].Value));
        return [.. Enumerable.Range(first, last - first + 1).Select(i => range.Groups[1].Value + i.ToString(CultureInfo.InvariantCulture))];
    }

    private static double Number(string text) => text.EndsWith(" million", StringComparison.Ordinal)
        ? double.Parse(text[..^" million".Length], CultureInfo.InvariantCulture) * 1e6
        : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?m)^// test\.onnx: (.*) multiply-adds in (\d+) steps, (\d+) of them layers; (.*) weights\.$")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?m)^ +//    \(.*\) to \(.*\), ([0-9.]+(?: million)?) multiply-adds[.;]")]
    private static partial Regex StepCost();

    [GeneratedRegex(@"(?m)^ +// \d+\. ")]
    private static partial Regex StepTitle();

    [GeneratedRegex(@"(?m)^// Arena: (\d+) bytes between steps; (\d+) of them live at once\.$")]
    private static partial Regex ArenaLine();

    [GeneratedRegex(@"(?m)^// +(\d+) +(\d+)  \|(.*)\| (.*)$")]
    private static partial Regex ChartRow();

    [GeneratedRegex(@"(?m)^//   (\S.*?)   +(\S.*)$")]
    private static partial Regex Kernels();

    [GeneratedRegex(@"^(?:\d+ of )?([A-Za-z]+)(\d+) to [A-Za-z]+(\d+)$")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(Phase|Border|Interleaved|Planes)\d+$|^(RunTap|RunLines)$|^(Inputs|Outputs|Rows)\d")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?m)^// Network_Kernels\d+: .*, for (\d+) layers?\.$")]
    private static partial Regex Users();
}
