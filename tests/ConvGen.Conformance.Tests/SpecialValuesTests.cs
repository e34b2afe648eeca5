using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>
/// NaN, infinities, subnormals and -0 travel as IEEE 754 and the definition say: exactly in every direct form, over a tile at the most in
/// the fast ones. Outputs that have no product with such a value keep their bits.
/// </summary>
public class SpecialValuesTests(SpecialLayers layers) : IClassFixture<SpecialLayers>
{
    private const float Subnormal = 1e-40f;

    private const int Places = 2;

    private static readonly float[] s_values = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, Subnormal, -0f];

    public static TheoryData<string> Names => [.. SpecialLayers.Names];

    public static IEnumerable<object[]> NamesAndArguments =>
        from name in SpecialLayers.Names
        from argument in Enum.GetValues<SpecialArgument>()
        select new object[] { name, argument };

    [Theory]
    [MemberData(nameof(NamesAndArguments))]
    public void Special_value_reaches_its_outputs_alone(string name, SpecialArgument argument)
    {
        LayerCase layer = SpecialLayers.Named(name);
        (float[] x, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 3);

        Assert.Empty(Wrong(layer, x, w, b, argument, s_values));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Zero_weights_make_NaN_of_infinities(string name)
    {
        LayerCase layer = SpecialLayers.Named(name);
        (float[] x, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 4);
        w.AsSpan().Clear();

        Assert.Empty(Wrong(layer, x, w, b, SpecialArgument.Input, [float.PositiveInfinity, float.NegativeInfinity]));
    }

    // Whole multiples of the smallest subnormal, after the transforms of a fast form too: every sum is exact, in any order. F(4, 3) divides weights by 15:
    // it keeps what is promised of them.
    [Theory]
    [InlineData(-140, 0)]
    [InlineData(0, -140)]
    [InlineData(-70, -76)]
    public void Subnormals_are_not_flushed(int inputExponent, int weightExponent)
    {
        foreach (string name in SpecialLayers.Names)
        {
            LayerCase layer = SpecialLayers.Named(name);
            (float[] x, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 5);
            (x, w, b) = (Scaled(x, inputExponent), Scaled(w, weightExponent), Scaled(b, inputExponent + weightExponent));
            float[] expected = Array.ConvertAll(ScatterReference.Compute(layer, x, w, b).Y, value => (float)value);

            Assert.Contains(expected, float.IsSubnormal);
            float tolerance = layer.Cin / layer.G * layer.K.Aggregate(1, static (taps, length) => taps * length) * float.Epsilon;
            Assert.All(layers.Forward(name, x, w, b), result => Assert.True(
                expected.Zip(result.Y).All(pair => Math.Abs(pair.First - pair.Second) <= (result.Algorithm == Algorithm.Winograd4 ? tolerance : 0)), result.Form));
        }
    }

    [Fact]
    public void Fast_forms_spread_what_direct_ones_must_not()
    {
        LayerCase layer = SpecialLayers.Named("plane");
        (float[] x, float[] w, float[] b) = GoldenCase.DrawArguments(layer, seed: 6);
        IReadOnlyList<SpecialResult> before = layers.Forward(layer.Name, x, w, b);
        // The second input of the second row: of four that a tile of three reads along an axis, the outer ones do not spread.
        int element = layer.In[1] + 1;
        x[element] = float.NaN;
        var place = new SpecialPlace(layer, SpecialArgument.Input, element);
        var check = new SpecialCheck(place, ScatterReference.Compute(layer, x, w, b)) { Value = float.NaN, InWeight = false };

        (SpecialResult Old, SpecialResult New)[] fast =
            [.. before.Zip(layers.Forward(layer.Name, x, w, b)).Where(pair => pair.First.Tile == 3)];

        Assert.NotEmpty(fast);
        Assert.All(fast, pair => Assert.Null(check.FirstWrong(pair.Old, pair.New)));
        Assert.All(fast, pair => Assert.NotNull(check.FirstWrong(pair.Old, pair.New with { Algorithm = Algorithm.Direct })));
    }

    private static float[] Scaled(float[] values, int exponent) =>
        Array.ConvertAll(values, value => MathF.ScaleB(MathF.Round(2 * value), exponent));

    // The first wrong element of every call.
    private List<string> Wrong(LayerCase layer, float[] x, float[] w, float[] b, SpecialArgument argument, float[] values)
    {
        IReadOnlyList<SpecialResult> before = layers.Forward(layer.Name, x, w, b);
        float[] bent = argument switch { SpecialArgument.Input => x, SpecialArgument.Weight => w, _ => b };
        var random = new Random(7);
        var wrong = new List<string>();
        for (int i = 0; i < Places; i++)
        {
            int element = random.Next(bent.Length);
            var place = new SpecialPlace(layer, argument, element);
            float kept = bent[element];
            foreach (float value in values)
            {
                bent[element] = value;
                var reference = ScatterReference.Compute(layer, x, w, b);
                var check = new SpecialCheck(place, reference) { Value = value, InWeight = argument == SpecialArgument.Weight };
                foreach ((SpecialResult old, SpecialResult result) in before.Zip(layers.Forward(layer.Name, x, w, b)))
                {
                    if (check.FirstWrong(old, result) is { } line)
                    {
                        wrong.Add($"{value} at {argument} {element}, {result.Form}: {line}");
                    }
                }
            }

            bent[element] = kept;
        }

        return wrong;
    }
}
