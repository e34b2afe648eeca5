using System.Runtime.InteropServices;

namespace ConvGen.Bench;

/// <summary>Floats that do not move and begin on a cache line: ConvGen and every peer get the same.</summary>
internal sealed unsafe class AlignedFloats : IDisposable
{
    private const int CacheLine = 64;

    public AlignedFloats(int length)
    {
        Length = length;
        Pointer = (float*)NativeMemory.AlignedAlloc((nuint)Math.Max(length, 1) * sizeof(float), CacheLine);
        Span.Clear();
    }

    /// <param name="shape">The shape of a tensor of them.</param>
    public AlignedFloats(int[] shape)
        : this(shape.Aggregate(1, (product, length) => checked(product * length)))
    {
    }

    public float* Pointer { get; }

    public int Length { get; }

    public long Bytes => (long)Length * sizeof(float);

    public Span<float> Span => new(Pointer, Length);

    public void Dispose() => NativeMemory.AlignedFree(Pointer);
}
