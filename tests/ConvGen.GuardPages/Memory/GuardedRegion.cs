using System.Buffers;

namespace ConvGen.GuardPages.Memory;

/// <summary>
/// Memory at an inaccessible page. What is left of the pages around it holds canaries: NaN, so that what is read there shows in results,
/// of bits that nobody else writes.
/// </summary>
internal sealed unsafe class GuardedRegion : MemoryManager<float>
{
    // A quiet NaN.
    private const int Canary = 0x7FC5_A5A5;

    private readonly PageBlock _block;
    private readonly int _before;
    private readonly int _length;

    /// <summary>Room for so many floats, full of the placement's garbage.</summary>
    /// <param name="length">Floats that may be touched.</param>
    /// <param name="claimed">Floats that are said to be there: more than there are, where a test wants a fault.</param>
    /// <param name="placement">The place.</param>
    public GuardedRegion(int length, int claimed, Placement placement)
    {
        int bytes = length * sizeof(float);
        _block = new PageBlock(bytes + placement.Gap);
        nint start = placement.Edge == Edge.BeforePage ? _block.End - placement.Gap - bytes : _block.Start + placement.Gap;
        _before = (int)(start - _block.First) / sizeof(float);
        (_length, Claimed) = (length, claimed);
        Words(0, _block.Length / sizeof(float)).Fill(Canary);
        Words(_before, length).Fill(BitConverter.SingleToInt32Bits(placement.Garbage));
    }

    /// <summary>Whether nothing was written beside.</summary>
    public bool IsIntact =>
        !Words(0, _before).ContainsAnyExcept(Canary)
        && !Words(_before + _length, (_block.Length / sizeof(float)) - _before - _length).ContainsAnyExcept(Canary);

    private int Claimed { get; }

    /// <inheritdoc/>
    public override Span<float> GetSpan() => new((float*)_block.First + _before, Claimed);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new((float*)_block.First + _before + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _block.Dispose();

    private Span<int> Words(int first, int count) => new Span<int>((void*)_block.First, _block.Length / sizeof(int)).Slice(first, count);
}
