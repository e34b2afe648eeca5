using ConvGen.Kernels;

namespace ConvGen.Runtime.Tests;

public class MarginTests
{
    // Whole vectors, and what they leave over.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(23)]
    public void Every_weight_is_looked_at(int length)
    {
        float[] weights = [.. Enumerable.Range(0, length).Select(static i => float.MaxValue * (i % 2 == 0 ? 1 : -1))];
        Assert.True(Margin.Suits(weights));
        foreach (float odd in (float[])[float.PositiveInfinity, float.NegativeInfinity, float.NaN])
        {
            for (int i = 0; i < length; i++)
            {
                float[] with = [.. weights];
                with[i] = odd;
                Assert.False(Margin.Suits(with));
            }
        }
    }
}
