extern alias generator;

namespace ConvGen.Generator.Tests.Networks;

public class PatternsTests
{
    [Fact]
    public void Sizes_that_a_model_works_out_are_folded() =>
        Becomes(
            Image().List("zero", 0).List("rest", -1).Node("s", "Shape", "x").Node("n", "Gather", "s zero", "axis i 0")
                .Node("l", "Concat", "n rest", "axis i 0").Node("y", "Reshape", "x l").Output("y"),
            "y = Reshape x l");

    [Fact]
    public void Elements_that_a_model_counts_are_folded() =>
        Becomes(
            Image().Node("s", "Shape", "x").Node("n", "ReduceProd", "s", "keepdims i 1").Node("y", "Reshape", "x n").Output("y"), "y = Reshape x n");

    [Fact]
    public void Nodes_that_nothing_takes_go() =>
        Becomes(Image().Node("a", "Relu", "x").Node("y", "Sigmoid", "x").Output("y"), "y = Sigmoid x");

    [Fact]
    public void Silu_is_one_node()
    {
        Becomes(Image().Node("s", "Sigmoid", "x").Node("y", "Mul", "x s").Output("y"), "y = SiLU x");
        Becomes(Image().Node("s", "Sigmoid", "x").Node("y", "Mul", "s x").Output("y"), "y = SiLU x");
    }

    [Fact]
    public void Silu_whose_gate_is_wanted_stays() =>
        Becomes(
            Image().Node("s", "Sigmoid", "x").Node("y", "Mul", "x s").Output("s").Output("y"), "s = Sigmoid x", "y = Mul x s");

    [Fact]
    public void A_gate_of_another_value_is_no_silu() =>
        Becomes(
            Image().Input("z", 1, 4, 8, 8).Node("s", "Sigmoid", "z").Node("y", "Mul", "x s").Output("y"), "s = Sigmoid z", "y = Mul x s");

    [Fact]
    public void Hard_swish_is_one_node()
    {
        Becomes(HardSwish(three: 3).Node("p", "Mul", "x g").Node("y", "Div", "p six").Output("y"), "y = HardSwish x");
        Becomes(HardSwish(three: 3).Node("d", "Div", "g six").Node("y", "Mul", "x d").Output("y"), "y = HardSwish x");
        Becomes(
            Image().Node("h", "HardSigmoid", "x", "alpha f 0.16666667", "beta f 0.5").Node("y", "Mul", "h x").Output("y"), "y = HardSwish x");
    }

    // As older exporters have limits, and as optimisers leave a division.
    [Fact]
    public void Hard_swish_may_have_its_limits_as_attributes_and_a_sixth_as_a_factor()
    {
        ModelText Start() => Image().Scalar("three", 3).Scalar("sixth", 1.0 / 6).Node("a", "Add", "three x").Node("g", "Clip", "a", "min f 0", "max f 6");

        Becomes(Start().Node("p", "Mul", "g x").Node("y", "Mul", "p sixth").Output("y"), "y = HardSwish x");
        Becomes(Start().Node("s", "Mul", "sixth g").Node("y", "Mul", "s x").Output("y"), "y = HardSwish x");
    }

    [Fact]
    public void Patterns_whose_parts_are_wanted_stay()
    {
        Assert.Equal(4, GraphText.Of(HardSwish(three: 3).Node("p", "Mul", "x g").Node("y", "Div", "p six").Output("y").Output("g")).Length);
        Assert.Equal(5, GraphText.Of(Gelu(Math.Sqrt(2)).Node("p", "Mul", "x a").Node("y", "Mul", "p half").Output("y").Output("e")).Length);
        Assert.Equal(10, GraphText.Of(Norm(axis: 1, 4, 1, 1).Node("z", "Relu", "v").Output("z")).Length);
    }

    [Fact]
    public void Patterns_behind_a_layer_become_part_of_it()
    {
        Becomes(ModelText.Conv().Node("s", "Sigmoid", "c").Node("y", "Mul", "c s").Output("y"), "y = Conv x w; SiLU");
        Becomes(
            ModelText.Conv().Scalar("root", Math.Sqrt(2)).Scalar("one", 1).Scalar("half", 0.5).Node("d", "Div", "c root").Node("e", "Erf", "d")
                .Node("a", "Add", "one e").Node("p", "Mul", "c a").Node("y", "Mul", "p half").Output("y"),
            "y = Conv x w; Gelu");
        Becomes(
            ModelText.Conv().Scalar("three", 3).Scalar("zero", 0).Scalar("six", 6).Node("a", "Add", "c three").Node("g", "Clip", "a zero six")
                .Node("d", "Div", "g six").Node("y", "Mul", "c d").Output("y"),
            "y = Conv x w; HardSwish");
    }

