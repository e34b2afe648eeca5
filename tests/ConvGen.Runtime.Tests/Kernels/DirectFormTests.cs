using ConvGen.CompilerServices;
using ConvGen.Kernels;
using ConvGen.Packing;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Every register tile at every width, whatever the machine has: the looping kernels against the definition.</summary>
public class DirectFormTests
{
    private static readonly Lazy<(LayerCase Layer, float[] X, float[] W, float[] B, float[] Y)[]> s_cases = new(() =>
    [
        .. from layer in KernelLayers.All
           let arguments = WholeNumbers.For(layer)
           let reference = ScatterReference.Compute(layer, arguments.X, arguments.W, arguments.B)
           select (layer, arguments.X, arguments.W, arguments.B, Array.ConvertAll(reference.Y, value => (float)value)),
    ]);

    public static TheoryData<string> FormNames => RegisterTiles.Names;

    [Theory]
    [MemberData(nameof(FormNames))]
    public void Tile_computes_the_definition(string form)
    {
        foreach ((LayerCase layer, float[] x, float[] w, float[] b, float[] y) in s_cases.Value)
        {
            ConvTransposeLayer<LoopedKernels> looped = KernelLayers.Looped(layer);
            var packing = new PhasePacking(looped.Plan, RegisterTiles.Named(form), layer.Cin / layer.G, layer.Cout / layer.G);
            var packed = new float[packing.Layout.Length];
            packing.Pack(w, b, packed);
            foreach (bool margin in (bool[])[false, true])
            {
                var output = new GuardedBuffer(y.Length);
                StaleScratch.Leave();

                var call = new LayerCall(looped, new DirectForm(packing, Algorithm.Direct, margin), KernelLayers.Shape(layer))
                {
                    Weights = packed,
                    Input = x,
                    Output = output.Elements,
                };
                call.RunAll();

                int wrong = output.Elements.CommonPrefixLength(y);
                Assert.True(wrong == y.Length, $"[{wrong}] is wrong: {layer}, margin: {margin}");
                Assert.True(output.IsIntact, layer.ToString());
            }
        }
    }

    // Beside a bias that opened the sum, every one of a thousand products would be rounded away.
    [Theory]
    [MemberData(nameof(FormNames))]
    public void Products_of_less_than_a_unit_of_the_bias_add_up(string form)
    {
        const int channels = 1000;
        const float unit = 1f / (1 << 23);
        LayerCase layer = KernelLayers.Named("plane") with { N = 1, Cin = channels, Cout = 3 };
        ConvTransposeLayer<LoopedKernels> looped = KernelLayers.Looped(layer);
        var packing = new PhasePacking(looped.Plan, RegisterTiles.Named(form), layer.Cin, layer.Cout);
        float[] x = [.. Enumerable.Repeat(1f, LayerCase.Elements(layer.InputShape))];
        float[] w = [.. Enumerable.Repeat(0.4f * unit, LayerCase.Elements(layer.WeightShape))];
        var reference = ScatterReference.Compute(layer, x, w, [1, 1, 1]);
        var packed = new float[packing.Layout.Length];
        packing.Pack(w, [1, 1, 1], packed);
        var output = new float[reference.Y.Length];

        var call = new LayerCall(looped, new DirectForm(packing, Algorithm.Direct, takesMargin: false), KernelLayers.Shape(layer))
        {
            Weights = packed,
            Input = x,
            Output = output,
        };
        call.RunAll();

        Assert.All(
            output, (value, i) => Assert.True(Tolerance.Accepts(value, reference.Y[i], Tolerance.Bound(reference, i, reference.Y[i]))));
    }

    // The spatial product of this empty batch is 2^66.
    [Fact]
    public void Empty_batch_of_any_size_is_nothing_to_do()
    {
        const int stride = 1 << 22;
        var layer = new ConvTransposeLayer<LoopedKernels>(new LayerParameters
        {
            Kernel = [1, 1, 1],
            Stride = [stride, stride, stride],
            Padding = [0, 0, 0],
            OutputPadding = [stride - 1, stride - 1, stride - 1],
            Dilation = [1, 1, 1],
            Groups = 1,
        });
        PackedWeights weights = layer.Pack([1], [], 1, 1, []);

        layer.Forward(new([], 0, 1, 1, 1, 1), weights, new([], 0, 1, stride, stride, stride));
        layer.Forward(new([], 0, 1, 1, 1, 1), [1], [], new([], 0, 1, stride, stride, stride));
    }

    [Fact]
    public void Longest_strides_write_their_few_products()
    {
        const int stride = 100_000;
        var layer = new ConvTransposeLayer<LoopedKernels>(new LayerParameters
        {
            Kernel = [3], Stride = [stride], Padding = [0], OutputPadding = [stride - 1], Dilation = [1], Groups = 1,
        });
        var output = new float[(2 * stride) + 2];

        layer.Forward(new([2, 3], 1, 2), [1, 10, 100], [5], new(output, 1, output.Length));

        float[] expected = [.. Enumerable.Repeat(5f, output.Length)];
        ((float[])[7, 25, 205]).CopyTo(expected, 0);
        ((float[])[8, 35, 305]).CopyTo(expected, stride);
        Assert.Equal(expected, output);
    }
}
