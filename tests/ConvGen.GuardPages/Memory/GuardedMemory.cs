using System.Runtime.InteropServices;
using ConvGen.Memory;

namespace ConvGen.GuardPages.Memory;

/// <summary>Everything that a call touches, each buffer and each piece of scratch in guarded pages of its own.</summary>
/// <param name="placement">Where it lies.</param>
/// <param name="shortage">What is a float shorter than it is said to be, if anything.</param>
internal sealed class GuardedMemory(Placement placement, BufferKind? shortage) : WatchedMemory, IDisposable
{
    private readonly List<(BufferKind Kind, GuardedRegion Region)> _regions = [];

    /// <summary>The kinds beside which something was written.</summary>
    public IEnumerable<BufferKind> Broken => _regions.Where(entry => !entry.Region.IsIntact).Select(entry => entry.Kind).Distinct();

    /// <summary>A guarded copy.</summary>
    public Span<float> Copy(BufferKind kind, float[] elements)
    {
        Span<float> copy = Take(kind, elements.Length).GetSpan();
        elements.AsSpan(0, elements.Length - Missing(kind, elements.Length)).CopyTo(copy);
        return copy;
    }

    /// <summary>Room for so many elements.</summary>
    public Span<float> Room(BufferKind kind, int length) => Take(kind, length).GetSpan();

    /// <inheritdoc/>
    public override Span<byte> Scratch(int bytes) =>
        MemoryMarshal.AsBytes(Take(BufferKind.Scratch, (bytes + sizeof(float) - 1) / sizeof(float)).GetSpan())[..bytes];

    /// <inheritdoc/>
    public override Memory<float> Weights(int length) => Take(BufferKind.Packed, length).Memory;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, IDisposable region) in _regions)
        {
            region.Dispose();
        }
    }

    private GuardedRegion Take(BufferKind kind, int length)
    {
        var region = new GuardedRegion(length - Missing(kind, length), length, placement);
        // Workers of a call take scratch at once.
        lock (_regions)
        {
            _regions.Add((kind, region));
        }

        return region;
    }

    private int Missing(BufferKind kind, int length) => kind == shortage && length > 0 ? 1 : 0;
}
