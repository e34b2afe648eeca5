namespace ConvGen.Runtime.Tests.WeightFiles;

[Trait("Level", "Any")]
public class WeightNormTests
{
    [Theory]
    [InlineData("conv", "conv")]
    [InlineData("up", "up")]
    [InlineData("new.conv", "conv")]
    [InlineData("new.up", "up")]
    public void Weight_is_PyTorchs(string layer, string expected)
    {
        using WeightFile file = Fixtures.Open("weight_norm.safetensors");

        WeightTensor weight = file.WeightNormed(layer);

        Assert.Equal(layer + ".weight", weight.Name);
        Assert.Equal(file[expected + ".expected"].Shape.ToArray(), weight.Shape.ToArray());
        // Both compute in double precision and round once: a unit in the last place, where a sum in another order rounds to the other side.
        ReadOnlySpan<float> told = file[expected + ".expected"].AsSpan();
        for (int i = 0; i < told.Length; i++)
        {
            Assert.InRange(weight.AsSpan()[i], MathF.BitDecrement(told[i]), MathF.BitIncrement(told[i]));
        }
    }

    [Fact]
    public void Layer_without_it_is_answered_with_the_nearest_names()
    {
        using WeightFile file = Fixtures.Open("weight_norm.safetensors");

        Assert.Equal(
            "weight_norm.safetensors has no tensor 'cnv.weight_g'; the nearest are 'conv.weight_g', 'conv.weight_v', 'up.weight_g'.",
            Assert.Throws<KeyNotFoundException>(() => file.WeightNormed("cnv")).Message);
    }
}
