using System.Globalization;
using ConvGen.Testing;

namespace ConvGen.Generator.Tests.Networks;

/// <summary>However large a network is, a build is not kept waiting and the emitted file stays one that a compiler takes.</summary>
public class LimitsTests
{
    private const int MostLetters = 4_000_000;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("chain", 19_000)]
    [InlineData("layers", 19_000)]
    [InlineData("residuals", 19_000)]
    [InlineData("gates", 19_000)]
    [InlineData("kinds", 120)]
    [InlineData("pieces", 19_000)]
    [InlineData("parts", 900)]
    [InlineData("outputs", 19_000)]
    [InlineData("inputs", 9_000)]
    [InlineData("alive", 9_500)]
    [InlineData("consumers", 19_000)]
    [InlineData("indices", 4_000_000)]
    [InlineData("names", 4_000)]
    [InlineData("sum", 70_000)]
    [InlineData("sum", 900_000)]
    public void Networks_that_are_too_large_are_refused_soon(string kind, int count)
    {
        string manifest = Model(kind, count).ToString();
        var clock = ThreadClock.Start();

        var refusal = Assert.Throws<NetworkException>(() => NetworkPlan.Create(manifest, [], RequestedAlgorithm.Auto));

        Assert.StartsWith("The network has too many ", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, s_longest);
    }

    [Theory]
    [InlineData("chain", 3_900)]
    [InlineData("layers", 7_800)]
    [InlineData("residuals", 7_800)]
    [InlineData("gates", 7_800)]
    [InlineData("kinds", 70)]
    [InlineData("pieces", 1_900)]
    [InlineData("parts", 120)]
    [InlineData("outputs", 120)]
    [InlineData("inputs", 120)]
    [InlineData("alive", 1_950)]
    [InlineData("consumers", 1_900)]
    [InlineData("indices", 90_000)]
    [InlineData("names", 120)]
    [InlineData("sum", 3_900)]
    public void The_largest_networks_are_written_soon(string kind, int count)
    {
        string manifest = Model(kind, count).ToString();
        var clock = ThreadClock.Start();

        string text = Text(manifest);

        Assert.InRange(text.Length, 1, MostLetters);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, s_longest);
    }

    /// <summary>The file that is emitted for a manifest.</summary>
    internal static string Text(string manifest)
    {
        var plan = NetworkPlan.Create(manifest, [], RequestedAlgorithm.Auto);
        var host = new HostSpec("", new([new TypeHeader("class", "Network", "")]), default);
        return NetworkHostWriter.Write(new NetworkHostSpec(host, new([new NetworkSpec(null, "test.onnx", default, default)])), [plan]);
    }

    private static ModelText Model(string kind, int count)
    {
        ModelText model = new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 4, 4, 1, 1).Weight("b", 4);
        string[] names = [.. Enumerable.Range(0, count).Select(static i => FormattableString.Invariant($"v{i}"))];
        string Before(int i) => i == 0 ? "x" : names[i - 1];
        switch (kind)
        {
            case "chain":
                return Each((m, i) => m.Node(names[i], "Sin", Before(i))).Output(names[^1]);
            case "layers":
                return Each((m, i) => m.Node(names[i], i % 2 == 0 ? "Conv" : "Relu", i % 2 == 0 ? Before(i) + " w" : Before(i))).Output(names[^1]);
            case "residuals":
                return Each((m, i) => i % 2 == 0 ? m.Node(names[i], "Conv", Before(i) + " w") : m.Node(names[i], "Add", Before(i) + " " + (i < 2 ? "x" : names[i - 2]))).Output(names[^1]);
            case "gates":
                return Each((m, i) => m.Node(names[i], i % 2 == 0 ? "Sigmoid" : "Mul", i % 2 == 0 ? Before(i) : Before(i) + " " + (i < 2 ? "x" : names[i - 2]))).Output(names[^1]);
            case "kinds":
                // Each has kernels of its own.
                for (int i = 0; i < count; i++)
                {
                    (int k, int d) = ((i % 9) + 1, (i / 9) + 1);
                    model.Weight("w" + names[i], 4, 4, k, k).Node(names[i], "Conv", "x w" + names[i], Ints("dilations", d, d), Ints("pads", k * d, k * d, k * d, k * d)).Output(names[i]);
                }

                return model;
            case "pieces":
                return Each((m, i) => m.Node(names[i], "Sin", "x")).Node("y", "Concat", string.Join(' ', names), "axis i 1").Output("y");
            case "parts":
                model = new ModelText().Input("x", count).Node(string.Join(' ', names), "Split", "x", "axis i 0");
                return Each((m, i) => m.Node("r" + names[i], "Sin", names[i]).Output("r" + names[i]));
            case "outputs":
                return Each((m, i) => m.Node(names[i], "Sin", "x").Output(names[i]));
            case "inputs":
                return Each((m, i) => m.Input("i" + names[i], 1).Node(names[i], "Add", "i" + names[i] + " " + Before(i))).Output(names[^1]);
            case "alive":
                Each((m, i) => m.Node(names[i], "Sin", Before(i)));
                return Each((m, i) => m.Node("s" + names[i], "Add", names[^(i + 1)] + " " + (i == 0 ? "x" : "s" + names[i - 1]))).Output("s" + names[^1]);
            case "consumers":
                return Each((m, i) => m.Node(names[i], "Conv", "x w")).Node("y", "Concat", string.Join(' ', names), "axis i 1").Output("y");
            case "indices":
                return new ModelText().Input("x", 16).List("i", [.. Enumerable.Repeat((object)7, count)]).Node("y", "Gather", "x i").Output("y");
            case "names":
                for (int i = 0; i < count; i++)
                {
                    string weight = names[i] + new string('n', 4000);
                    model.Weight(weight, 1).Node(names[i], "Add", Before(i) + " " + weight);
                }

                return model.Output(names[^1]);
            default:
                return model.Node("y", "Sum", string.Join(' ', Enumerable.Repeat("x", count))).Output("y");
        }

        ModelText Each(Func<ModelText, int, ModelText> add)
        {
            for (int i = 0; i < count; i++)
            {
                model = add(model, i);
            }

            return model;
        }
    }

    private static string Ints(string name, params int[] numbers) =>
        name + " is " + string.Join(' ', numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));
}
