namespace ConvGen.CompilerServices;

/// <summary>Takes the weights of a network from a file, layer by layer, and packs them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkLoader
{
    private readonly NetworkDefinition _network;
    private readonly WeightFile _file;
    private readonly List<PackedWeights> _layers = [];
    private readonly List<Element[]> _tensors = [];

    internal NetworkLoader(NetworkDefinition network, WeightFile file) => (_network, _file) = (network, file);

    /// <summary>A tensor of the file, which must have this shape.</summary>
    public ReadOnlySpan<Element> Tensor(string name, ReadOnlySpan<int> shape)
    {
        WeightTensor tensor = _file[name];
        return tensor.Shape.SequenceEqual(shape) ? tensor.AsSpan() : throw new ArgumentException(
            $"The tensor {name} has the shape {TensorShape.Format(tensor.Shape)}; legal is that of {_network.File}, {TensorShape.Format(shape)}.");
    }

    /// <summary>A tensor whose numbers stand in the emitted code: the file must have the same.</summary>
    public void Same(string name, ReadOnlySpan<Element> numbers)
    {
        if (!_file[name].AsSpan().SequenceEqual(numbers))
        {
            throw new ArgumentException($"The tensor {name} is another one than in {_network.File}, whose code was made with its numbers; build the project with this model.");
        }
    }

    /// <summary>Packs the weights of the next layer.</summary>
    public void Layer(
        ConvolutionLayer layer, ReadOnlySpan<Element> weight, ReadOnlySpan<Element> bias, ReadOnlySpan<Element> slope, ChannelFold? fold, int inChannels,
        int outChannels, ReadOnlySpan<int> inputSize)
    {
        ArgumentNullException.ThrowIfNull(layer);
        _layers.Add(fold is null
            ? layer.Pack(weight, bias, slope, inChannels, outChannels, inputSize)
            : layer.Pack(weight, bias, fold.Norm(), slope, inChannels, outChannels, inputSize));
    }

    /// <summary>Keeps a tensor that steps read.</summary>
    public void Keep(ReadOnlySpan<Element> tensor) => _tensors.Add(tensor.ToArray());

    /// <summary>All that was loaded.</summary>
    public NetworkWeights Weights() => new(_network, [.. _layers], [.. _tensors]);
}
