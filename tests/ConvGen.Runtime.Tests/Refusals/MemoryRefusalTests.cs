namespace ConvGen.Runtime.Tests;

/// <summary>Layers that would take more memory than is supported are refused before any is allocated, and before anything is written.</summary>
[Collection(nameof(RunsAlone))]
public class MemoryRefusalTests
{
    private const int Trifle = 1 << 16;

    [Fact]
    public void Weights_that_grow_beyond_the_limit_when_packed()
    {
        // A single output channel takes a block of its own: 12 taps and the bias for each of its lanes.
        int block = (int)Plane.Channels.Pack(new float[12], [], 1, 1).ByteLength / sizeof(float) / 13;
        int inChannels = ((1 << 30) / 12 / block) + 1;
        using var weight = new SparseFloats(12 * inChannels);
        long packed = ((12L * inChannels) + 1) * block;

        Refused(
            FormattableString.Invariant($"The weight takes {packed} elements when packed; legal are 1073741823. (Parameter 'weight')"),
            () => Plane.Channels.Pack(weight.Span, [], inChannels, 1));
    }

    // Four phases of 4 x 4 points for 16 taps: packed for a direct form, they would not be too many.
    [Fact]
    public void Weights_that_grow_beyond_the_limit_when_transformed()
    {
        (int inChannels, int outChannels) = (4096, 129 * 32);
        using var weight = new SparseFloats(16 * inChannels * outChannels);
        long packed = (64L * inChannels * outChannels) + outChannels;

        Refused(
            FormattableString.Invariant($"The weight takes {packed} elements when packed; legal are 1073741823. (Parameter 'weight')"),
            () => Threaded.Fast.Pack(weight.Span, [], inChannels, outChannels));
    }

    [Fact]
    [Trait("Level", "Any")]
    public void Weights_that_no_scratch_memory_holds()
    {
        const int channels = 1 << 29;
        using var values = new SparseFloats(channels);
        float[] output = [float.NaN];

        Refused(
            "The layer needs 2147483712 bytes of scratch memory; at most 2 GB are supported.",
            () => Pointwise.Forward(new(values.Span, channels, 1), values.Span, [], new(output, 1, 1)));
        Assert.Equal([float.NaN], output);
    }

    private static void Refused(string message, Action call)
    {
        long scratch = ScratchPool.AllocatedBytes;
        long managed = GC.GetAllocatedBytesForCurrentThread();

        ArgumentException refused = Assert.Throws<ArgumentException>(call);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - managed, 0, Trifle);
        Assert.Equal((message, scratch), (refused.Message, ScratchPool.AllocatedBytes));
    }
}
