namespace ConvGen.Generator.Tests.Networks;

/// <summary>What mutated models found.</summary>
public class HostileModelTests
{
    [Theory]
    [InlineData("axis f 1", "whole number")]
    [InlineData("axis is 1", "whole number")]
    [InlineData("axis s 1", "whole number")]
    [InlineData("axis g", "whole number")]
    public void Attributes_of_another_type_are_refused(string attribute, string wanted)
    {
        ModelText model = new ModelText().Input("x", 2, 3).Node("y", "Softmax", "x", attribute).Output("y");

        var refusal = Assert.Throws<NetworkException>(() => GraphText.Plan(model));

        Assert.Equal($"Softmax node y has the attribute axis, which is not a {wanted}", refusal.Message);
    }

    [Fact]
    public void Texts_where_numbers_belong_are_no_graphs()
    {
        ModelText model = new ModelText().Input("x", 2, 3).Node("y", "Gelu", "x", "approximate g").Output("y");

        Assert.Contains("approximate, which is not text", Assert.Throws<NetworkException>(() => GraphText.Plan(model)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%0D%0Aerror%20CS1: b", "a??error CS1: b")]
    [InlineData("a%E2%80%A8%E2%80%AEb%00", "a??b?")]
    [InlineData("%C3%A4%E6%BC%A2", "\u00E4\u6F22")]
    public void Messages_are_one_line_whatever_nodes_are_called(string name, string shown)
    {
        ModelText model = new ModelText().Input("x", 2, 3).Node(name.Replace(" ", "%20", StringComparison.Ordinal), "Unknown", "x").Output("y");

        Assert.Contains(shown, Assert.Throws<NetworkException>(() => GraphText.Plan(model)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_are_short_whatever_nodes_are_called()
    {
        ModelText model = new ModelText().Input("x", 2, 3).Node(new string('n', 100_000), "Unknown", "x").Output("y");

        Assert.InRange(Assert.Throws<NetworkException>(() => GraphText.Plan(model)).Message.Length, 1000, 3000);
    }

    [Fact]
    public void Parts_of_an_input_are_read_only()
    {
        ModelText model = new ModelText().Input("x", 4, 5).Node("p q", "Split", "x", "axis i 0").Node("y", "Tanh", "q").Output("y");

        Assert.Contains("ReadOnlySpan<float> q = xElements.Slice(10, 10);", LimitsTests.Text(model.ToString()), StringComparison.Ordinal);
    }

    [Fact]
    public void Normalisations_without_statistics_are_refused_behind_a_layer_too()
    {
        ModelText model = ModelText.Conv().Weight("k", 4).Node("y", "BatchNormalization", "c k k k").Output("y");

        Assert.Contains("lacks a scale, a bias, a mean or a variance", Assert.Throws<NetworkException>(() => GraphText.Plan(model)).Message, StringComparison.Ordinal);
    }
}
