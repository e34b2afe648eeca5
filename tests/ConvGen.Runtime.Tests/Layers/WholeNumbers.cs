using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Arguments whose products and sums are exact in float32, in any order: results can be compared without a tolerance.</summary>
internal static class WholeNumbers
{
    public static (float[] X, float[] W, float[] B) For(LayerCase layer)
    {
        (float[] x, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 11);
        return (Rounded(x), Rounded(w), Rounded(b));
    }

    // -2 to 2.
    private static float[] Rounded(float[] values) => Array.ConvertAll(values, value => MathF.Round(2 * value));
}