    // The layer's own output is needed beside its activation.
    [Fact]
    public void Values_that_are_needed_raw_and_activated_are_made_raw() =>
        Becomes(
            ModelText.Conv().Node("s", "Sigmoid", "c").Node("a", "Mul", "c s").Node("y", "Add", "a c").Output("y"), "c = Conv x w", "a = SiLU c", "y = Add a c");

    [Fact]
    public void Other_numbers_are_no_hard_swish()
    {
        Assert.Equal(4, GraphText.Of(HardSwish(three: 2).Node("p", "Mul", "x g").Node("y", "Div", "p six").Output("y")).Length);
        Assert.Equal(2, GraphText.Of(Image().Node("h", "HardSigmoid", "x").Node("y", "Mul", "h x").Output("y")).Length);
    }

    [Fact]
    public void Hard_swish_of_what_is_above_zero_is_one_node() =>
        Becomes(
            Image().Scalar("three", 3).Scalar("zero", 0).Scalar("six", 6).Node("a", "Add", "x three").Node("r", "Relu", "a").Node("g", "Clip", "r zero six")
                .Node("p", "Mul", "x g").Node("y", "Div", "p six").Output("y"),
            "y = HardSwish x");

    [Theory]
    [InlineData("Clip r low six")]
    [InlineData("Min r six")]
    [InlineData("Min six r")]
    public void What_is_above_zero_and_below_a_number_is_one_node(string limit)
    {
        string[] words = limit.Split(' ', 2);
        NetworkPlan plan = GraphText.Plan(
            Image().Scalar("low", -1).Scalar("six", 6).Node("r", "Relu", "x").Node("y", words[0], words[1]).Output("y"));

        GraphNode clip = Assert.Single(plan.Graph.Nodes);
        Assert.Equal(("Clip", 0f, 6f), (clip.Op, clip.Attributes.Real("min", -1), clip.Attributes.Real("max", -1)));
    }

    [Theory]
    [InlineData(1.2, 6, 0.2f, 0.5f)]
    [InlineData(3, 4, 0.75f, 0.75f)]
    public void Hard_sigmoid_is_one_node(double scale, double limit, float alpha, float beta)
    {
        NetworkPlan plan = GraphText.Plan(
            Image().Scalar("k", scale).Scalar("three", 3).Scalar("zero", 0).Scalar("top", limit).Node("m", "Mul", "x k").Node("a", "Add", "m three")
                .Node("g", "Clip", "a zero top").Node("y", "Div", "g top").Output("y"));

        GraphNode gate = Assert.Single(plan.Graph.Nodes);
        Assert.Equal(("HardSigmoid", alpha, beta), (gate.Op, gate.Attributes.Real("alpha", 0), gate.Attributes.Real("beta", 0)));
        Assert.Equal(["Mul m", "Add a", "Clip g", "Div y"], gate.Fused);
    }

    [Fact]
    public void What_is_clipped_and_divided_by_another_number_is_no_hard_sigmoid() =>
        Assert.Equal(2, GraphText.Of(Image().Scalar("zero", 0).Scalar("top", 6).Scalar("five", 5).Node("g", "Clip", "x zero top").Node("y", "Div", "g five")
            .Output("y")).Length);

    [Theory]
    [InlineData("Softmax", 3, "perm is 0 2 3 1", "perm is 0 3 1 2", 1)]
    [InlineData("LogSoftmax", 2, "perm is 0 1 3 2", "perm is 0 1 3 2", 3)]
    public void Softmax_between_transpositions_is_one_along_another_axis(string op, int axis, string there, string back, int expected)
    {
        NetworkPlan plan = GraphText.Plan(
            Image().Node("t", "Transpose", "x", there).Node("s", op, "t", $"axis i {axis}").Node("y", "Transpose", "s", back).Output("y"));

        GraphNode softmax = Assert.Single(plan.Graph.Nodes);
        Assert.Equal((op, (long)expected, "y"), (softmax.Op, softmax.Attributes.Integer("axis", 0), softmax.Output.Name));
    }

    [Fact]
    public void Softmax_between_other_transpositions_stays() =>
        Becomes(
            Image().Node("t", "Transpose", "x", "perm is 0 2 3 1").Node("s", "Softmax", "t", "axis i 3").Node("y", "Transpose", "s", "perm is 0 2 3 1")
                .Output("y"),
            "t = Transpose x", "s = Softmax t", "y = Transpose s");

