using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>
/// Phases side by side against the definition: images narrower and wider than a tile, outputs that end within a stride, one and many
/// input channels, every count of output channels that has a tile of its own. Whole numbers make all sums exact.
/// </summary>
public class InterleavedTests
{
    private static readonly Dictionary<string, (LayerCase Layer, PlainForward Forward)> s_layers = new()
    {
        ["pairs, row"] = (Layer([4], [2], [1]), Pairs.Row.Forward),
        ["pairs, plane"] = (Layer([2, 4], [2, 2], [0, 1]), Pairs.Plane.Forward),
        ["pairs, odd output"] = (Layer([3, 3], [2, 2], [1, 1]), Pairs.OddOutput.Forward),
        ["pairs, shared window"] = (Layer([2, 2], [2, 2], [0, 0]), Pairs.SharedWindow.Forward),
        ["pairs, padded single taps"] = (Layer([2, 2], [2, 2], [1, 1], [1, 1]), Pairs.PaddedSingleTaps.Forward),
        ["pairs, dilated"] = (Layer([5, 7], [1, 2], [2, 9], [0, 1], [2, 3]), Pairs.Dilated.Forward),
        ["pairs, volume"] = (Layer([2, 2, 2], [2, 2, 2], [0, 0, 0]), Pairs.Volume.Forward),
        ["pairs, slices without taps"] = (Layer([1, 2, 2], [2, 2, 2], [0, 0, 0]), Pairs.BareSlices.Forward),
        ["pairs, grouped"] = (Layer([3, 2, 4], [2, 1, 2], [1, 0, 1], [1, 0, 0], groups: 2), Pairs.Grouped.Forward),
        ["triples, row"] = (Layer([7], [3], [2]), Triples.Row.Forward),
        ["triples, plane"] = (Layer([5, 5], [3, 3], [1, 1], [0, 1]), Triples.Plane.Forward),
        ["triples, shared window"] = (Layer([3, 3], [3, 3], [0, 0]), Triples.SharedWindow.Forward),
        ["triples, looped"] = (Layer([9, 9], [3, 3], [3, 3]), Triples.Looped.Forward),
        ["triples, depthwise"] = (Layer([2, 6], [1, 3], [1, 2], groups: 3), Triples.Depthwise.Forward),
        ["fours, row"] = (Layer([8], [4], [2]), Fours.Row.Forward),
        ["fours, two rows"] = (Layer([24], [8], [4]), Fours.TwoRows.Forward),
        ["fours, looped"] = (Layer([9, 9], [4, 4], [4, 4], [3, 3]), Fours.Looped.Forward),
        ["fours, shared window"] = (Layer([4, 4], [4, 4], [0, 0]), Fours.SharedWindow.Forward),
        ["fours, depthwise"] = (Layer([8, 8], [4, 4], [2, 2], groups: 3), Fours.Depthwise.Forward),
        ["five, row"] = (Layer([10], [5], [2], [1]), NearlyEights.FiveInRow.Forward),
        ["six, row"] = (Layer([12], [6], [3]), NearlyEights.SixInRow.Forward),
        ["seven, row"] = (Layer([14], [7], [3], [1]), NearlyEights.SevenInRow.Forward),
        ["six, shared window"] = (Layer([6, 6], [6, 6], [0, 0]), NearlyEights.SharedWindow.Forward),
        ["five, depthwise"] = (Layer([9, 9], [5, 5], [2, 2], groups: 3), NearlyEights.Depthwise.Forward),
        ["eights, row"] = (Layer([16], [8], [4]), Eights.Row.Forward),
        ["eights, two rows"] = (Layer([32], [16], [8]), Eights.TwoRows.Forward),
        ["eights, shared window"] = (Layer([8], [8], [0]), Eights.SharedWindow.Forward),
        ["eights, depthwise"] = (Layer([16, 16], [8, 8], [4, 4], groups: 3), Eights.Depthwise.Forward),
        ["squares, plane"] = (Layer([4, 4], [2, 2], [1, 1]), Squares.Plane.Forward),
        ["squares, looped"] = (Layer([9, 5], [2, 2], [4, 2], [1, 0]), Squares.Looped.Forward),
        ["squares, two of lines"] = (Layer([8, 4], [4, 2], [2, 1]), Squares.TwoOfLines.Forward),
        ["squares, volume"] = (Layer([3, 4, 4], [2, 2, 2], [1, 1, 1]), Squares.Volume.Forward),
        ["squares, dilated"] = (Layer([3, 3], [2, 2], [1, 0], [1, 0], [3, 1]), Squares.Dilated.Forward),
        ["squares, dilated, looped"] = (Layer([5, 5], [2, 2], [2, 2], [0, 0], [3, 1]), Squares.DilatedLooped.Forward),
        ["squares, depthwise"] = (Layer([4, 4], [2, 2], [1, 1], groups: 3), Squares.Depthwise.Forward),
    };

