namespace ConvGen;

/// <summary>
/// Weights and bias of one layer in the order in which its kernels read them; made once by the generated <c>Pack</c>, read by any
/// number of threads. Holds its own aligned copy, so the arrays that it was made from may change or go.
/// </summary>
/// <remarks>
/// A layer as an object, too, for those who prefer one to a static class: it knows who packed it, so that <see cref="Forward(ReadOnlyTensorView{float},
/// TensorView{float}, int)"/> needs no other, and cannot be given another's weights.
/// </remarks>
public sealed class PackedWeights
{
    private readonly Memory<Element> _elements;

    private readonly Element[] _channelParameters;

    internal PackedWeights(
        ConvolutionLayer layer, LayerForm form, ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, ReadOnlySpan<Element> channelParameters)
    {
        _channelParameters = channelParameters.ToArray();
        long length = form.Packing.Layout.Length;
        LayerChecks.PackedLength(length);
        (Layer, Form) = (layer, form);
        _elements = WatchedMemory.Current?.Weights((int)length) ?? Allocate((int)length);
        form.Packing.Pack(weight, bias, _elements.Span);
    }

    /// <summary>Input channels that the weights were packed for.</summary>
    public int InChannels => Layout.InPerGroup * Layout.Groups;

    /// <summary>Output channels that the weights were packed for.</summary>
    public int OutChannels => Layout.OutPerGroup * Layout.Groups;

    /// <summary>The form that the weights were packed for.</summary>
    public Algorithm Algorithm => Form.Algorithm;

    /// <summary>Bytes that the packed weights and bias take.</summary>
    public long ByteLength => (long)_elements.Length * sizeof(Element);

    /// <summary>The vector width that these weights are packed for; kernels along long rows may use wider ones.</summary>
    public SimdLevel Level => Form.Packing.Level;

    /// <summary>The layer that packed them.</summary>
    internal ConvolutionLayer Layer { get; }

    internal LayerForm Form { get; }

    internal ReadOnlySpan<Element> Elements => _elements.Span;

    /// <summary>No weight is infinite or NaN as it was packed.</summary>
    internal bool AreFinite => Margin.Suits(Elements[..(int)Layout.WeightsLength]);

    private BlockLayout Layout => Form.Packing.Layout;

    /// <summary>The whole shape of the output, in a new array: (N, Cout, ...), or the same without N as the input is.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <exception cref="ArgumentException">The input's shape does not fit the layer.</exception>
    public int[] OutputShape(ReadOnlyTensorView<Element> input) => Layer.OutputShape(input, this);

    /// <summary>Computes the layer that packed these weights, as its own <c>Forward</c> does.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="output">(N, Cout, ...) as <see cref="OutputShape"/> tells, or the same without N; every element is overwritten.</param>
    /// <param name="maxDegreeOfParallelism">Threads, the caller's own among them; -1 for as many as there are processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither positive nor -1.</exception>
    /// <exception cref="ArgumentException">A shape does not fit the layer, or input and output overlap; nothing was written.</exception>
    public void Forward(ReadOnlyTensorView<Element> input, TensorView<Element> output, int maxDegreeOfParallelism = 1) =>
        Layer.Forward(input, this, output, maxDegreeOfParallelism);

    /// <summary>The same of a layer that adds a residual.</summary>
    /// <param name="input">(N, Cin, ...) with the spatial axes last, depth before height before width; or the same without N.</param>
    /// <param name="residual">What is added, of the output's shape.</param>
    /// <param name="output">(N, Cout, ...) as <see cref="OutputShape"/> tells, or the same without N; every element is overwritten.</param>
    /// <param name="maxDegreeOfParallelism">Threads, the caller's own among them; -1 for as many as there are processors.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is neither positive nor -1.</exception>
    /// <exception cref="ArgumentException">A shape does not fit the layer, or the output overlaps an argument; nothing was written.</exception>
    public void Forward(
        ReadOnlyTensorView<Element> input, ReadOnlyTensorView<Element> residual, TensorView<Element> output, int maxDegreeOfParallelism = 1) =>
        Layer.Forward(input, this, residual, output, maxDegreeOfParallelism);

    /// <summary>What the weights are of, and for.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{InChannels} to {OutChannels} channels, {Algorithm}, {Level}, {ByteLength} bytes");

    /// <summary>A checked call with these weights: by the kernels of the layer that packed them, which know their order.</summary>
    internal LayerCall Call(
        scoped in LayerShape shape, ReadOnlySpan<Element> input, ReadOnlySpan<Element> residual, Span<Element> output) => new(Layer, Form, shape)
    {
        Weights = Elements,
        Input = input,
        Residual = residual,
        ChannelParameters = _channelParameters,
        Output = output,
    };

    private static unsafe Memory<Element> Allocate(int length)
    {
        Element[] elements = GC.AllocateUninitializedArray<Element>(length + (Scratch.Alignment / sizeof(Element)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(elements));
        int first = (int)((Scratch.Alignment - (address % Scratch.Alignment)) % Scratch.Alignment) / sizeof(Element);
        return elements.AsMemory(first, length);
    }
}
