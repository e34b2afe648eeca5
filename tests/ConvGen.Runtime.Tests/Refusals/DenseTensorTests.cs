using ConvGen.CompilerServices;

namespace ConvGen.Runtime.Tests;

/// <summary>Tensors with lengths and strides: what is dense is viewed in place, the rest refused by one message.</summary>
public class DenseTensorTests
{
    private readonly float[] _elements = [1, 2, 3, 4, 5, 6];

    [Fact]
    public void Dense_tensor_is_viewed_in_place()
    {
        TensorView<float> view = DenseTensor.Write(ref _elements[0], [1, 2, 3], [0, 3, 1], "output");

        view.Elements[5] = 7;
        Assert.Equal([1, 2, 3], view.Shape);
        Assert.Equal(7, _elements[5]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Empty_tensor_has_no_elements(int axis)
    {
        nint[] lengths = [nint.MaxValue, nint.MaxValue];
        lengths[axis] = 0;

        Assert.True(DenseTensor.Read(in _elements[0], lengths, [5, 7], "input").Elements.IsEmpty);
    }

    [Fact]
    public void No_axes_are_refused() => Refused([], [], "The input () has 0 axes; legal are 1 to 8.");

    [Fact]
    public void Nine_axes_are_refused() =>
        Refused([1, 1, 1, 1, 1, 1, 1, 2, 3], [0, 0, 0, 0, 0, 0, 0, 3, 1], "The input (1, 1, 1, 1, 1, 1, 1, 2, 3) has 9 axes; legal are 1 to 8.");

    [Fact]
    public void More_elements_than_a_span_holds_are_refused()
    {
        Refused(
            [65536, 32768],
            [32768, 1],
            "The input (65536, 32768) has more elements than a span can hold; legal are up to 2147483647.");
        // 2 to the 64 wraps to nothing.
        var half = (nint)Math.ScaleB(1, 32);
        Refused(
            [half, half],
            [half, 1],
            "The input (4294967296, 4294967296) has more elements than a span can hold; legal are up to 2147483647.");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    [InlineData(0, 1)]
    [InlineData(-3, -1)]
    public void Other_strides_are_refused(int row, int column) => Refused(
        [2, 3],
        [row, column],
        FormattableString.Invariant($"The input (2, 3) has the strides ({row}, {column}); legal are dense row-major tensors: ")
            + "copy it to one, made by Tensor.CreateFromShape, with CopyTo, or to an array with FlattenTo.");

    private void Refused(nint[] lengths, nint[] strides, string message)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(
            "input", () => DenseTensor.Read(in _elements[0], lengths, strides, "input").Rank.ToString());
        Assert.StartsWith(message + " (Parameter", refusal.Message, StringComparison.Ordinal);
    }
}
