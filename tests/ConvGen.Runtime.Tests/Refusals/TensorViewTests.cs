namespace ConvGen.Runtime.Tests;

public class TensorViewTests
{
    [Fact]
    public void View_tells_its_shape()
    {
        float[] elements = [.. Enumerable.Range(0, 24).Select(i => (float)i)];
        var view = new TensorView<float>(elements, 2, 3, 4);
        ReadOnlyTensorView<float> reading = view;

        Assert.Equal((3, 3), (view.Rank, reading.Rank));
        Assert.Equal([2, 3, 4], view.Shape);
        Assert.Equal([2, 3, 4], reading.Shape);
        Assert.Equal(("(2, 3, 4)", "(2, 3, 4)"), (view.ToString(), reading.ToString()));
        Assert.Equal(elements, reading.Elements);
    }

    [Fact]
    public void View_writes_through()
    {
        var elements = new float[6];
        new TensorView<float>(elements, 2, 3).Elements[5] = 7;

        Assert.Equal([0, 0, 0, 0, 0, 7], elements);
    }

    [Fact]
    public void Default_view_is_empty()
    {
        Assert.Equal((0, "()"), (default(TensorView<float>).Rank, default(TensorView<float>).ToString()));
        Assert.Equal((0, "()"), (default(ReadOnlyTensorView<float>).Rank, default(ReadOnlyTensorView<float>).ToString()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0, 3, 4)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, 0)]
    public void Axes_may_be_empty(params int[] shape)
    {
        Assert.Equal(shape, new ReadOnlyTensorView<float>([], shape).Shape);
        Assert.Equal(shape, new TensorView<float>([], shape).Shape);
    }

    [Theory]
    [InlineData("The shape () has 0 axes; legal are 1 to 8.")]
    [InlineData("The shape (1, 1, 1, 1, 1, 1, 1, 1, 6) has 9 axes; legal are 1 to 8.", 1, 1, 1, 1, 1, 1, 1, 1, 6)]
    [InlineData("The shape (7) takes 7 elements, the span has 6; they must be equal.", 7)]
    [InlineData("The shape (5, 1) takes 5 elements, the span has 6; they must be equal.", 5, 1)]
    [InlineData("The shape (6, 0) takes 0 elements, the span has 6; they must be equal.", 6, 0)]
    [InlineData("The shape (2147483647) takes 2147483647 elements, the span has 6; they must be equal.", int.MaxValue)]
    [InlineData("The shape (65536, 32768) takes more than 2147483647 elements, the span has 6; they must be equal.", 65536, 32768)]
    [InlineData(
        "The shape (65536, 65536, 65536, 65536, 6) takes more than 2147483647 elements, the span has 6; they must be equal.",
        65536, 65536, 65536, 65536, 6)]
    public void Shape_that_does_not_fit_is_refused(string message, params int[] shape) =>
        Refuses(Refusal.Argument("shape", message), shape);

    [Theory]
    [InlineData("Axis 0 of the shape (-6) is negative; legal are lengths from 0.", -6)]
    [InlineData("Axis 0 of the shape (-2, -3) is negative; legal are lengths from 0.", -2, -3)]
    [InlineData("Axis 2 of the shape (6, 1, -1) is negative; legal are lengths from 0.", 6, 1, -1)]
    public void Negative_axis_is_refused(string message, params int[] shape) =>
        Refuses(Refusal.OutOfRange("shape", shape.First(length => length < 0), message), shape);

    private static void Refuses(Refusal refusal, int[] shape)
    {
        refusal.Of(() => _ = new ReadOnlyTensorView<float>(new float[6], shape));
        refusal.Of(() => _ = new TensorView<float>(new float[6], shape));
    }
}
