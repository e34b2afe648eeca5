namespace ConvGen.Runtime.Tests;

public class ShapeRefusalTests
{
    [Fact]
    public void Calls_that_the_others_bend_are_legal()
    {
        ForwardCall.OfUp.Succeeds();
        ForwardCall.OfUpFixed.Succeeds();
        ForwardCall.OfCropped.Succeeds();
        ForwardCall.OfVolume.Succeeds();
        ForwardCall.OfLongStride.Succeeds();
        (ForwardCall.OfUp with { Input = [2, 3, 4], Output = [3, 6, 8] }).Succeeds();
        (ForwardCall.OfUp with { Input = [0, 2, 3, 4], Output = [0, 3, 6, 8] }).Succeeds();
    }

    [Theory]
    [InlineData("(12)", "1 axes", 12)]
    [InlineData("(3, 4)", "2 axes", 3, 4)]
    [InlineData("(1, 2, 1, 3, 4)", "5 axes", 1, 2, 1, 3, 4)]
    public void Input_of_another_rank(string shape, string axes, params int[] input) => (ForwardCall.OfUp with { Input = input })
        .Meets(Refusal.Argument("input", $"The input {shape} has {axes}; legal are 4 (N, C, H, W) or 3 (C, H, W)."));

    [Fact]
    public void Axes_are_named_for_every_rank()
    {
        (ForwardCall.OfCropped with { Input = [5] })
            .Meets(Refusal.Argument("input", "The input (5) has 1 axes; legal are 3 (N, C, L) or 2 (C, L)."));
        (ForwardCall.OfVolume with { Input = [2, 3, 5] })
            .Meets(Refusal.Argument("input", "The input (2, 3, 5) has 3 axes; legal are 5 (N, C, D, H, W) or 4 (C, D, H, W)."));
    }

    [Fact]
    public void Default_views() => Refusal.Argument("input", "The input () has 0 axes; legal are 4 (N, C, H, W) or 3 (C, H, W).")
        .Of(() => Up.Forward(default, ForwardCall.OfUp.Weights, default));

    [Theory]
    [InlineData("(2, 3, 48)", "3 axes", 2, 3, 48)]
    [InlineData("(2, 3, 1, 6, 8)", "5 axes", 2, 3, 1, 6, 8)]
    public void Output_of_another_rank_than_the_input(string shape, string axes, params int[] output) =>
        (ForwardCall.OfUp with { Output = output }).Meets(Refusal.Argument(
            "output", $"The output {shape} has {axes}; legal are 4, as many as the input (2, 2, 3, 4) has."));

    [Fact]
    public void Batched_output_of_an_unbatched_input() => (ForwardCall.OfUp with { Input = [2, 3, 4], Output = [1, 3, 6, 8] })
        .Meets(Refusal.Argument("output", "The output (1, 3, 6, 8) has 4 axes; legal are 3, as many as the input (2, 3, 4) has."));

    [Theory]
    [InlineData("(1, 3, 6, 8)", "", 1, 3, 6, 8)]
    [InlineData("(2, 3, 6, 7)", " For an output width of 7, the attribute takes p = 2 and op = 1.", 2, 3, 6, 7)]
    [InlineData("(2, 3, 7, 8)", " For an output height of 7, the attribute takes p = 1 and op = 1.", 2, 3, 7, 8)]
    [InlineData(
        "(2, 3, 8, 6)",
        " For an output height of 8, the attribute takes p = 0 and op = 0. For an output width of 6, the attribute takes p = 2 and op = 0.",
        2, 3, 8, 6)]
    [InlineData("(0, 3, 6, 8)", "", 0, 3, 6, 8)]
    [InlineData("(2, 3, 0, 8)", " No p and op give an output height of 0.", 2, 3, 0, 8)]
    public void Output_of_another_shape(string shape, string wayOut, params int[] output) => (ForwardCall.OfUp with { Output = output })
        .Meets(Refusal.Argument("output", $"The output is {shape}; legal is (2, 3, 6, 8) for the input (2, 2, 3, 4).{wayOut}"));

    [Fact]
    public void Output_of_another_shape_without_a_batch()
    {
        (ForwardCall.OfUp with { Input = [2, 3, 4], Output = [3, 6, 9] })
            .Meets(Refusal.Argument(
                "output",
                "The output is (3, 6, 9); legal is (3, 6, 8) for the input (2, 3, 4). "
                    + "For an output width of 9, the attribute takes p = 1 and op = 1."));
        (ForwardCall.OfCropped with { Input = [1, 5], Output = [1, 4] })
            .Meets(Refusal.Argument(
                "output", "The output is (1, 4); legal is (1, 3) for the input (1, 5). No p and op give an output length of 4."));
        (ForwardCall.OfVolume with { Input = [4, 2, 3, 5], Output = [6, 3, 7, 7] })
            .Meets(Refusal.Argument(
                "output",
                "The output is (6, 3, 7, 7); legal is (6, 2, 7, 7) for the input (4, 2, 3, 5). No p and op give an output depth of 3."));
    }

