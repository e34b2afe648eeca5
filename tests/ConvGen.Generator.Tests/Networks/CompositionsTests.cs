namespace ConvGen.Generator.Tests.Networks;

public class CompositionsTests
{
    [Theory]
    [InlineData("ReduceL1", "y_1 = Abs x", "y = ReduceSum y_1")]
    [InlineData("ReduceSumSquare", "y_1 = Mul x x", "y = ReduceSum y_1")]
    [InlineData("ReduceMin", "y_1 = Neg x", "y_2 = ReduceMax y_1", "y = Neg y_2")]
    [InlineData("Ceil", "y_1 = Neg x", "y_2 = Floor y_1", "y = Neg y_2")]
    [InlineData("Softsign", "y_1 = Abs x", "y_2 = Add y_1 y_2", "y = Div x y_2")]
    [InlineData("Selu", "y_1 = Elu x", "y = Mul y_1 y_2")]
    [InlineData("Celu", "y_1 = Div x y_1", "y_2 = Elu y_1", "y = Mul y_2 y_3")]
    public void Operators_that_others_make_become_those(string op, params string[] lines) =>
        Becomes(Image().Node("y", op, "x", "keepdims i 1").Output("y"), lines);

    [Fact]
    public void Means_of_several_tensors_are_their_sum_by_their_number() =>
        Becomes(
            Image().Node("a", "Relu", "x").Node("b", "Tanh", "x").Node("y", "Mean", "x a b").Output("y"),
            "a = Relu x", "b = Tanh x", "y_1_1 = Add x a", "y_1 = Add y_1_1 b", "y = Div y_1 y_2");

    [Fact]
    public void Axes_are_handed_on()
    {
        NetworkPlan plan = GraphText.Plan(Image().List("axes", 1).Node("y", "ReduceMin", "x axes", "keepdims i 0").Output("y"));

        Assert.Equal([1, 8, 8], Assert.Single(plan.Graph.Outputs).Shape);
    }

    [Theory]
    [InlineData("Identity", "")]
    [InlineData("Dropout", "")]
    [InlineData("Cast", "", "to i 1")]
    [InlineData("CastLike", " x")]
    [InlineData("Reshape", " shape")]
    [InlineData("Expand", " shape")]
    [InlineData("Tile", " ones")]
    [InlineData("Pad", " none")]
    [InlineData("Concat", "", "axis i 1")]
    public void Nodes_that_make_what_they_take_go(string op, string inputs, params string[] attributes) =>
        Becomes(
            ModelText.Conv().List("shape", 1, 4, 8, 8).List("ones", 1, 1, 1, 1).List("none", 0, 0, 0, 0, 0, 0, 0, 0)
                .Node("i", op, "c" + inputs, attributes).Node("y", "Relu", "i").Output("y"),
            "y = Conv x w; Relu");

    [Fact]
    public void Elements_in_the_other_order_are_others() =>
        Becomes(
            Image().List("last", -1).List("before", -9).List("axis", 3).List("back", -1)
                .Node("r", "Slice", "x last before axis back").Node("y", "Relu", "r").Output("y"),
            "r = Slice x last before axis back", "y = Relu r");

    [Fact]
    public void Repeated_axes_are_two()
    {
        CallStep step = Assert.IsType<CallStep>(Assert.Single(
            GraphText.Plan(Image().List("times", 1, 1, 2, 3).Node("y", "Tile", "x times").Output("y")).Running));

        Assert.Equal("Movement.Expand", step.Call.Method);
        Assert.Equal([1, 4, 1, 8, 1, 8], Assert.IsType<int[]>(step.Call.Arguments[1]));
        Assert.Equal([1, 4, 2, 8, 3, 8], Assert.IsType<int[]>(step.Call.Arguments[3]));
    }

    [Fact]
    public void Comparisons_are_real_numbers_at_run_time() =>
        Becomes(
            Image().Node("m", "MaxPool", "x", "kernel_shape is 3 3", "pads is 1 1 1 1").Node("e", "Equal", "x m").Node("f", "Cast", "e", "to i 1")
                .Node("y", "Mul", "x f").Output("y"),
            "m = MaxPool x", "e = Equal x m", "y = Mul x e");

    [Fact]
    public void What_is_true_is_no_output()
    {
        ModelText model = Image().Scalar("k", 1).Node("y", "Less", "x k").Output("y");

        Assert.Equal("y is true or false; outputs are real or whole numbers", Assert.Throws<NetworkException>(() => GraphText.Plan(model)).Message);
    }

    private static ModelText Image() => new ModelText().Input("x", 1, 4, 8, 8);

    private static void Becomes(ModelText model, params string[] lines) => Assert.Equal(lines, GraphText.Of(model));
}
