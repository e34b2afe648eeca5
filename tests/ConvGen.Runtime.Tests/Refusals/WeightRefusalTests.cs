using ConvGen.CompilerServices;
using ConvGen.Geometry;

namespace ConvGen.Runtime.Tests;

public class WeightRefusalTests
{
    private const string UpDescription = "height k 4 s 2 d 1 p 1 op 0, width k 4 s 2 d 1 p 1 op 0, groups 1";

    [Theory]
    [InlineData(95)]
    [InlineData(97)]
    [InlineData(0)]
    public void Weight_of_another_length(int length)
    {
        Refusal refusal = Refusal.Argument(
            "weight", $"The weight has {length} elements; legal are 96: 2 input channels, 3 output channels per group, kernel (4, 4).");

        (ForwardCall.OfUp with { Weight = length }).PlainMeets(refusal);
        refusal.Of(() => Up.Pack(new float[length], new float[3], 2, 3));
    }

    [Fact]
    public void Weight_of_another_length_in_groups() => (ForwardCall.OfVolume with { Weight = 144 }).PlainMeets(Refusal.Argument(
        "weight", "The weight has 144 elements; legal are 72: 4 input channels, 3 output channels per group, kernel (1, 2, 3)."));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Bias_of_another_length(int length)
    {
        Refusal refusal = Refusal.Argument("bias", $"The bias has {length} elements; legal are 3, one per output channel, or 0 for none.");

        (ForwardCall.OfUp with { Bias = length }).PlainMeets(refusal);
        refusal.Of(() => Up.Pack(new float[96], new float[length], 2, 3));
    }

    [Fact]
    public void Weight_beyond_any_span() => Refusal
        .Argument(
            "weight",
            "The weight has 3 elements; legal are 18446744073709551616: 1073741824 input channels, 1073741824 output channels per group, " +
            "kernel (4, 4), more than the 2147483647 that a span can have.")
        .Of(() => Up.Pack(new float[3], [], 1 << 30, 1 << 30));

    [Fact]
    public void Weight_beyond_any_number()
    {
        AxisGeometry axis = AxisGeometry.FromPyTorch(kernel: int.MaxValue, stride: 1, padding: 0, outputPadding: 0, dilation: 1);
        var checks = new LayerChecks(LayerGeometry.FromAxes([axis, axis, axis], groups: 1), Algorithm.Auto, 0, 0, []);

        ArgumentException refused = Assert.Throws<ArgumentException>(() => checks.Weights(3, 0, int.MaxValue, int.MaxValue));

        Assert.Equal("weight", refused.ParamName);
        Assert.StartsWith("The weight has 3 elements; legal are ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weight_too_long_to_pack() => Refusal
        .Argument("weight", "The weight takes 1073741824 elements when packed; legal are 1073741823.")
        .Of(() => LayerChecks.PackedLength(1 << 30));

    [Theory]
    [InlineData(0, "counts from 1")]
    [InlineData(-1, "counts from 1")]
    public void Channels_to_pack_for(int channels, string legal)
    {
        Refusal.OutOfRange("inChannels", channels, $"The input has {channels} channels; legal are {legal}.")
            .Of(() => Up.Pack(new float[96], [], channels, 3));
        Refusal.OutOfRange("outChannels", channels, $"The output has {channels} channels; legal are {legal}.")
            .Of(() => Up.Pack(new float[96], [], 2, channels));
    }

    [Fact]
    public void Channels_to_pack_for_that_the_groups_do_not_divide()
    {
        Refusal.OutOfRange("inChannels", 3, "The input has 3 channels; legal are multiples of the 2 groups.")
            .Of(() => Volume.Pack(new float[72], [], 3, 6));
        Refusal.OutOfRange("outChannels", 7, "The output has 7 channels; legal are multiples of the 2 groups.")
            .Of(() => Volume.Pack(new float[72], [], 4, 7));
    }

    [Fact]
    public void Channels_to_pack_for_that_the_attribute_fixes()
    {
        Refusal.OutOfRange("inChannels", 4, "The input has 4 channels; the attribute fixes them to 2 (InChannels).")
            .Of(() => UpFixed.Pack(new float[96], [], 4, 3));
        Refusal.OutOfRange("outChannels", 6, "The output has 6 channels; the attribute fixes them to 3 (OutChannels).")
            .Of(() => UpFixed.Pack(new float[96], [], 2, 6));
        Refusal
            .Argument("weight", "The weight has 95 elements; legal are 96: 2 input channels, 3 output channels per group, kernel (4, 4).")
            .Of(() => UpFixed.Pack(new float[95], []));
    }

    [Fact]
    public void No_packed_weights() => (ForwardCall.OfUp with { Weights = null! }).PackedMeets(Refusal.Null("weights"));

    [Fact]
    public void Weights_packed_for_another_layer()
    {
        (ForwardCall.OfUp with { Weights = UpOtherwise.Pack(new float[96], [], 2, 3) }).PackedMeets(Refusal.Argument(
            "weights",
            "The weights were packed for another layer, height k 4 s 2 d 1 p 1 op 1, width k 4 s 2 d 1 p 1 op 1, groups 1; " +
            $"legal are weights packed by this one, {UpDescription}."));
        (ForwardCall.OfUp with { Weights = ForwardCall.OfCropped.Weights }).PackedMeets(Refusal.Argument(
            "weights",
            "The weights were packed for another layer, length k 3 s 1 d 1 p 2 op 0, groups 1; " +
            $"legal are weights packed by this one, {UpDescription}."));
        (ForwardCall.OfUp with { Weights = ForwardCall.OfVolume.Weights }).PackedMeets(Refusal.Argument(
            "weights",
            "The weights were packed for another layer, " +
            "depth k 1 s 1 d 1 p 0 op 0, height k 2 s 2 d 1 p 0 op 1, width k 3 s 1 d 1 p 0 op 0, groups 2; " +
            $"legal are weights packed by this one, {UpDescription}."));
    }

    [Fact]
    public void Weights_packed_for_other_channels()
    {
        (ForwardCall.OfUp with { Weights = Up.Pack(new float[48], [], 1, 3) })
            .PackedMeets(Refusal.Argument("input", "The input has 2 channels; the weights were packed for 1."));
        (ForwardCall.OfUp with { Weights = Up.Pack(new float[64], [], 2, 2) })
            .PackedMeets(Refusal.Argument("output", "The output has 3 channels; the weights were packed for 2."));
    }

    // A fast form would spread what the class promises not to.
    [Fact]
    public void Fast_weights_of_another_class_under_a_direct_form()
    {
        var weight = new float[64 * 64 * 16];
        PackedWeights fast = Up.Pack(weight, [], 64, 64, [32, 32]);
        PackedWeights direct = Threaded.Direct.Pack(weight, [], 64, 64, [32, 32]);
        var (input, output) = (new float[64 * 32 * 32], new float[64 * 64 * 64]);

        Assert.Equal((Algorithm.Winograd3, Algorithm.DirectChannels), (fast.Algorithm, direct.Algorithm));
        Threaded.Direct.Forward(new(input, 64, 32, 32), direct, new(output, 64, 64, 64));
        Up.Forward(new(input, 64, 32, 32), direct, new(output, 64, 64, 64));
        Refusal.Argument(
            "weights",
            "The weights were packed for Winograd3 by another class of the same layer; this class's attribute asks for Algorithm.Direct, "
            + "which never spreads an infinity or NaN: legal are weights packed by this class.")
            .Of(() => Threaded.Direct.Forward(new(input, 64, 32, 32), fast, new(output, 64, 64, 64)));
    }
}
