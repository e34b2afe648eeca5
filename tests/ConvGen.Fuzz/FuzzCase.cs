using System.Globalization;
using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>A layer, how it is asked for, and arguments for it: all that is needed to meet a mismatch again.</summary>
/// <param name="Request">The layer and its attribute.</param>
/// <param name="Values">What its arguments look like.</param>
/// <param name="Seed">What they are drawn from.</param>
public sealed record FuzzCase(LayerRequest Request, ValueKind Values, int Seed)
{
    /// <summary>The layer.</summary>
    public LayerCase Layer => Request.Layer;

    /// <summary>Whether the generator must take it.</summary>
    public bool IsLegal =>
        Layer is { N: >= 0, Cin: > 0, Cout: > 0, G: > 0, Rank: >= 1 and <= 3 }
        && Layer.Cin % Layer.G == 0
        && Layer.Cout % Layer.G == 0
        && FuzzAxis.Of(Layer).All(axis => axis.IsLegal);

    /// <summary>The arguments.</summary>
    public (float[] X, float[] W, float[] B) Arguments()
    {
        var random = new Random(Seed);
        float[] x = Values.X.Draw(random, LayerCase.Elements(Layer.InputShape));
        float[] w = Values.W.Draw(random, LayerCase.Elements(Layer.WeightShape));
        float[] b = Layer.Bias ? Values.B.Draw(random, Layer.Cout) : [];
        return (x, w, b);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Layer}, {Request.Algorithm}{(Request.FixSizes ? ", sizes fixed" : "")}, {Values.Name} values of seed {Seed}");
}