    [Fact]
    public void Mish_is_one_node() =>
        Becomes(Image().Node("s", "Softplus", "x").Node("t", "Tanh", "s").Node("y", "Mul", "x t").Output("y"), "y = Mish x");

    [Theory]
    [InlineData(true, 0.044715, 1)]
    [InlineData(false, 0.044715, 1)]
    [InlineData(false, 0.05, 9)]
    public void Gelu_by_a_hyperbolic_tangent_is_one_node(bool isPower, double third, int nodes)
    {
        ModelText model = Image().Scalar("half", 0.5).Scalar("one", 1).Scalar("three", 3).Scalar("third", third).Scalar("root", Math.Sqrt(2 / Math.PI));
        model = isPower ? model.Node("c", "Pow", "x three") : model.Node("q", "Mul", "x x").Node("c", "Mul", "x q");
        string[] lines = GraphText.Of(model.Node("k", "Mul", "c third").Node("s", "Add", "x k").Node("i", "Mul", "root s").Node("t", "Tanh", "i")
            .Node("a", "Add", "t one").Node("h", "Mul", "x half").Node("y", "Mul", "h a").Output("y"));

        Assert.Equal(nodes, lines.Length);
        Assert.True(nodes > 1 || lines[0] == "y = Gelu x");
    }

    [Fact]
    public void Gelu_is_one_node()
    {
        Becomes(Gelu(Math.Sqrt(2)).Node("p", "Mul", "x a").Node("y", "Mul", "p half").Output("y"), "y = Gelu x");
        Becomes(Gelu(Math.Sqrt(2)).Node("p", "Mul", "x half").Node("y", "Mul", "p a").Output("y"), "y = Gelu x");
        Becomes(
            Image().Scalar("root", Math.Sqrt(0.5)).Scalar("one", 1).Scalar("half", 0.5).Node("d", "Mul", "x root").Node("e", "Erf", "d").Node("a", "Add", "e one")
                .Node("h", "Mul", "a half").Node("y", "Mul", "x h").Output("y"),
            "y = Gelu x");
        Assert.Equal(5, GraphText.Of(Gelu(1.5).Node("p", "Mul", "x a").Node("y", "Mul", "p half").Output("y")).Length);
    }

    [Fact]
    public void Normalization_over_channels_is_one_node() =>
        Becomes(Norm(axis: 1, 4, 1, 1), "y = " + ChannelNorm + " x k b");

    [Fact]
    public void Normalization_over_the_last_axis_is_one_node() =>
        Becomes(Norm(axis: -1, 8), "y = LayerNormalization x k b");

    // The axes as an input, as from opset 18 on, and the square as a product.
    [Fact]
    public void Normalization_may_be_written_otherwise() =>
        Becomes(
            Image().Scalar("eps", 1e-6).List("axes", 1).Weight("k", 1, 4, 1, 1).Weight("b", 4, 1, 1)
                .Node("m", "ReduceMean", "x axes").Node("d", "Sub", "x m").Node("q", "Mul", "d d").Node("v", "ReduceMean", "q axes").Node("e", "Add", "eps v")
                .Node("r", "Sqrt", "e").Node("n", "Div", "d r").Node("s", "Mul", "k n").Node("y", "Add", "b s").Output("y"),
            "y = " + ChannelNorm + " x k b");

    [Fact]
    public void Normalization_by_a_reciprocal_is_one_node() =>
        Becomes(
            Image().Scalar("eps", 1e-6).Weight("k", 4, 1, 1).Weight("b", 4, 1, 1).Node("m", "ReduceMean", "x", "axes is 1").Node("d", "Sub", "x m")
                .Node("q", "Mul", "d d").Node("v", "ReduceMean", "q", "axes is 1").Node("e", "Add", "v eps").Node("r", "Sqrt", "e").Node("i", "Reciprocal", "r")
                .Node("n", "Mul", "d i").Node("s", "Mul", "n k").Node("y", "Add", "b s").Output("y"),
            "y = " + ChannelNorm + " x k b");

    [Fact]
    public void Normalization_over_another_axis_stays() => Assert.Equal(9, GraphText.Of(Norm(axis: 2, 8, 1)).Length);

    [Fact]
    public void Factors_along_another_axis_are_no_normalization() => Assert.Equal(9, GraphText.Of(Norm(axis: 1, 8)).Length);

