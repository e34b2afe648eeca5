using System.Diagnostics.CodeAnalysis;
using ConvGen.WeightFiles;

namespace ConvGen;

/// <summary>
/// Named tensors in a file: <see cref="SafeTensors"/> or <see cref="NumpyFile"/>. Any number of threads may read; only <see cref="Dispose"/> must come last.
/// </summary>
/// <remarks>
/// Files are not trusted: one that breaks the rules of its format is refused by an <see cref="InvalidDataException"/> that names file and cause, before
/// memory is taken that its size does not account for. A file that is open must not be written to or shortened.
/// </remarks>
public abstract class WeightFile : IDisposable
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly IDisposable _content;

    private protected WeightFile(string title, string[] names, IDisposable content)
    {
        (Title, _names, _content) = (title, names, content);
        for (int place = 0; place < names.Length; place++)
        {
            if (!_places.TryAdd(names[place], place))
            {
                throw FileBytes.Refusal(title, $"it has two tensors '{names[place]}'");
            }
        }
    }

    /// <summary>The names of the tensors, in the file's order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>What messages call the file.</summary>
    private protected string Title { get; }

    /// <summary>A tensor.</summary>
    /// <param name="name">Its name, as PyTorch's <c>state_dict</c> has it: <c>net.3.weight</c>.</param>
    /// <exception cref="KeyNotFoundException">The file has no such tensor; the message tells the nearest names.</exception>
    /// <exception cref="InvalidDataException">The array of a <c>.npz</c> breaks the rules of its format.</exception>
    /// <exception cref="ObjectDisposedException">A <c>.npz</c> was disposed of.</exception>
    public WeightTensor this[string name] => TryGet(name, out WeightTensor? tensor) ? tensor
        : throw new KeyNotFoundException($"{Title} has no tensor '{name}'{NearestNames.Text(name, _names)}.");

    /// <summary>Whether the file has a tensor of this name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _places.ContainsKey(name);

    /// <summary>A tensor, where the file has it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tensor">The tensor, or null.</param>
    /// <returns>Whether the file has it.</returns>
    /// <exception cref="InvalidDataException">The array of a <c>.npz</c> breaks the rules of its format.</exception>
    /// <exception cref="ObjectDisposedException">A <c>.npz</c> was disposed of.</exception>
    public bool TryGet(string name, [NotNullWhen(true)] out WeightTensor? tensor)
    {
        tensor = _places.TryGetValue(name, out int place) ? Read(place) : null;
        return tensor is not null;
    }

    /// <summary>
    /// The weight of a layer under PyTorch's <c>weight_norm</c> with its default <c>dim=0</c>: <c>g * v / ||v||</c>, the norm over all axes but the first,
    /// computed in double precision and rounded once.
    /// </summary>
    /// <param name="layer">The layer's name, <c>conv</c> of <c>conv.weight_g</c>; either spelling of PyTorch's is found.</param>
    /// <exception cref="KeyNotFoundException">The file has no such pair; the message tells the nearest names.</exception>
    /// <exception cref="InvalidDataException">The shapes of the two do not belong together, or a tensor cannot be read as float32.</exception>
    public WeightTensor WeightNormed(string layer)
    {
        string parametrized = layer + ".parametrizations.weight.original";
        return Contains(parametrized + "0")
            ? WeightNorm.Fold(layer + ".weight", this[parametrized + "0"], this[parametrized + "1"], Title)
            : WeightNorm.Fold(layer + ".weight", this[layer + ".weight_g"], this[layer + ".weight_v"], Title);
    }

    /// <summary>Closes the file: memory of it that tensors showed without a copy is gone, spans of it must not be used any more.</summary>
    public void Dispose()
    {
        _content.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract WeightTensor Read(int place);
}
