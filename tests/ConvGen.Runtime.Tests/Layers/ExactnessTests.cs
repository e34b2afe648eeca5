using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>
/// The direct forms compute the products of the definition and no others: an infinity or a NaN reaches the outputs that it belongs
/// to, zeros keep their signs. Whole numbers make all sums exact.
/// </summary>
public class ExactnessTests
{
    public static TheoryData<string> LayerNames => DirectForms.Names;

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Infinite_weight_reaches_its_outputs(string name)
    {
        DirectForms forms = DirectForms.Named(name);
        (float[] x, float[] w, float[] b) = WholeNumbers.For(forms.Layer);

        // Some inputs are 0, which makes NaN of it.
        EachReaches(w, float.PositiveInfinity, () => Agrees(forms, x, w, b));
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void NaN_input_reaches_its_outputs(string name)
    {
        DirectForms forms = DirectForms.Named(name);
        (float[] x, float[] w, float[] b) = WholeNumbers.For(forms.Layer);

        EachReaches(x, float.NaN, () => Agrees(forms, x, w, b));
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Infinite_input_of_zero_weights_makes_NaN_of_its_outputs(string name)
    {
        DirectForms forms = DirectForms.Named(name);
        (float[] x, float[] w, float[] b) = WholeNumbers.For(forms.Layer);
        w.AsSpan().Clear();

        EachReaches(x, float.NegativeInfinity, () => Agrees(forms, x, w, b));
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Infinite_bias_stays_in_its_channel(string name)
    {
        DirectForms forms = DirectForms.Named(name);
        (float[] x, float[] w, float[] b) = WholeNumbers.For(forms.Layer);
        b[^1] = float.PositiveInfinity;

        Assert.True(Agrees(forms, x, w, b));
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Zeros_are_positive(string name)
    {
        DirectForms forms = DirectForms.Named(name);
        (float[] x, float[] w, float[] b) = WholeNumbers.For(forms.Layer);
        // Sums begin at +0, to which nothing adds up to -0: neither do products of -0 alone, nor a bias of -0.
        w = [.. w.Select((_, i) => i % 29 == 0 ? 0f : -0f)];
        b = [.. b.Select((_, i) => i % 3 == 0 ? 0f : -0f)];

        Assert.All(forms.Forward(x, w, b), y => Assert.All(Bits(y), bits => Assert.Equal(0, bits)));
        Assert.All(forms.Forward(x, w, []), y => Assert.All(Bits(y), bits => Assert.Equal(0, bits)));
    }

    // One element after the other; some reach no output where padding crops it.
    private static void EachReaches(float[] values, float bent, Func<bool> agrees)
    {
        bool reaches = false;
        for (int i = 0; i < values.Length; i++)
        {
            float kept = values[i];
            values[i] = bent;
            reaches |= agrees();
            values[i] = kept;
        }

        Assert.True(reaches);
    }

    // Whether anything that is not finite reaches the output.
    private static bool Agrees(DirectForms forms, float[] x, float[] w, float[] b)
    {
        float[] expected = Definition(forms.Layer, x, w, b);
        Assert.Contains(expected, float.IsFinite);
        Assert.All(forms.Forward(x, w, b), y => Assert.Equal(expected, y));
        return !expected.All(float.IsFinite);
    }

    private static float[] Definition(LayerCase layer, float[] x, float[] w, float[] b) =>
        Array.ConvertAll(ScatterReference.Compute(layer, x, w, b).Y, value => (float)value);

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
