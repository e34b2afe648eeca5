using ConvGen.CompilerServices;
using ConvGen.Geometry;
using ConvGen.Packing;
using ConvGen.Rules;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>
/// Rows of F(3, 2) with tiles as lanes: the definition's sums where whole numbers make all of them exact, and the bits of channels as lanes
/// where they are not. Rows that end within a panel, with it, and after it; channels that fill no block.
/// </summary>
public class PatchLanesTests
{
    private static readonly Dictionary<string, (LayerCase Layer, Form Row, Form Plane)> s_layers = new()
    {
        ["smooth"] = (
            Layer(2, 1, 1),
            new(PatchRows.Smooth.Pack, PatchRows.Smooth.Forward),
            new(PatchPlanes.Smooth.Pack, PatchPlanes.Smooth.Forward)),
        ["pairs"] = (
            Layer(4, 2, 1),
            new(PatchRows.Pairs.Pack, PatchRows.Pairs.Forward),
            new(PatchPlanes.Pairs.Pack, PatchPlanes.Pairs.Forward)),
        ["cropped"] = (
            Layer(4, 2, 7, 1),
            new(PatchRows.Cropped.Pack, PatchRows.Cropped.Forward),
            new(PatchPlanes.Cropped.Pack, PatchPlanes.Cropped.Forward)),
        ["triples"] = (
            Layer(6, 3, 2),
            new(PatchRows.Triples.Pack, PatchRows.Triples.Forward),
            new(PatchPlanes.Triples.Pack, PatchPlanes.Triples.Forward)),
        ["quads"] = (
            Layer(8, 4, 2),
            new(PatchRows.Quads.Pack, PatchRows.Quads.Forward),
            new(PatchPlanes.Quads.Pack, PatchPlanes.Quads.Forward)),
        ["fives"] = (
            Layer(10, 5, 3, 2),
            new(PatchRows.Fives.Pack, PatchRows.Fives.Forward),
            new(PatchPlanes.Fives.Pack, PatchPlanes.Fives.Forward)),
        ["eights"] = (
            Layer(16, 8, 4),
            new(PatchRows.Eights.Pack, PatchRows.Eights.Forward),
            new(PatchPlanes.Eights.Pack, PatchPlanes.Eights.Forward)),
        ["grouped"] = (
            Layer(4, 2, 1, groups: 3),
            new(PatchRows.Grouped.Pack, PatchRows.Grouped.Forward),
            new(PatchPlanes.Grouped.Pack, PatchPlanes.Grouped.Forward)),
        ["mixed"] = (
            Layer(3, 2, 1, 1),
            new(PatchRows.Mixed.Pack, PatchRows.Mixed.Forward),
            new(PatchPlanes.Mixed.Pack, PatchPlanes.Mixed.Forward)),
        ["three taps"] = (
            Layer(6, 2, 2),
            new(PatchRows.ThreeTaps.Pack, PatchRows.ThreeTaps.Forward),
            new(PatchPlanes.ThreeTaps.Pack, PatchPlanes.ThreeTaps.Forward)),
        ["patches of two"] = (
            Layer(4, 2, 1),
            new(PatchRows.PatchesOfTwo.Pack, PatchRows.PatchesOfTwo.Forward),
            new(PatchPlanes.PatchesOfTwo.Pack, PatchPlanes.PatchesOfTwo.Forward)),
    };

    // Around one panel and two of the widest vectors, and several boxes.
    private static readonly int[] s_widths = [10, 90, 95, 96, 97, 98, 191, 193, 1500];

    public static TheoryData<string> LayerNames => [.. s_layers.Keys];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Sums_are_the_definitions(string name)
    {
        foreach (int width in s_widths)
        {
            LayerCase layer = Sized(name, batch: 1, inPerGroup: 20, outPerGroup: 9, width);
            (float[] x, float[] w, float[] b) = WholeNumbers.For(layer);
            float[] expected = Array.ConvertAll(ScatterReference.Compute(layer, x, w, b).Y, value => (float)value);

            Assert.Equal(expected, Run(s_layers[name].Row, layer, layer.InputShape, layer.OutputShape, x, w, b));
        }
    }

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Bits_are_those_of_channels_as_lanes(string name)
    {
        (int Batch, int In, int Out, int Width)[] sizes = [(2, 33, 41, 400), (1, 70, 9, 611), (3, 33, 41, 3000)];
        foreach ((int batch, int inputs, int outputs, int width) in sizes)
        {
            LayerCase layer = Sized(name, batch, inputs, outputs, width);
            (float[] x, float[] w, float[] b) = Numbers(layer);

            float[] row = Run(s_layers[name].Row, layer, layer.InputShape, layer.OutputShape, x, w, b);
            float[] plane = Run(s_layers[name].Plane, layer, Plane(layer.InputShape), Plane(layer.OutputShape), x, w, b);

            Assert.Equal(ThreadedCall.Bits(plane), ThreadedCall.Bits(row));
        }
    }

