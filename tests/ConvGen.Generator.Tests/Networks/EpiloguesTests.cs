namespace ConvGen.Generator.Tests.Networks;

public class EpiloguesTests
{
    public static TheoryData<string, string> Taken => new()
    {
        { "Relu", "Relu" },
        { "Sigmoid", "Sigmoid" },
        { "Tanh", "Tanh" },
        { "LeakyRelu", "LeakyRelu" },
        { "Gelu", "Gelu" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void Activations_become_part_of_their_layer(string op, string activation) =>
        Becomes(ModelText.Conv().Node("y", op, "c").Output("y"), $"y = Conv x w; {activation}");

    [Fact]
    public void Softmax_does_not() =>
        Becomes(ModelText.Conv().Node("y", "Softmax", "c", "axis i 1").Output("y"), "c = Conv x w", "y = Softmax c");

    [Fact]
    public void Values_that_are_taken_twice_stay() =>
        Becomes(
            ModelText.Conv().Node("a", "Relu", "c").Node("b", "Sigmoid", "c").Output("a").Output("b"),
            "c = Conv x w", "a = Relu c", "b = Sigmoid c");

    [Fact]
    public void Outputs_of_the_network_stay() =>
        Becomes(ModelText.Conv().Node("y", "Relu", "c").Output("c").Output("y"), "c = Conv x w", "y = Relu c");

    [Fact]
    public void Batch_normalization_goes_into_the_weights() =>
        Becomes(
            ModelText.Conv().Weight("s", 4).Weight("t", 4).Weight("m", 4).Weight("v", 4)
                .Node("n", "BatchNormalization", "c s t m v").Node("y", "Relu", "n").Output("y"),
            "y = Conv x w; Norm s t m v; Relu");

    [Fact]
    public void Batch_normalization_behind_an_activation_stays() =>
        Becomes(
            ModelText.Conv().Weight("s", 4).Weight("t", 4).Weight("m", 4).Weight("v", 4)
                .Node("r", "Relu", "c").Node("y", "BatchNormalization", "r s t m v").Output("y"),
            "r = Conv x w; Relu", "y = BatchNormalization r s t m v");

    [Theory]
    [InlineData("Mul", "c k", "Multiply")]
    [InlineData("Mul", "k c", "Multiply")]
    [InlineData("Add", "k c", "Add")]
    [InlineData("Div", "c k", "Divide")]
    [InlineData("Sub", "c k", "Subtract")]
    public void Numbers_of_channels_go_into_the_weights(string op, string inputs, string fold)
    {
        Becomes(ModelText.Conv().Weight("k", 1, 4, 1, 1).Node("y", op, inputs).Output("y"), $"y = Conv x w; {fold} k");
        Becomes(ModelText.Conv().Weight("k", 4, 1, 1).Node("y", op, inputs).Output("y"), $"y = Conv x w; {fold} k");
        Becomes(ModelText.Conv().Scalar("k", 2).Node("y", op, inputs).Output("y"), $"y = Conv x w; {fold} k");
    }

    [Theory]
    [InlineData("Div", "k c")]
    [InlineData("Sub", "k c")]
    public void A_constant_on_the_left_stays(string op, string inputs) =>
        Becomes(ModelText.Conv().Weight("k", 1, 4, 1, 1).Node("y", op, inputs).Output("y"), "c = Conv x w", $"y = {op} {inputs}");

    // Four along the width are not four channels.
    [Theory]
    [InlineData(8)]
    [InlineData(1, 1, 8, 1)]
    [InlineData(1, 4, 8, 8)]
    public void Constants_along_another_axis_stay(params int[] shape) =>
        Becomes(
            ModelText.Conv().Weight("k", [.. shape.Cast<object>()]).Node("y", "Mul", "c k").Output("y"), "c = Conv x w", "y = Mul c k");

    [Fact]
    public void As_many_along_the_width_as_channels_stay() =>
        Becomes(
            new ModelText().Input("x", 1, 4, 4, 4).Weight("w", 4, 4, 3, 3).Weight("k", 4)
                .Node("c", "Conv", "x w", "pads is 1 1 1 1").Node("y", "Mul", "c k").Output("y"),
            "c = Conv x w", "y = Mul c k");

    // One channel becomes four: the layer cannot make them.
    [Fact]
    public void Constants_that_enlarge_the_output_stay() =>
        Becomes(
            new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 1, 4, 1, 1).Weight("k", 1, 4, 1, 1)
                .Node("c", "Conv", "x w").Node("y", "Mul", "c k").Output("y"),
            "c = Conv x w", "y = Mul c k");

    [Fact]
    public void Constants_of_more_axes_stay() =>
        Becomes(ModelText.Conv().Scalar("s", 2).List("o", 1, 1, 1, 1, 1).Node("k", "Reshape", "s o").Node("y", "Add", "c k").Output("y"),
            "c = Conv x w", "k = Reshape s o", "y = Add c k");

    [Fact]
    public void Slopes_of_channels_become_part()
    {
        Becomes(ModelText.Conv().Weight("k", 4, 1, 1).Node("y", "PRelu", "c k").Output("y"), "y = Conv x w; PRelu k");
        Becomes(ModelText.Conv().Weight("k", 8).Node("y", "PRelu", "c k").Output("y"), "c = Conv x w", "y = PRelu c k");
    }

    [Fact]
    public void Limits_and_gates_become_part()
    {
        Becomes(ModelText.Conv().Scalar("a", 0).Scalar("b", 6).Node("y", "Clip", "c a b").Output("y"), "y = Conv x w; Clamp");
        Becomes(
            ModelText.Conv().Node("y", "HardSigmoid", "c", "alpha f 0.25", "beta f 0.5").Output("y"), "y = Conv x w; * 0.25 + 0.5; Clamp");
    }

    [Fact]
    public void Scale_and_shift_behind_an_activation_become_part() =>
        Becomes(
            ModelText.Conv().Scalar("two", 2).Scalar("one", 1).Scalar("four", 4)
                .Node("t", "Tanh", "c").Node("a", "Add", "t one").Node("b", "Mul", "two a").Node("d", "Div", "b four").Node("y", "Sub", "d one").Output("y"),
            "y = Conv x w; Tanh; * 0.5 + -0.5");

    [Fact]
    public void Residuals_stand_before_or_behind_the_activation()
    {
        Becomes(
            ModelText.Conv().Node("a", "Add", "c x").Node("y", "Relu", "a").Output("y"), "y = Conv x w; + x; Relu");
        Becomes(
            ModelText.Conv().Node("r", "Relu", "c").Node("y", "Add", "x r").Output("y"), "y = Conv x w; Relu; + x");
    }

    [Fact]
    public void Nothing_follows_a_residual_behind_the_activation() =>
        Becomes(
            ModelText.Conv().Scalar("two", 2).Node("r", "Relu", "c").Node("a", "Add", "x r").Node("y", "Mul", "a two").Output("y"),
            "a = Conv x w; Relu; + x", "y = Mul a two");

    // (c + x) * 2 is not c * 2 + x.
    [Fact]
    public void Numbers_behind_a_residual_are_no_weights() =>
        Becomes(
            ModelText.Conv().Weight("k", 1, 4, 1, 1).Node("a", "Add", "c x").Node("y", "Mul", "a k").Output("y"),
            "a = Conv x w; + x", "y = Mul a k");

    [Fact]
    public void A_residual_of_another_shape_stays() =>
        Becomes(
            ModelText.Conv().Input("r", 1, 4, 1, 1).Node("y", "Add", "c r").Output("y"), "c = Conv x w", "y = Add c r");

    [Fact]
    public void A_value_plus_itself_stays() =>
        Becomes(ModelText.Conv().Node("y", "Add", "c c").Output("y"), "c = Conv x w", "y = Add c c");

    // The layer moves behind what makes its residual.
    [Fact]
    public void A_residual_that_is_made_later_is_waited_for() =>
        Becomes(
            ModelText.Conv().Node("s", "Softmax", "x", "axis i 1").Node("a", "Add", "c s").Node("y", "Relu", "a").Output("y"),
            "s = Softmax x", "y = Conv x w; + s; Relu");

    [Fact]
    public void Only_one_of_two_layers_takes_their_sum() =>
        Becomes(
            ModelText.Conv().Weight("v", 4, 4, 1, 1).Node("d", "Conv", "x v").Node("y", "Add", "c d").Output("y"),
            "d = Conv x v", "y = Conv x w; + d");

    private static void Becomes(ModelText model, params string[] lines) => Assert.Equal(lines, GraphText.Of(model));
}
