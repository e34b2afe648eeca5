namespace ConvGen.Memory;

/// <summary>
/// Scratch memory piece by piece, and packed weights, from a test that watches what lies around them; nobody else sets it. Who gives the
/// memory frees it, after the calls that took it.
/// </summary>
internal abstract class WatchedMemory
{
    /// <summary>Where memory is taken from instead of the pool and the managed heap.</summary>
    public static WatchedMemory? Current { get; set; }

    /// <summary>A piece of scratch memory of exactly <paramref name="bytes"/>, at any multiple of four bytes.</summary>
    public abstract Span<byte> Scratch(int bytes);

    /// <summary>Room for packed weights of exactly <paramref name="length"/> elements, at any multiple of four bytes.</summary>
    public abstract Memory<Element> Weights(int length);
}