    // Otherwise the tests above compare one way with itself.
    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Long_rows_have_tiles_as_lanes_where_a_form_has_them(string name)
    {
        LayerCase layer = Sized(name, batch: 1, inPerGroup: 33, outPerGroup: 41, width: 3000);
        var axis = AxisGeometry.FromPyTorch(layer.K[0], layer.S[0], layer.P[0], layer.Op[0], layer.D[0]);
        var geometry = LayerGeometry.FromAxes([axis], layer.G);
        Algorithm algorithm = name == "patches of two" ? Algorithm.Winograd2 : Algorithm.Winograd3;
        WinogradShape shape = WinogradShape.Create(geometry, algorithm)!;
        var packing = new WinogradPacking(geometry, shape, static (in WeightArguments _) => { }, SimdSupport.Widest, inPerGroup: 33, outPerGroup: 41);

        bool exists = PatchLanesRule.Exists(geometry, packing.Shape);

        Assert.Equal(name is not ("mixed" or "three taps" or "patches of two"), exists);
        Assert.True(!exists || PatchLanesRule.Suits(
            packing.Shape.Width, 33, 41, packing.Layout.Channels, packing.LaneTile.Channels, layer.Out[0]));
    }

    [Fact]
    public void Threads_change_no_bit()
    {
        LayerCase layer = Sized("pairs", batch: 2, inPerGroup: 40, outPerGroup: 70, width: 3000);
        (float[] x, float[] w, float[] b) = Numbers(layer);
        PackedWeights weights = PatchRows.Pairs.Pack(w, b, layer.Cin, layer.Cout);
        float[] expected = Run(s_layers["pairs"].Row, layer, layer.InputShape, layer.OutputShape, x, w, b);

        foreach (int threads in (int[])[1, 2, 5])
        {
            var output = new float[expected.Length];
            PatchRows.Pairs.Forward(new(x, layer.InputShape), weights, new(output, layer.OutputShape), threads);

            Assert.Equal(ThreadedCall.Bits(expected), ThreadedCall.Bits(output));
        }
    }

    private static float[] Run(Form form, LayerCase layer, int[] input, int[] output, float[] x, float[] w, float[] b)
    {
        var target = new GuardedBuffer(output.Aggregate((product, length) => product * length));
        target.Elements.Fill(float.NaN);
        StaleScratch.Leave();

        PackedWeights weights = form.Pack(w, b, layer.Cin, layer.Cout);
        Assert.True(weights.Algorithm is Algorithm.Winograd3 or Algorithm.Winograd2);
        form.Forward(new(new GuardedBuffer(x).Elements, input), weights, new(target.Elements, output));

        Assert.True(target.IsIntact);
        return target.Elements.ToArray();
    }

    private static (float[] X, float[] W, float[] B) Numbers(LayerCase layer) => (
        ThreadedCall.Numbers(seed: 1, layer.N * layer.Cin * layer.In[0]),
        ThreadedCall.Numbers(seed: 2, layer.Cin * layer.Cout / layer.G * layer.K[0]),
        ThreadedCall.Numbers(seed: 3, layer.Cout));

    private static int[] Plane(int[] shape) => [shape[0], shape[1], 1, shape[2]];

    private static LayerCase Sized(string name, int batch, int inPerGroup, int outPerGroup, int width)
    {
        LayerCase layer = s_layers[name].Layer;
        return layer with { N = batch, Cin = inPerGroup * layer.G, Cout = outPerGroup * layer.G, In = [width] };
    }

    private static LayerCase Layer(int k, int s, int p, int op = 0, int groups = 1) => new()
    {
        Name = "lanes",
        Cin = groups,
        Cout = groups,
        In = [1],
        K = [k],
        S = [s],
        P = [p],
        Op = [op],
        D = [1],
        G = groups,
    };

    private sealed record Form(Pack Pack, PackedForward Forward);
}
