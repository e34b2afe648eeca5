namespace ConvGen.Generator.Tests.Networks;

public class LayersTests
{
    public static TheoryData<string, string, string, int[]> Windows => new()
    {
        { "Conv k3 s1 p0", "Conv", "", [1, 4, 6, 6] },
        { "Conv k3 s2 p1", "Conv", "strides is 2 2;pads is 1 1 1 1", [1, 4, 4, 4] },
        { "Conv k3 s1 p1x0 to 0x2", "Conv", "pads is 1 0 0 2", [1, 4, 7, 8] },
        { "Conv k3 s2 p0 to 1", "Conv", "strides is 2 2;auto_pad s SAME_UPPER", [1, 4, 4, 4] },
        { "Conv k3 s2 p1 to 0", "Conv", "strides is 2 2;auto_pad s SAME_LOWER", [1, 4, 4, 4] },
        { "Conv k3 s1 p0", "Conv", "auto_pad s VALID", [1, 4, 6, 6] },
        { "Conv k3 s1 p2 d2", "Conv", "dilations is 2 2;pads is 2 2 2 2", [1, 4, 8, 8] },
        { "ConvTranspose k3 s2 p1 op1", "ConvTranspose", "strides is 2 2;pads is 1 1 1 1;output_padding is 1 1", [1, 4, 16, 16] },
        { "ConvTranspose k3 s2 p0 to 1", "ConvTranspose", "strides is 2 2;pads is 0 0 1 1", [1, 4, 16, 16] },
    };

    [Theory]
    [MemberData(nameof(Windows), DisableDiscoveryEnumeration = true)]
    public void Convolutions_become_layers_of_fixed_sizes(string text, string op, string attributes, int[] output)
    {
        LayerNode layer = Layer(new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 4, 4, 3, 3)
            .Node("y", op, "x w", attributes.Split(';', StringSplitOptions.RemoveEmptyEntries)).Output("y"));

        Assert.Equal(text, LayerTable.Text(layer.Spec));
        Assert.Equal(output, layer.Output.Shape);
        Assert.Equal((4, 4, 1), (layer.Spec.InChannels, layer.Spec.OutChannels, layer.Spec.Groups));
        Assert.Equal([8, 8], layer.Spec.InputSize);
    }

    [Fact]
    public void Groups_are_those_of_the_model()
    {
        LayerNode layer = Layer(new ModelText().Input("x", 2, 4, 8).Weight("w", 8, 2, 3).Node("y", "Conv", "x w", "group i 2").Output("y"));

        Assert.Equal((4, 8, 2), (layer.Spec.InChannels, layer.Spec.OutChannels, layer.Spec.Groups));
        Assert.Equal([2, 8, 6], layer.Output.Shape);
    }

    [Theory]
    [InlineData("strides is 2 2", "output_padding is 2 2", "ConvTranspose node y has output_padding 2; legal are 0 to 1, below its stride or dilation")]
    public void What_no_layer_takes_is_refused(string first, string second, string message) => Assert.Equal(
        message,
        Assert.Throws<NetworkException>(() => GraphText.Plan(
            new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 4, 4, 3, 3).Node("y", "ConvTranspose", "x w", first, second).Output("y"))).Message);

    // A shift meets the zeros around the image, which the layer behind it adds after it: it cannot go into the weights.
    [Theory]
    [InlineData("BatchNormalization", "x k k k k")]
    [InlineData("Add", "x k4")]
    [InlineData("Mul", "x k4")]
    public void What_stands_before_a_layer_stays(string op, string inputs) => Assert.Equal(
        [$"n = {op} {inputs}", "y = Conv n w"],
        GraphText.Of(new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 4, 4, 3, 3).Weight("k", 4).Weight("k4", 1, 4, 1, 1)
            .Node("n", op, inputs).Node("y", "Conv", "n w", "pads is 1 1 1 1").Output("y")));

    // 0.3 around an image is no zero.
    [Fact]
    public void Padding_by_another_number_stays() => Assert.Equal(
        ["p = Pad x pads v", "y = Conv p w"],
        GraphText.Of(new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 4, 4, 3, 3).List("pads", 0, 0, 1, 1, 0, 0, 1, 1).Scalar("v", 0.3)
            .Node("p", "Pad", "x pads v").Node("y", "Conv", "p w").Output("y")));

    // Zeros around an image crop what a transposed layer makes of it.
    [Fact]
    public void Padding_before_a_transposed_layer_stays() => Assert.Equal(
        ["p = Pad x pads", "y = ConvTranspose p w"],
        GraphText.Of(new ModelText().Input("x", 1, 4, 8, 8).Weight("w", 4, 4, 3, 3).List("pads", 0, 0, 1, 1, 0, 0, 1, 1)
            .Node("p", "Pad", "x pads").Node("y", "ConvTranspose", "p w").Output("y")));

    private static LayerNode Layer(ModelText model) => Assert.IsType<LayerNode>(Assert.Single(GraphText.Plan(model).Graph.Nodes));
}
