using ConvGen.CompilerServices;
using ConvGen.Kernels;
using ConvGen.Packing;
using ConvGen.Testing;

namespace ConvGen.Runtime.Tests;

/// <summary>Every register tile at every width, whatever the machine has: the looping kernels against the definition.</summary>
public class DirectForwardTests
{
    private static readonly Lazy<(LayerCase Layer, float[] X, float[] W, float[] B, float[] Y)[]> s_cases = new(() =>
    [
        .. from layer in KernelLayers.All
           let arguments = WholeNumbers.For(layer)
           let reference = ScatterReference.Compute(layer, arguments.X, arguments.W, arguments.B)
           select (layer, arguments.X, arguments.W, arguments.B, Array.ConvertAll(reference.Y, value => (float)value)),
    ]);

    public static TheoryData<string> FormNames => TileForms.Names;

    [Theory]
    [MemberData(nameof(FormNames))]
    public void Tile_computes_the_definition(string form)
    {
        foreach ((LayerCase layer, float[] x, float[] w, float[] b, float[] y) in s_cases.Value)
        {
            ConvTransposeLayer<LoopedKernels> looped = KernelLayers.Looped(layer);
            var packing = new WeightPacking(looped.Plan, TileForms.Named(form), layer.Cin / layer.G, layer.Cout / layer.G);
            var packed = new float[packing.Length];
            packing.Pack(w, b, packed);
            foreach (bool margin in (bool[])[false, true])
            {
                var output = new GuardedBuffer(y.Length);
                StaleScratch.Leave();

                var call = new LayerCall
                {
                    Layer = looped,
                    Shape = KernelLayers.Shape(layer),
                    Packing = packing,
                    Weights = packed,
                    TakesMargin = margin,
                    Input = x,
                    Output = output.Elements,
                };
                call.Run(0, call.Grid.Units);

                int wrong = output.Elements.CommonPrefixLength(y);
                Assert.True(wrong == y.Length, $"[{wrong}] is wrong: {layer}, margin: {margin}");
                Assert.True(output.IsIntact, layer.ToString());
            }
        }
    }

    // Beside a large bias, the roundings of a sum in single precision would show.
    [Fact]
    public void Short_sums_are_rounded_once()
    {
        LayerCase layer = KernelLayers.Named("plane, depthwise");
        (_, float[] x, float[] w, float[] b, _) = GoldenCase.FromSeed(layer, seed: 5);
        b = Array.ConvertAll(b, value => 1000 * value);
        float[] expected = Array.ConvertAll(ScatterReference.Compute(layer, x, w, b).Y, value => (float)value);
        var output = new float[expected.Length];

        KernelLayers.Looped(layer).Forward(new(x, layer.InputShape), w, b, new(output, layer.OutputShape));

        Assert.Equal(expected, output);
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
