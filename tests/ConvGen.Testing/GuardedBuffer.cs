namespace ConvGen.Testing;

/// <summary>
/// Floats between two fences of NaN: a read outside poisons the result, a write outside breaks a fence. The elements begin off any
/// vector's alignment.
/// </summary>
public sealed class GuardedBuffer
{
    private const int Fence = 61;

    private readonly float[] _memory;

    /// <summary>Room for <paramref name="length"/> elements, all NaN.</summary>
    public GuardedBuffer(int length)
    {
        _memory = new float[length + (2 * Fence)];
        _memory.AsSpan().Fill(float.NaN);
    }

    /// <summary>A guarded copy.</summary>
    public GuardedBuffer(ReadOnlySpan<float> elements)
        : this(elements.Length)
    {
        elements.CopyTo(Elements);
    }

    /// <summary>The elements between the fences.</summary>
    public Span<float> Elements => _memory.AsSpan(Fence, _memory.Length - (2 * Fence));

    /// <summary>Whether nothing was written outside.</summary>
    public bool IsIntact =>
        !_memory.AsSpan(0, Fence).ContainsAnyExcept(float.NaN) && !_memory.AsSpan(_memory.Length - Fence).ContainsAnyExcept(float.NaN);
}
