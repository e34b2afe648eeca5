namespace ConvGen.Generator.Tests.Networks;

public class ChainsTests
{
    [Theory]
    [InlineData("Min", "Min")]
    [InlineData("Max", "Max")]
    [InlineData("Sum", "Add")]
    public void Operators_of_many_inputs_become_chains_of_those_of_two(string op, string link)
    {
        Becomes(Three().Node("y", op, "a b c"), $"y_1 = {link} a b", $"y = {link} y_1 c");
        Becomes(Three().Node("y", op, "a b a b"), $"y_1 = {link} a b", $"y_2 = {link} y_1 a", $"y = {link} y_2 b");
        Becomes(Three().Node("y", op, "a b"), $"y = {link} a b");
    }

    [Theory]
    [InlineData("Min")]
    [InlineData("Max")]
    [InlineData("Sum")]
    public void Operators_of_one_input_are_copies(string op) => Becomes(Three().Node("y", op, "a"), "y = Identity a");

    // The sum of a layer, its input and another value is the layer's residual and an addition.
    [Fact]
    public void Links_are_taken_by_layers() => Becomes(ModelText.Conv().Input("z", 1, 4, 8, 8).Node("y", "Sum", "c x z"), "y_1 = Conv x w; + x", "y = Add y_1 z");

    private static ModelText Three() => new ModelText().Input("a", 1, 4).Input("b", 1, 4).Input("c", 1, 4);

    private static void Becomes(ModelText model, params string[] lines) => Assert.Equal(lines, GraphText.Of(model.Output("y")));
}
