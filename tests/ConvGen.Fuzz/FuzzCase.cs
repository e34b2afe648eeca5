using System.Globalization;
using ConvGen.Testing;

namespace ConvGen.Fuzz;

/// <summary>A layer, how it is asked for, and arguments for it: all that is needed to meet a mismatch again.</summary>
/// <param name="Request">The layer and its attribute.</param>
/// <param name="Values">What its arguments look like.</param>
/// <param name="Seed">What they are drawn from.</param>
public sealed record FuzzCase(LayerRequest Request, ValueKind Values, int Seed)
{
    /// <summary>Channels before and after those of input and output, in tensors of which these are parts.</summary>
    public (int Before, int After) Beside { get; init; }

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

    /// <summary>What is added to the outputs, and a parameter per output channel; empty where the layer takes none.</summary>
    public (float[] Residuals, float[] Slopes) EndArguments()
    {
        var random = new Random(~Seed);
        Ending ending = Request.Ending;
        float[] residuals = ValueKind.Uniform.X.Draw(random, ending.Residual == Residual.None ? 0 : LayerCase.Elements(Layer.OutputShape));
        float[] slopes = ValueKind.Uniform.X.Draw(random, ending.HasSlopes ? Layer.Cout : 0);
        return (residuals, Array.ConvertAll(slopes, static slope => slope + 1));
    }

    /// <summary>What becomes of a sum of the outputs.</summary>
    public double EndOf(double sum, int index)
    {
        (float[] residuals, float[] slopes) = EndArguments();
        int channel = LayerCase.Index(index, Layer.OutputShape)[1];
        return Request.Ending.Of(
            sum, 0, residuals.Length > 0 ? residuals[index] : 0, slopes.Length > 0 ? slopes[channel] : 0).Value;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Layer}, {Request.Algorithm}{(Request.FixSizes ? ", sizes fixed" : "")}{Request.Ending.AttributeText}{(Beside == default ? "" : $", {Beside} channels beside")}, {Values.Name} values of seed {Seed}");
}
