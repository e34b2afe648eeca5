namespace ConvGen.CompilerServices;

/// <summary>
/// A block of outputs held in registers while products are added to it. Kernels are written over it once; which outputs it
/// holds, and what lies along the vector lanes, is the business of its implementations.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITile
{
    /// <summary>Packed weights that one tap of one input channel takes: the tile's output channels.</summary>
    static abstract int WeightsPerTap { get; }

    /// <summary>Starts tile <paramref name="index"/> of a call with sums of zero.</summary>
    void Begin(in KernelArguments args, int index);

    /// <summary>
    /// Adds the products of one tap of one input channel: inputs at <paramref name="input"/>
    /// relative to each output's window, weights of tap <paramref name="tap"/> counted from <paramref name="weights"/>.
    /// </summary>
    void Tap(ref Element input, ref Element weights, int tap);

    /// <summary>Stores the sums of tile <paramref name="index"/> into the strip, or adds them to those there.</summary>
    void Store(in KernelArguments args, int index);
}
