using ConvGen.Testing;

namespace ConvGen.GuardPages.Cases;

/// <summary>Layers of networks with fewer channels and pixels: kernel, stride, padding, dilation and grouping stay what they are.</summary>
internal static class SmallLayers
{
    /// <summary>One of odd counts, which leave something over everywhere, and one of those that vectors like.</summary>
    public static IEnumerable<LayerCase> Of(LayerCase layer) =>
    [
        Cut(layer, "odd", inPerGroup: 37, outPerGroup: 21, groups: 5, [75, 13, 5]),
        Cut(layer, "even", inPerGroup: 32, outPerGroup: 16, groups: 4, [64, 16, 4]),
    ];

    private static LayerCase Cut(LayerCase layer, string name, int inPerGroup, int outPerGroup, int groups, int[] lengths)
    {
        int fewer = Math.Min(layer.G, groups);
        return layer with
        {
            Name = $"{layer.Name}_{name}",
            Cin = fewer * Math.Min(layer.Cin / layer.G, inPerGroup),
            Cout = fewer * Math.Min(layer.Cout / layer.G, outPerGroup),
            G = fewer,
            // Axes differ by one, so that they cannot be mistaken for each other.
            In = [.. layer.In.Select((length, axis) => Math.Min(length, lengths[layer.Rank - 1] - axis))],
        };
    }
}
