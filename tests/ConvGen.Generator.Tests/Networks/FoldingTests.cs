namespace ConvGen.Generator.Tests.Networks;

/// <summary>What models work out of sizes is done when code is generated, and nodes that do nothing else go.</summary>
public class FoldingTests
{
    // Sizes of the last axis first, begin and end in turn; padded, turned round and regrouped by nodes.
    [Fact]
    public void Padding_as_PyTorch_exports_it_is_folded_into_the_layer()
    {
        ModelText model = Image().Weight("w", 4, 4, 3, 3)
            .List("given", 1, 2, 0, 1).List("count", 4).List("pairs", -1, 2).List("last", -1).List("least", long.MinValue).List("zero", 0).List("flat", -1)
            .Node("filler", "ConstantOfShape", "count", "value t zero").Node("all", "Concat", "given filler", "axis i 0").Node("grouped", "Reshape", "all pairs")
            .Node("reversed", "Slice", "grouped last least zero last").Node("turned", "Transpose", "reversed", "perm is 1 0").Node("list", "Reshape", "turned flat")
            .Node("pads", "Cast", "list", "to i 7").Node("p", "Pad", "x pads", "mode s constant").Node("y", "Conv", "p w").Output("y");

        LayerNode layer = Assert.IsType<LayerNode>(Assert.Single(GraphText.Plan(model).Graph.Nodes));

        Assert.Equal([0, 1], layer.Spec.Padding);
        Assert.Equal([1, 2], layer.Spec.PaddingEnd);
        Assert.Equal([1, 4, 7, 9], layer.Output.Shape);
        Assert.Equal(["Pad p"], layer.Fused);
    }

    // p is (1, 4); what is made of it begins the shape of y.
    [Theory]
    [InlineData("Identity", "p")]
    [InlineData("Cast", "p", "to i 7")]
    [InlineData("Neg", "least")]
    [InlineData("Add", "p p")]
    [InlineData("Mul", "p p")]
    [InlineData("Sub", "twice p")]
    [InlineData("Div", "twice p")]
    [InlineData("Concat", "p p", "axis i 0")]
    [InlineData("Gather", "p first", "axis i 0")]
    [InlineData("Slice", "p first two")]
    [InlineData("Squeeze", "square first")]
    public void Nodes_of_known_numbers_go(string op, string inputs, params string[] attributes) =>
        Becomes(
            Image().List("first", 0).List("two", 2).List("twice", 2, 8).List("least", -1, -1).List("rest", -1)
                .Node("s", "Shape", "x").Node("p", "Slice", "s first two").Node("square", "Unsqueeze", "p first")
                .Node("k", op, inputs, attributes).Node("l", "Concat", "k rest", "axis i 0").Node("y", "Reshape", "x l").Output("y"),
            "y = Reshape x l");

    // Other weights may be loaded: what is made of them is no number of the model.
    [Fact]
    public void What_is_made_of_weights_is_made_as_they_are_loaded()
    {
        NetworkPlan plan = GraphText.Plan(Image().Weight("k", 8, 8).Node("t", "Transpose", "k").Node("y", "MatMul", "x t").Output("y"));

        Assert.Equal(["t"], plan.Loading.Select(static step => step.Node.Output.Name));
        Assert.Equal(["y"], plan.Running.Select(static step => step.Node.Output.Name));
    }

    [Theory]
    [InlineData("Relu node y takes s, which is not real and depends on the network's inputs; only real numbers are computed", "Relu", "s")]
    [InlineData("NonZero", "NonZero", "x")]
    public void What_depends_on_inputs_and_is_no_real_number_is_refused(string message, string op, string inputs) => Assert.Contains(
        message,
        Assert.Throws<NetworkException>(() => GraphText.Plan(
            Image().Node("s", "ArgMax", "x", "axis i 1").Node("y", op, inputs).Output("y"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Nodes_stand_behind_those_that_they_take() => Assert.Equal(
        "Relu node y takes a, which is made after it",
        Assert.Throws<NetworkException>(() => GraphText.Plan(Image().Node("y", "Relu", "a").Node("a", "Tanh", "x").Output("y"))).Message);

    [Fact]
    public void Masks_and_indices_are_refused_where_they_are_taken()
    {
        ModelText model = Image().Node("p i", "MaxPool", "x", "kernel_shape is 2 2");

        Assert.Equal("p i = MaxPool x", Assert.Single(GraphText.Of(model.Output("p"))));
        Assert.Equal(
            "MaxPool node p makes i too; only the first output of MaxPool is computed",
            Assert.Throws<NetworkException>(() => GraphText.Plan(model.Output("i"))).Message);
    }

    private static ModelText Image() => new ModelText().Input("x", 1, 4, 8, 8);

    private static void Becomes(ModelText model, params string[] lines) => Assert.Equal(lines, GraphText.Of(model));
}
