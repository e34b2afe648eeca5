namespace ConvGen.Runtime.Tests;

public class OutputShapeTests
{
    private static readonly PackedWeights s_line = Cropped.Pack(new float[6], [], 2, 1);
    private static readonly PackedWeights s_plane = ForwardCall.OfUp.Weights;
    private static readonly PackedWeights s_volume = ForwardCall.OfVolume.Weights;

    [Fact]
    public void Shape_has_the_axes_of_the_input()
    {
        Assert.Equal([4, 1, 3], Cropped.OutputShape(Zeros(4, 2, 5), s_line));
        Assert.Equal([1, 3], Cropped.OutputShape(Zeros(2, 5), s_line));
        Assert.Equal([2, 3, 6, 8], Up.OutputShape(Zeros(2, 2, 3, 4), s_plane));
        Assert.Equal([3, 6, 8], Up.OutputShape(Zeros(2, 3, 4), s_plane));
        Assert.Equal([3, 6, 2, 7, 7], Volume.OutputShape(Zeros(3, 4, 2, 3, 5), s_volume));
        Assert.Equal([6, 2, 7, 7], Volume.OutputShape(Zeros(4, 2, 3, 5), s_volume));
        Assert.Equal([0, 3, 6, 8], Up.OutputShape(Zeros(0, 2, 3, 4), s_plane));
    }

    [Fact]
    public void Weights_of_equal_layers_are_good_for_each_other() => Assert.Equal([3, 6, 8], UpTwin.OutputShape(Zeros(2, 3, 4), s_plane));

    [Fact]
    public void Input_of_another_rank() => Refusal
        .Argument("input", "The input (3, 4) has 2 axes; legal are 4 (N, C, H, W) or 3 (C, H, W).")
        .Of(() => Up.OutputShape(Zeros(3, 4), s_plane));

    // As NHWC has them: the cause is named, not what follows from it.
    [Fact]
    public void Input_of_other_channels_than_were_packed() => Refusal
        .Argument("input", "The input has 3 channels; the weights were packed for 2.")
        .Of(() => Up.OutputShape(Zeros(1, 3, 0, 2), s_plane));

    [Fact]
    public void Input_too_short() => Refusal
        .OutOfRange("input", 2, "The input length is 2, which gives an output length of 0; legal are inputs from 3.")
        .Of(() => Cropped.OutputShape(Zeros(1, 2, 2), s_line));

    [Fact]
    public void Input_of_another_size_than_the_attribute_fixes() => Refusal
        .OutOfRange("input", 5, "The input width is 5; the attribute fixes it to 4 (InputSize).")
        .Of(() => UpFixed.OutputShape(Zeros(2, 3, 5), s_plane));

    [Fact]
    public void Channels_that_the_attribute_does_not_fix() => Refusal
        .OutOfRange("weights", 4, "The output of these weights has 4 channels; the attribute fixes them to 3 (OutChannels).")
        .Of(() => UpFixed.OutputShape(Zeros(2, 3, 4), Up.Pack(new float[128], [], 2, 4)));

    [Fact]
    public void Weights_of_another_layer() => Refusal
        .Argument(
            "weights",
            "The weights were packed for another layer, height k 4 s 2 d 1 p 1 op 1, width k 4 s 2 d 1 p 1 op 1, groups 1; "
                + "legal are weights packed by this one, height k 4 s 2 d 1 p 1 op 0, width k 4 s 2 d 1 p 1 op 0, groups 1.")
        .Of(() => Up.OutputShape(Zeros(2, 3, 4), UpOtherwise.Pack(new float[96], [], 2, 3)));

    [Fact]
    public void No_weights() => Refusal.Null("weights").Of(() => Up.OutputShape(Zeros(2, 3, 4), null!));

    private static ReadOnlyTensorView<float> Zeros(params int[] shape) =>
        new(new float[shape.Aggregate(1, (product, length) => product * length)], shape);
}
