namespace ConvGen;

/// <summary>The weights of a network as its <c>Run</c> reads them; made once by its <c>LoadWeights</c>, shared by any number of threads.</summary>
public sealed class NetworkWeights
{
    private readonly PackedWeights[] _layers;
    private readonly Element[][] _tensors;

    internal NetworkWeights(NetworkDefinition network, PackedWeights[] layers, Element[][] tensors) =>
        (Network, _layers, _tensors) = (network, layers, tensors);

    /// <summary>Bytes that the weights take, packed.</summary>
    public long ByteLength => _layers.Sum(static layer => layer.ByteLength) + _tensors.Sum(static tensor => (long)tensor.Length * sizeof(Element));

    /// <summary>The network that they are of.</summary>
    internal NetworkDefinition Network { get; }

    /// <summary>What they are of.</summary>
    public override string ToString() => FormattableString.Invariant($"{Network.File}: {_layers.Length} layers, {ByteLength} bytes");

    internal PackedWeights Layer(int index) => _layers[index];

    internal Element[] Tensor(int index) => _tensors[index];
}