    [Fact]
    public void Parts_are_named_once()
    {
        GraphNode layer = Assert.Single(GraphText.Plan(
            ModelText.Conv().Node("s", "Sigmoid", "c").Node("y", "Mul", "c s").Output("y")).Graph.Nodes);

        Assert.Equal(["Sigmoid s", "Mul y"], layer.Fused);
    }

    [Fact]
    public void Zeros_around_a_layer_are_its_padding()
    {
        ModelText padded = Padded("constant", 0, 0, 1, 2, 0, 0, 1, 0);
        Becomes(padded, "y = Conv x w");
        LayerSpec spec = Assert.IsType<LayerNode>(Assert.Single(GraphText.Plan(padded).Graph.Nodes)).Spec;
        Assert.Equal([1, 2], spec.Padding);
        Assert.Equal([1, 0], spec.PaddingEnd);
    }

    [Fact]
    public void Other_padding_stays()
    {
        string[] lines = ["p = Pad x pads", "y = Conv p w"];
        Becomes(Padded("reflect", 0, 0, 1, 1, 0, 0, 1, 1), lines);
        Becomes(Padded("constant", 0, 0, -1, 1, 0, 0, 1, 1), lines);
        Becomes(Padded("constant", 0, 0, 1, 1, 0, 0, 1, 1).Output("p"), lines);
    }

    [Fact]
    public void A_value_and_its_gated_self_are_one_product() =>
        Becomes(
            Image().Weight("w", 4, 4, 1, 1).Node("a", "GlobalAveragePool", "x").Node("c", "Conv", "a w").Node("s", "Sigmoid", "c")
                .Node("p", "Mul", "x s").Node("y", "Add", "x p").Output("y"),
            "a = GlobalAveragePool x", "s = Conv a w; Sigmoid; * 1 + 1", "y = Mul x s");

    // Squeeze and excitation as PyTorch exports it.
    [Fact]
    public void Gates_of_channels_are_two_layers_and_a_product() =>
        Becomes(
            Image().Weight("w", 2, 4, 1, 1).Weight("b", 2).Weight("v", 4, 2, 1, 1).Node("a", "ReduceMean", "x", "axes is 2 3").Node("c", "Conv", "a w b")
                .Node("r", "Relu", "c").Node("d", "Conv", "r v").Node("s", "HardSigmoid", "d", "alpha f 0.16666667", "beta f 0.5")
                .Node("y", "Mul", "s x").Output("y"),
            "a = ReduceMean x", "r = Conv a w b; Relu", "s = Conv r v; * 0.16666667 + 0.5; Clamp", "y = Mul s x");

    [Fact]
    public void A_gate_that_is_wanted_itself_stays() =>
        Becomes(
            Image().Weight("w", 4, 4, 1, 1).Node("a", "GlobalAveragePool", "x").Node("c", "Conv", "a w").Node("s", "Sigmoid", "c")
                .Node("p", "Mul", "x s").Node("y", "Add", "x p").Output("s").Output("y"),
            "a = GlobalAveragePool x", "s = Conv a w; Sigmoid", "p = Mul x s", "y = Add x p");

    private static string ChannelNorm => generator::ConvGen.Generator.Networks.Operators.NormalizationOperators.OverChannels;

    private static ModelText Image() => new ModelText().Input("x", 1, 4, 8, 8);

    private static ModelText HardSwish(double three) =>
        Image().Scalar("three", three).Scalar("zero", 0).Scalar("six", 6).Node("a", "Add", "x three").Node("g", "Clip", "a zero six");

    private static ModelText Gelu(double root) =>
        Image().Scalar("root", root).Scalar("one", 1).Scalar("half", 0.5)
            .Node("d", "Div", "x root").Node("e", "Erf", "d").Node("a", "Add", "e one");

    private static ModelText Norm(int axis, params object[] factors) =>
        Image().Scalar("two", 2).Scalar("eps", 1e-6).Weight("k", factors).Weight("b", factors)
            .Node("m", "ReduceMean", "x", $"axes is {axis}").Node("d", "Sub", "x m").Node("q", "Pow", "d two")
            .Node("v", "ReduceMean", "q", $"axes is {axis}").Node("e", "Add", "v eps").Node("r", "Sqrt", "e").Node("n", "Div", "d r")
            .Node("s", "Mul", "n k").Node("y", "Add", "s b").Output("y");

    private static ModelText Padded(string mode, params object[] pads) =>
        Image().Weight("w", 4, 4, 3, 3).List("pads", pads).Node("p", "Pad", "x pads", "mode s " + mode).Node("y", "Conv", "p w").Output("y");

    private static void Becomes(ModelText model, params string[] lines) => Assert.Equal(lines, GraphText.Of(model));
}