    [Fact]
    public void No_channels()
    {
        (ForwardCall.OfUp with { Input = [2, 0, 3, 4] })
            .Meets(Refusal.OutOfRange("input", 0, "The input has 0 channels; legal are counts from 1."));
        (ForwardCall.OfUp with { Output = [2, 0, 6, 8] })
            .Meets(Refusal.OutOfRange("output", 0, "The output has 0 channels; legal are counts from 1."));
        (ForwardCall.OfUp with { Input = [0, 0, 3, 4], Output = [0, 3, 6, 8] })
            .Meets(Refusal.OutOfRange("input", 0, "The input has 0 channels; legal are counts from 1."));
    }

    // An image in NHWC: its sizes are wrong too, but its channels are why.
    [Fact]
    public void Channels_are_told_before_sizes()
    {
        ForwardCall call = ForwardCall.OfUp with { Input = [2, 3, 4, 2], Output = [2, 6, 8, 3] };
        call.PackedMeets(Refusal.Argument("input", "The input has 3 channels; the weights were packed for 2."));
        call.PlainMeets(Refusal.Argument(
            "weight", "The weight has 96 elements; legal are 288: 3 input channels, 6 output channels per group, kernel (4, 4)."));
        (call with { Input = [2, 2, 4, 3] }).PackedMeets(Refusal.Argument("output", "The output has 6 channels; the weights were packed for 3."));
    }

    [Fact]
    public void Channels_that_the_groups_do_not_divide()
    {
        (ForwardCall.OfVolume with { Input = [1, 5, 2, 3, 5] })
            .Meets(Refusal.OutOfRange("input", 5, "The input has 5 channels; legal are multiples of the 2 groups."));
        (ForwardCall.OfVolume with { Output = [1, 1, 2, 7, 7] })
            .Meets(Refusal.OutOfRange("output", 1, "The output has 1 channels; legal are multiples of the 2 groups."));
        (ForwardCall.OfVolume with { Input = [1, 0, 2, 3, 5] })
            .Meets(Refusal.OutOfRange("input", 0, "The input has 0 channels; legal are multiples of the 2 groups."));
    }

    [Theory]
    [InlineData("depth", 1, 4, 0, 3, 5)]
    [InlineData("height", 1, 4, 2, 0, 5)]
    [InlineData("width", 1, 4, 2, 3, 0)]
    public void Empty_axis(string axis, params int[] input) => (ForwardCall.OfVolume with { Input = input })
        .Meets(Refusal.OutOfRange("input", 0, $"The input {axis} is 0; legal are lengths from 1."));

    [Fact]
    public void Empty_length() => (ForwardCall.OfCropped with { Input = [1, 1, 0] })
        .Meets(Refusal.OutOfRange("input", 0, "The input length is 0; legal are lengths from 1."));

    [Fact]
    public void Output_below_one()
    {
        (ForwardCall.OfCropped with { Input = [1, 1, 2] }).Meets(Refusal.OutOfRange(
            "input", 2, "The input length is 2, which gives an output length of 0; legal are inputs from 3."));
        (ForwardCall.OfCropped with { Input = [1, 1], Output = [1, 3] }).Meets(Refusal.OutOfRange(
            "input", 1, "The input length is 1, which gives an output length of -1; legal are inputs from 3."));
    }

    // Only an empty batch can have such an input, and its output could not have the shape.
    [Fact]
    public void Output_beyond_the_range() => (ForwardCall.OfLongStride with { Input = [0, 1, 21_476] }).Meets(Refusal.OutOfRange(
        "input", 21_476, "The input length is 21476, which gives an output length of 2147500001; legal are outputs to 2147483647."));

    [Fact]
    public void Sizes_that_the_attribute_fixes()
    {
        (ForwardCall.OfUpFixed with { Input = [2, 4, 3, 4] })
            .Meets(Refusal.OutOfRange("input", 4, "The input has 4 channels; the attribute fixes them to 2 (InChannels)."));
        (ForwardCall.OfUpFixed with { Output = [2, 6, 6, 8] })
            .Meets(Refusal.OutOfRange("output", 6, "The output has 6 channels; the attribute fixes them to 3 (OutChannels)."));
        (ForwardCall.OfUpFixed with { Input = [2, 2, 4, 4] })
            .Meets(Refusal.OutOfRange("input", 4, "The input height is 4; the attribute fixes it to 3 (InputSize)."));
        (ForwardCall.OfUpFixed with { Input = [2, 2, 3, 5] })
            .Meets(Refusal.OutOfRange("input", 5, "The input width is 5; the attribute fixes it to 4 (InputSize)."));
    }
}
