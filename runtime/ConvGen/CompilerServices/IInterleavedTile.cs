namespace ConvGen.CompilerServices;

/// <summary>
/// A block of outputs of neighbouring phases held in registers while products are added to it: see <see cref="ITile"/>, whose
/// tiles hold one phase.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInterleavedTile
{
    /// <summary>Elements that the packed weights of one tap of one input channel take: for each of the tile's output channels.</summary>
    static abstract int WeightsPerTap { get; }

    /// <summary>Starts tile <paramref name="index"/> of a call.</summary>
    void Begin(in KernelArguments args, int index);

    /// <summary>Loads the inputs at <paramref name="input"/>[<paramref name="offset"/>] relative to the tile's window.</summary>
    void Load(ref Element input, nint offset);

    /// <summary>
    /// Adds the products of the loaded inputs with a tap of <paramref name="phase"/>, a constant, whose weights are those of tap
    /// <paramref name="tap"/> counted from <paramref name="weights"/>.
    /// </summary>
    void Tap(int phase, ref Element weights, int tap);

    /// <summary>Stores the outputs of tile <paramref name="index"/>, phases in turn.</summary>
    void Store(in KernelArguments args, int index);
}