    // Along the width; other axes are short.
    private static readonly int[] s_widths = [1, 2, 16, 23, 24, 25, 33, 70];

    public static TheoryData<string> LayerNames => [.. s_layers.Keys];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Widths_around_those_of_tiles(string name)
    {
        foreach (int width in s_widths)
        {
            Compare(name, inPerGroup: 3, outPerGroup: 2, width);
            Compare(name, inPerGroup: 17, outPerGroup: 4, width);
        }
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Output_channels_of_every_tile(string name)
    {
        for (int channels = 1; channels <= 4; channels++)
        {
            Compare(name, inPerGroup: 17, channels, width: 26);
        }
    }

    [Theory]
    [InlineData("pairs, shared window")]
    [InlineData("pairs, volume")]
    [InlineData("fours, shared window")]
    public void Input_channels_in_parts_and_boxes(string name)
    {
        Compare(name, inPerGroup: 300, outPerGroup: 2, width: 40);
        Compare(name, inPerGroup: 600, outPerGroup: 1, width: 25);
    }

    [Theory]
    [InlineData("pairs, row")]
    [InlineData("triples, row")]
    [InlineData("fours, row")]
    [InlineData("five, row")]
    [InlineData("six, row")]
    [InlineData("seven, row")]
    [InlineData("eights, row")]
    public void Long_rows_are_read_where_they_are(string name) => Compare(name, inPerGroup: 600, outPerGroup: 1, width: 500);

    // Wider than a box has positions, by less than half: boxes of the height are still of whole strides.
    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Rows_wider_than_a_box(string name) => Compare(name, inPerGroup: 600, outPerGroup: 1, width: 110);

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void No_bias_is_needed(string name)
    {
        (LayerCase layer, PlainForward forward) = Sized(name, inPerGroup: 1, outPerGroup: 1, width: 45);
        (float[] x, float[] w, _) = WholeNumbers.For(layer);

        Compare(layer, forward, x, w, []);
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Infinite_weight_does_without_a_margin(string name)
    {
        (LayerCase layer, PlainForward forward) = Sized(name, inPerGroup: 2, outPerGroup: 2, width: 5);
        (float[] x, float[] w, float[] b) = WholeNumbers.For(layer);
        w[w.Length / 2] = float.PositiveInfinity;

        Compare(layer, forward, x, w, b);
    }

    private static void Compare(string name, int inPerGroup, int outPerGroup, int width)
    {
        (LayerCase layer, PlainForward forward) = Sized(name, inPerGroup, outPerGroup, width);
        (float[] x, float[] w, float[] b) = WholeNumbers.For(layer);
        Compare(layer, forward, x, w, b);
    }

    private static void Compare(LayerCase layer, PlainForward forward, float[] x, float[] w, float[] b)
    {
        float[] expected = Array.ConvertAll(ScatterReference.Compute(layer, x, w, b).Y, value => (float)value);
        var output = new GuardedBuffer(expected.Length);
        output.Elements.Fill(float.NaN);
        StaleScratch.Leave();

        forward(new(new GuardedBuffer(x).Elements, layer.InputShape), w, b, new(output.Elements, layer.OutputShape));

        Assert.Equal(expected, output.Elements.ToArray());
        Assert.True(output.IsIntact, layer.ToString());
    }

    private static (LayerCase Layer, PlainForward Forward) Sized(string name, int inPerGroup, int outPerGroup, int width)
    {
        (LayerCase layer, PlainForward forward) = s_layers[name];
        return (
            layer with
            {
                Cin = inPerGroup * layer.G,
                Cout = outPerGroup * layer.G,
                In = [.. Enumerable.Range(0, layer.Rank).Select(axis => axis == layer.Rank - 1 ? width : axis + 2)],
            },
            forward);
    }

    private static LayerCase Layer(int[] k, int[] s, int[] p, int[]? op = null, int[]? d = null, int groups = 1) => new()
    {
        Name = "rows",
        N = 1,
        Cin = groups,
        Cout = groups,
        In = [.. k.Select(_ => 1)],
        K = k,
        S = s,
        P = p,
        Op = op ?? [.. k.Select(_ => 0)],
        D = d ?? [.. k.Select(_ => 1)],
        G = groups,
    };
}
