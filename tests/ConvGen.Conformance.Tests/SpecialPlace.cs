using ConvGen.Testing;

namespace ConvGen.Conformance.Tests;

/// <summary>An argument of a layer, one element of which is out of the ordinary.</summary>
public enum SpecialArgument
{
    Input,
    Weight,
    Bias,
}

/// <summary>Where an element of an argument goes.</summary>
/// <param name="layer">The layer.</param>
/// <param name="argument">The argument.</param>
/// <param name="element">The element.</param>
internal sealed class SpecialPlace(LayerCase layer, SpecialArgument argument, int element)
{
    private readonly double[] _products = Products(layer, argument, element);

    /// <summary>Whether the definition has a product, or the bias, of this element in an output.</summary>
    public bool Reaches(int output) => _products[output] != 0;

    /// <summary>
    /// Whether a fast form may let it show in an output: in the tiles of an input, in all outputs of the phase and channel of a weight; where
    /// it makes pairs, in the tile beside in the row, and in other channels of the group.
    /// </summary>
    public bool MaySpreadTo(int output, int tile, bool pairs) => Reaches(output) || (tile > 0 && argument switch
    {
        SpecialArgument.Input => IsInTile(output, tile, pairs),
        SpecialArgument.Weight => IsOfWeight(output, pairs),
        _ => false,
    });

    // The definition with ones everywhere it may matter and zeros elsewhere.
    private static double[] Products(LayerCase layer, SpecialArgument argument, int element)
    {
        var one = new float[argument switch
        {
            SpecialArgument.Input => LayerCase.Elements(layer.InputShape),
            SpecialArgument.Weight => LayerCase.Elements(layer.WeightShape),
            _ => layer.Cout,
        }];
        one[element] = 1;
        float[] x = argument == SpecialArgument.Input ? one : Ones(layer.InputShape);
        float[] w = argument == SpecialArgument.Weight ? one : Ones(layer.WeightShape);
        return argument == SpecialArgument.Bias
            ? ScatterReference.Compute(layer, new float[x.Length], w, one).Y
            : ScatterReference.Compute(layer, x, w, []).Y;
    }

    // A tile has the outputs of so many strides; those that share one with an output of the input lie less than that away.
    private bool IsInTile(int output, int tile, bool pairs)
    {
        int[] from = LayerCase.Index(element, layer.InputShape);
        int[] to = LayerCase.Index(output, layer.OutputShape);
        return from[0] == to[0] && Group(from[1], layer.Cin) == Group(to[1], layer.Cout) && Enumerable.Range(0, layer.Rank).All(axis =>
        {
            int stride = layer.S[axis];
            int first = (from[2 + axis] * stride) - layer.P[axis];
            int windows = ((layer.K[axis] - 1) / stride) + 1;
            int reach = (pairs && axis == layer.Rank - 1 ? 2 * tile : tile) * stride;
            return to[2 + axis] > first - reach && to[2 + axis] < first + (windows * stride) + reach;
        });
    }

    // At borders the definition has no product where the fast form has one with zero.
    private bool IsOfWeight(int output, bool pairs)
    {
        int[] from = LayerCase.Index(element, layer.WeightShape);
        int[] to = LayerCase.Index(output, layer.OutputShape);
        int group = Group(from[0], layer.Cin);
        bool isOfChannel = pairs ? Group(to[1], layer.Cout) == group : (group * (layer.Cout / layer.G)) + from[1] == to[1];
        return isOfChannel && Enumerable.Range(0, layer.Rank).All(axis =>
            (to[2 + axis] + layer.P[axis] - (from[2 + axis] * layer.D[axis])) % layer.S[axis] == 0);
    }

    private int Group(int channel, int channels) => channel / (channels / layer.G);

    private static float[] Ones(int[] shape)
    {
        var ones = new float[LayerCase.Elements(shape)];
        Array.Fill(ones, 1f);
        return ones;
    }
}
