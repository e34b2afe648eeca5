namespace ConvGen.Testing;

/// <summary>A tensor of NaN, and the part of its channels that a call reads or writes.</summary>
/// <param name="shape">The part's shape.</param>
/// <param name="beside">Channels before and after it.</param>
internal sealed class WideTensor(int[] shape, (int Before, int After) beside)
{
    private readonly int[] _shape = [shape[0], beside.Before + shape[1] + beside.After, .. shape[2..]];
    private readonly GuardedBuffer _memory = new(
        shape[0] * (beside.Before + shape[1] + beside.After) * LayerCase.Elements(shape[2..]));

    /// <summary>The part.</summary>
    public TensorView<float> Part => new TensorView<float>(_memory.Elements, _shape).Slice(1, beside.Before, shape[1]);

    private int Length => LayerCase.Elements(shape[1..]);

    /// <summary>Fills the part.</summary>
    public void Write(ReadOnlySpan<float> elements)
    {
        for (int image = 0; image < shape[0]; image++)
        {
            elements.Slice(image * Length, Length).CopyTo(Image(image));
        }
    }

    /// <summary>Takes the part out; false where anything beside it was written.</summary>
    public bool Read(GuardedBuffer target)
    {
        for (int image = 0; image < shape[0]; image++)
        {
            Image(image).CopyTo(target.Elements[(image * Length)..]);
            Image(image).Fill(float.NaN);
        }

        return _memory.IsIntact && !_memory.Elements.ContainsAnyExcept(float.NaN);
    }

    private Span<float> Image(int image)
    {
        int pixels = LayerCase.Elements(shape[2..]);
        return _memory.Elements.Slice(((image * _shape[1]) + beside.Before) * pixels, Length);
    }
}
