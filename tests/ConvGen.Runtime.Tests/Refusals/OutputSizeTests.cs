namespace ConvGen.Runtime.Tests;

public class OutputSizeTests
{
    [Fact]
    public void Size_is_the_formulas()
    {
        Assert.Equal((64, 48), Up.OutputSize(32, 24));
        Assert.Equal(1, Cropped.OutputSize(3));
        Assert.Equal((2, 7, 7), Volume.OutputSize(2, 3, 5));
        Assert.Equal((6, 8), UpFixed.OutputSize(3, 4));
        Assert.Equal(2_147_400_001, LongStride.OutputSize(21_475));
    }

    [Fact]
    public void Empty_axis_is_named()
    {
        Refusal.OutOfRange("length", 0, "The input length is 0; legal are lengths from 1.").Of(() => Cropped.OutputSize(0));
        Refusal.OutOfRange("height", -1, "The input height is -1; legal are lengths from 1.").Of(() => Up.OutputSize(-1, 1));
        Refusal.OutOfRange("width", 0, "The input width is 0; legal are lengths from 1.").Of(() => Up.OutputSize(1, 0));
        Refusal.OutOfRange("depth", 0, "The input depth is 0; legal are lengths from 1.").Of(() => Volume.OutputSize(0, 1, 1));
        Refusal.OutOfRange("height", 0, "The input height is 0; legal are lengths from 1.").Of(() => Volume.OutputSize(1, 0, 1));
        Refusal.OutOfRange("width", 0, "The input width is 0; legal are lengths from 1.").Of(() => Volume.OutputSize(1, 1, 0));
    }

    [Fact]
    public void Output_below_one_is_refused() => Refusal
        .OutOfRange("length", 2, "The input length is 2, which gives an output length of 0; legal are inputs from 3.")
        .Of(() => Cropped.OutputSize(2));

    [Fact]
    public void Output_beyond_the_range_is_refused() => Refusal
        .OutOfRange(
            "length", 21_476, "The input length is 21476, which gives an output length of 2147500001; legal are outputs to 2147483647.")
        .Of(() => LongStride.OutputSize(21_476));

    [Fact]
    public void Size_that_the_attribute_fixes_is_required()
    {
        Refusal.OutOfRange("height", 4, "The input height is 4; the attribute fixes it to 3 (InputSize).")
            .Of(() => UpFixed.OutputSize(4, 4));
        Refusal.OutOfRange("width", 3, "The input width is 3; the attribute fixes it to 4 (InputSize).")
            .Of(() => UpFixed.OutputSize(3, 3));
    }
}
