using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConvGen.CompilerServices;
using ConvGen.Testing;
using ConvGen.Tiles;

namespace ConvGen.Runtime.Tests;

public class PackedWeightsTests
{
    private const int Threads = 8;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(24, 20)]
    [InlineData(64, 96)]
    public void Elements_begin_on_a_cache_line_and_stay_there(int inChannels, int outChannels)
    {
        PackedWeights[] packed =
            [.. Enumerable.Range(0, 20).Select(_ => Up.Pack(new float[inChannels * outChannels * 16], [], inChannels, outChannels))];

        Assert.All(packed, weights => Assert.Equal(0, Address(weights) % 64));
        long[] before = [.. packed.Select(Address)];
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Assert.Equal(before, packed.Select(Address));
    }

    [Fact]
    public void Channels_form_and_bytes_are_told()
    {
        PackedWeights weights = Plane.Channels.Pack(new float[5 * 20 * 12], [], 5, 20);

        Assert.Equal((5, 20, Algorithm.DirectChannels), (weights.InChannels, weights.OutChannels, weights.Algorithm));
        // Blocks are of two vectors, or of three where these hold less padding.
        int padded = Math.Min(Padded(2), Padded(3));
        Assert.Equal(4L * padded * ((5 * 12) + 1), weights.ByteLength);
        Assert.Equal(weights.ByteLength, 4L * weights.Elements.Length);

        int Padded(int vectors)
        {
            int block = vectors * SimdSupport.Lanes(weights.Level);
            return (20 + block - 1) / block * block;
        }
    }

    [Fact]
    public void Text_says_what_they_hold()
    {
        PackedWeights weights = Plane.Channels.Pack(new float[5 * 20 * 12], [], 5, 20);

        Assert.Equal(
            FormattableString.Invariant($"5 to 20 channels, DirectChannels, {weights.Level}, {weights.ByteLength} bytes"), weights.ToString());
    }

    // Patches of two take sums of two weights.
    [Fact]
    public void Weights_that_overflow_when_transformed_take_a_direct_form()
    {
        float[] weight = [.. Enumerable.Range(0, 16 * 24 * 4).Select(i => 2e38f)];

        Assert.Equal(Algorithm.Winograd2, PatchRows.PatchesOfTwo.Pack(new float[weight.Length], [], 16, 24).Algorithm);
        PackedWeights weights = PatchRows.PatchesOfTwo.Pack(weight, [], 16, 24);

        Assert.Equal(Algorithm.DirectChannels, weights.Algorithm);
        float[] input = [.. Enumerable.Range(0, 16 * 9).Select(_ => 1e-4f)];
        var output = new float[24 * 18];
        PatchRows.PatchesOfTwo.Forward(new(input, 16, 9), weights, new(output, 24, 18));
        Assert.All(output, value => Assert.InRange(value, 0.99f * 16 * 2e34f, 1.01f * 16 * 4e34f));
    }

    [Fact]
    public void Channels_count_all_groups()
    {
        PackedWeights weights = Volume.Pack(new float[72], [1, 2, 3, 4, 5, 6], 4, 6);

        Assert.Equal((4, 6, Algorithm.DirectPixels), (weights.InChannels, weights.OutChannels, weights.Algorithm));
        Assert.Equal(RegisterTile.PixelLevel(SimdSupport.Widest), weights.Level);
        Assert.Equal(4 * (72 + 6), weights.ByteLength);
    }

    [Theory]
    [InlineData(7, Algorithm.DirectPixels)]
    [InlineData(8, Algorithm.DirectChannels)]
    public void Form_is_chosen_by_the_channels(int outChannels, Algorithm algorithm) =>
        Assert.Equal(algorithm, Up.Pack(new float[64 * outChannels * 16], [], 64, outChannels).Algorithm);

    [Fact]
    public void Sources_may_change_after_packing()
    {
        var call = new UpArguments(inChannels: 3, outChannels: 10);
        PackedWeights weights = Up.Pack(call.Weight, call.Bias, 3, 10);
        float[] before = call.Forward(weights);
        call.Weight.AsSpan().Fill(float.NaN);
        call.Bias.AsSpan().Fill(float.NaN);

        Assert.Contains(before, value => value != 0);
        Assert.Equal(before, call.Forward(weights));
    }

    [Fact]
    public void Equal_layers_take_each_others_weights()
    {
        var call = new UpArguments(inChannels: 3, outChannels: 10);
        PackedWeights own = Up.Pack(call.Weight, call.Bias, 3, 10);
        PackedWeights twins = UpTwin.Pack(call.Weight, call.Bias, 3, 10);

        Assert.Equal(call.Forward(own), call.Forward(twins));
        var output = new float[10 * 10 * 12];
        UpTwin.Forward(new(call.Input, 3, 5, 6), own, new(output, 10, 10, 12));
        Assert.Equal(call.Forward(own), output);
    }

    [Fact]
    public void Form_asked_for_by_one_class_is_computed_by_another()
    {
        float[] weight = [.. Enumerable.Range(0, 3 * 9 * 12).Select(i => (i % 7) - 3f)];
        float[] input = [.. Enumerable.Range(0, 3 * 4 * 5).Select(i => (i % 5) - 2f)];
        var byChannels = new float[9 * 8 * 10];
        var byPixels = new float[9 * 8 * 10];

        Plane.Channels.Forward(new(input, 3, 4, 5), Plane.Pixels.Pack(weight, [], 3, 9), new(byChannels, 9, 8, 10));
        Plane.Pixels.Forward(new(input, 3, 4, 5), Plane.Channels.Pack(weight, [], 3, 9), new(byPixels, 9, 8, 10));

        Assert.Equal(byChannels, byPixels);
    }

    [Theory]
    [InlineData(40, 2)]
    [InlineData(40, 48)]
    public void Threads_share_weights_and_class(int inChannels, int outChannels)
    {
        var call = new UpArguments(inChannels, outChannels);
        PackedWeights weights = Up.Pack(call.Weight, call.Bias, inChannels, outChannels);
        int[] expected = Bits(call.Forward(weights));
        int[] expectedPlain = Bits(call.Forward());
        using var start = new Barrier(Threads);
        var wrong = 0;

        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            for (int i = 0; i < 25; i++)
            {
                bool packedIsRight = expected.AsSpan().SequenceEqual(Bits(call.Forward(weights)));
                bool plainIsRight = expectedPlain.AsSpan().SequenceEqual(Bits(call.Forward()));
                Interlocked.Add(ref wrong, packedIsRight && plainIsRight ? 0 : 1);
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Equal(0, wrong);
    }

    private static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);

    private static long Address(PackedWeights weights) =>
        Unsafe.ByteOffset(in Unsafe.NullRef<float>(), in MemoryMarshal.GetReference(weights.Elements));

    /// <summary>Random arguments of a call of <see cref="Up"/>.</summary>
    private sealed class UpArguments
    {
        private readonly LayerCase _layer;

        public UpArguments(int inChannels, int outChannels)
        {
            _layer = new LayerCase
            {
                Name = "up", Cin = inChannels, Cout = outChannels, In = [5, 6], K = [4, 4], S = [2, 2], P = [1, 1], Op = [0, 0], D = [1, 1],
            };
            (Input, Weight, Bias) = GoldenCase.DrawArguments(_layer, seed: 3);
        }

        public float[] Input { get; }

        public float[] Weight { get; }

        public float[] Bias { get; }

        public float[] Forward(PackedWeights weights)
        {
            var output = new float[_layer.Cout * 10 * 12];
            Up.Forward(new(Input, _layer.InputShape), weights, new(output, _layer.OutputShape));
            return output;
        }

        public float[] Forward()
        {
            var output = new float[_layer.Cout * 10 * 12];
            Up.Forward(new(Input, _layer.InputShape), Weight, Bias, new(output, _layer.OutputShape));
            return output;
        }
    }
}
